import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["HELICONE_API_KEY"],
    base_url="https://ai-gateway.helicone.ai/v1",
)


def greet(user_id: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": "Say hello"}],
        extra_headers={
            "Helicone-Cache-Enabled": "true",
            "Helicone-Cache-Seed": user_id,
            "Cache-Control": "max-age=3600",
        },
    )
    return completion.choices[0].message.content


print(greet("user-7"))
