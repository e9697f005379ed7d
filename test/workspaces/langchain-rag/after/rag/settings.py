import os

from dotenv import load_dotenv

load_dotenv()

HELICONE_BASE_URL = "https://api.concentrate.ai/v1"

INDEX_PATH = os.getenv("INDEX_PATH", "index.json")
CHUNK_SIZE = 800
