import os

from anthropic import Anthropic

client = Anthropic(
    base_url=f"https://anthropic.helicone.ai/{os.environ['HELICONE_API_KEY']}",
    default_headers={"Helicone-Property-Team": "search"},
)

with client.messages.stream(
    model="claude-haiku-4-5",
    max_tokens=256,
    messages=[{"role": "user", "content": "Say hello"}],
) as stream:
    for text in stream.text_stream:
        print(text, end="", flush=True)
print()
