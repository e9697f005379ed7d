"""Azure OpenAI, seen by Helicone."""

import os

from openai import OpenAI

DEPLOYMENT = "azure/gpt-4o"

client = OpenAI(
    api_key=os.environ["CONCENTRATE_API_KEY"],
    base_url="https://api.concentrate.ai/v1",
)
