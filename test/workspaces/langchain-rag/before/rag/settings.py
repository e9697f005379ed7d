import os

from dotenv import load_dotenv

load_dotenv()

HELICONE_BASE_URL = "https://oai.hconeai.com/v1"
HELICONE_HEADERS = {
    "Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}",
    "Helicone-Property-Project": "handbook",
}

INDEX_PATH = os.getenv("INDEX_PATH", "index.json")
CHUNK_SIZE = 800
