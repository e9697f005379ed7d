import os

from openai import OpenAI

client = OpenAI(base_url="https://ai-gateway.helicone.ai", api_key=os.environ["HELICONE_API_KEY"])

response = client.chat.completions.create(
    model="claude-4.5-sonnet/anthropic,gpt-4o/openai",
    messages=[{"role": "user", "content": "Say hello"}],
)
print(response.choices[0].message.content)
