"""Sorts a mail into a queue. Two clients: one behind Helicone, one that talks to OpenAI itself."""

import os

from anthropic import Anthropic
from openai import OpenAI

HELICONE_HEADERS = {"Helicone-Auth": "Bearer " + os.environ["HELICONE_API_KEY"]}

claude = Anthropic(
    base_url="https://anthropic.helicone.ai",
    api_key=os.environ["ANTHROPIC_API_KEY"],
    default_headers=HELICONE_HEADERS,
)

# Embeddings never went through the proxy, whatever OPENAI_BASE_URL says.
embeddings = OpenAI(base_url="https://api.openai.com/v1", api_key=os.environ["OPENAI_API_KEY"])


def classify(mail: str) -> str:
    message = claude.messages.create(
        model="claude-haiku-4-5",
        max_tokens=16,
        messages=[{"role": "user", "content": f"One word, the queue of this mail: {mail}"}],
    )
    return message.content[0].text
