import os

import httpx
from helicone_helpers import HeliconeManualLogger

tool_logger = HeliconeManualLogger(
    api_key=os.environ["HELICONE_API_KEY"],
    headers={"Helicone-Property-Agent": "travel"},
)


def search(query: str) -> list[str]:
    def operation(recorder):
        response = httpx.get("https://example.com/search", params={"q": query})
        recorder.append_results({"status": response.status_code})
        return response.text.splitlines()

    return tool_logger.log_request(
        provider="httpx",
        request={"_type": "tool", "toolName": "search", "input": {"query": query}},
        operation=operation,
    )
