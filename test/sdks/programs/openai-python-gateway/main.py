import os

from openai import OpenAI

client = OpenAI(
    base_url="https://ai-gateway.helicone.ai",
    api_key=os.getenv("HELICONE_API_KEY"),
)

response = client.chat.completions.create(
    model="claude-4.5-sonnet/anthropic",
    messages=[
        {"role": "system", "content": "You are terse."},
        {"role": "user", "content": "Say hello in one word"},
    ],
    temperature=0,
)
print(response.choices[0].message.content)
