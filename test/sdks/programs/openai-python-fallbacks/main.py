import json
import os

from openai import OpenAI

fallbacks = [
    {
        "target-url": "https://api.openai.com",
        "headers": {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
        "onCodes": [401, {"from": 400, "to": 500}],
        "bodyKeyOverride": {"model": "gpt-4o"},
    },
    {
        "target-url": "https://api.openai.com",
        "headers": {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
        "onCodes": [429],
        "bodyKeyOverride": {"model": "gpt-4o-mini"},
    },
]

client = OpenAI(
    base_url="https://gateway.helicone.ai/v1",
    api_key=os.environ["OPENAI_API_KEY"],
    default_headers={"Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}"},
)

response = client.chat.completions.create(
    model="gpt-5.1",
    messages=[{"role": "user", "content": "Say hello"}],
    extra_headers={"Helicone-Fallbacks": json.dumps(fallbacks)},
)
print(response.choices[0].message.content)
