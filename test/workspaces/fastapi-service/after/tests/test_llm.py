from app.llm import get_client


def test_the_client_goes_through_the_proxy():
    client = get_client()
    assert str(client.base_url) == "https://api.concentrate.ai/v1/"
    assert client.max_retries == 2
