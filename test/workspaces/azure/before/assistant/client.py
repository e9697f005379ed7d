"""Azure OpenAI, seen by Helicone."""

import os

from openai import AzureOpenAI

API_VERSION = "2024-10-21"
DEPLOYMENT = "gpt-4o"

client = AzureOpenAI(
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
    api_version=API_VERSION,
    azure_endpoint="https://oai.helicone.ai",
    azure_deployment=DEPLOYMENT,
    default_headers={
        "Helicone-OpenAI-Api-Base": os.environ["AZURE_OPENAI_ENDPOINT"],
        "Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}",
        "Helicone-Property-Team": "legal",
    },
)
