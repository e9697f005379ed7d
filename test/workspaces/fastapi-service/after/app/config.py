from functools import lru_cache

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    environment: str = "dev"
    openai_api_key: str
    concentrate_api_key: str
    concentrate_base_url: str = "https://api.concentrate.ai/v1"
    default_model: str = "gpt-4o-mini"
    request_timeout: float = 30.0


@lru_cache
def get_settings() -> Settings:
    return Settings()
