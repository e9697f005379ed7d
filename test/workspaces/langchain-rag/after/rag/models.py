"""The models behind the handbook."""

import os

from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

from .settings import HELICONE_BASE_URL


def chat_model(temperature: float = 0) -> ChatOpenAI:
    return ChatOpenAI(
        model="gpt-4o",
        temperature=temperature,
        openai_api_key=os.environ["CONCENTRATE_API_KEY"],
        openai_api_base=HELICONE_BASE_URL,
    )


def embedding_model() -> OpenAIEmbeddings:
    return OpenAIEmbeddings(
        model="text-embedding-3-small",
        openai_api_key=os.environ["CONCENTRATE_API_KEY"],
        openai_api_base=HELICONE_BASE_URL,
    )


def judge_model() -> ChatAnthropic:
    """Claude marks what GPT wrote."""
    return ChatAnthropic(
        model="claude-sonnet-4-5",
        anthropic_api_url="https://api.concentrate.ai",
        api_key=os.environ["CONCENTRATE_API_KEY"],
    )
