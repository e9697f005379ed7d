import os

from langchain_anthropic import ChatAnthropic

llm = ChatAnthropic(
    model="claude-sonnet-4-5",
    max_tokens=256,
    anthropic_api_key=os.environ["ANTHROPIC_API_KEY"],
    anthropic_api_url="https://anthropic.helicone.ai",
    default_headers={"Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}"},
)

print(llm.invoke("Say hello").content)
