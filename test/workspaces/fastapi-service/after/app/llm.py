"""One client for the whole service."""

from functools import lru_cache

from openai import AsyncOpenAI

from app.config import get_settings


@lru_cache
def get_client() -> AsyncOpenAI:
    settings = get_settings()
    return AsyncOpenAI(
        api_key=settings.concentrate_api_key,
        base_url=settings.concentrate_base_url,
        timeout=settings.request_timeout,
    )
