import httpx


def search(query: str) -> list[str]:
    def operation():
        response = httpx.get("https://example.com/search", params={"q": query})
        return response.text.splitlines()

    return operation()
