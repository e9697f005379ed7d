import os

import litellm

litellm.api_base = "https://oai.helicone.ai/v1"
litellm.headers = {"Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}"}

response = litellm.completion(
    model="gpt-4o-mini",
    messages=[{"role": "user", "content": "Say hello"}],
    api_key=os.environ["OPENAI_API_KEY"],
)
print(response.choices[0].message.content)
