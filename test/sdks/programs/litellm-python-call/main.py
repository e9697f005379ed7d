import os

from litellm import completion

response = completion(
    model="openai/gpt-4o-mini",
    api_base="https://ai-gateway.helicone.ai/v1",
    api_key=os.environ["HELICONE_API_KEY"],
    messages=[{"role": "user", "content": "Say hello"}],
    extra_headers={"Helicone-User-Id": "user_42"},
)
print(response.choices[0].message.content)
