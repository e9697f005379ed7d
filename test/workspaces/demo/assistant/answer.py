"""Writes the answer to a customer's mail."""

import os

from openai import OpenAI

client = OpenAI(
    base_url="https://oai.helicone.ai/v1",
    api_key=os.environ["OPENAI_API_KEY"],
    default_headers={
        "Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}",
        "Helicone-User-Id": "support-desk",
        "Helicone-Property-Feature": "answer",
        "Helicone-Cache-Enabled": "true",
    },
)


def answer(mail: str, customer: str) -> str:
    response = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "You answer politely and briefly."},
            {"role": "user", "content": mail},
        ],
        extra_headers={
            "Helicone-Session-Id": customer,
            "X-Desk": "mail",
        },
    )
    return response.choices[0].message.content or ""
