import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from openai import AsyncOpenAI
from pydantic import BaseModel

from app.config import Settings, get_settings
from app.llm import get_client

router = APIRouter(prefix="/summaries")
log = logging.getLogger(__name__)


class SummaryRequest(BaseModel):
    text: str
    max_words: int = 80


class Summary(BaseModel):
    summary: str


@router.post("")
async def summarise(
    body: SummaryRequest,
    client: Annotated[AsyncOpenAI, Depends(get_client)],
    settings: Annotated[Settings, Depends(get_settings)],
    x_user_id: Annotated[str, Header()] = "anonymous",
) -> Summary:
    completion = await client.chat.completions.create(
        model=settings.default_model,
        messages=[
            {"role": "system", "content": f"Summarise in at most {body.max_words} words."},
            {"role": "user", "content": body.text},
        ],
    )
    log.info("summarised %d characters", len(body.text))
    return Summary(summary=completion.choices[0].message.content or "")
