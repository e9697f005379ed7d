"""Translations go to the plain OpenAI API, through the gateway that everybody uses."""

import os

from openai import OpenAI

openai = OpenAI(base_url="https://api.concentrate.ai/v1", api_key=os.environ["CONCENTRATE_API_KEY"])


def translate(text: str, language: str) -> str:
    response = openai.chat.completions.create(
        model="azure/gpt-4o-mini",
        messages=[{"role": "user", "content": f"Translate into {language}:\n{text}"}],
    )
    return response.choices[0].message.content or ""
