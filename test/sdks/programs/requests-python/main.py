import os

import requests

HEADERS = {
    "Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}",
    "Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}",
    "Helicone-Retry-Enabled": "true",
    "Content-Type": "application/json",
}

reply = requests.post(
    "https://oai.helicone.ai/v1/chat/completions",
    headers=HEADERS,
    json={"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say hello"}]},
    timeout=30,
)
reply.raise_for_status()
print(reply.json()["choices"][0]["message"]["content"])
