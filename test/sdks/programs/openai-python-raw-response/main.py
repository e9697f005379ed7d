import os

from openai import OpenAI

client = OpenAI(
    base_url=f"https://oai.helicone.ai/v1/{os.environ['HELICONE_API_KEY']}",
    api_key=os.environ["OPENAI_API_KEY"],
)

raw = client.chat.completions.with_raw_response.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Say hello"}],
)
request_id = raw.headers.get("Helicone-Id")
assert request_id, "no request id"
print(raw.parse().choices[0].message.content)
