from fastapi import FastAPI

from app.routers import summaries

app = FastAPI(title="digest")
app.include_router(summaries.router)


@app.get("/healthz")
async def healthz() -> dict[str, str]:
    return {"status": "ok"}
