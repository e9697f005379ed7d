"""One client for the whole service."""

from functools import lru_cache

from openai import AsyncOpenAI

from app.config import get_settings


@lru_cache
def get_client() -> AsyncOpenAI:
    settings = get_settings()
    return AsyncOpenAI(
        api_key=settings.openai_api_key,
        base_url=settings.helicone_base_url,
        timeout=settings.request_timeout,
        default_headers={
            "Helicone-Auth": f"Bearer {settings.helicone_api_key}",
            "Helicone-Property-Environment": settings.environment,
            "Helicone-Retry-Enabled": "true",
        },
    )
