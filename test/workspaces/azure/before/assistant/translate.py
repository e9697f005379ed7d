"""Translations go to the plain OpenAI API, through the gateway that everybody uses."""

import os

from openai import OpenAI

openai = OpenAI(base_url="https://ai-gateway.helicone.ai/v1", api_key=os.environ["HELICONE_API_KEY"])


def translate(text: str, language: str) -> str:
    response = openai.chat.completions.create(
        model="gpt-4o-mini/azure",
        messages=[{"role": "user", "content": f"Translate into {language}:\n{text}"}],
    )
    return response.choices[0].message.content or ""
