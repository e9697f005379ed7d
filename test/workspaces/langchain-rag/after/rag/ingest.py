"""python -m rag.ingest docs/"""

import sys
from pathlib import Path

from langchain_core.vectorstores import InMemoryVectorStore

from rag.models import embedding_model
from rag.settings import CHUNK_SIZE, INDEX_PATH


def chunks(text: str, size: int = CHUNK_SIZE) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


def main(folder: str) -> None:
    store = InMemoryVectorStore(embedding_model())
    for path in sorted(Path(folder).glob("**/*.md")):
        store.add_texts(chunks(path.read_text()), metadatas=None)
    store.dump(INDEX_PATH)


if __name__ == "__main__":
    main(sys.argv[1])
