"""What the notebooks share."""

HELICONE_GATEWAY = "https://ai-gateway.helicone.ai/v1"


def load_reviews() -> list[str]:
    return [
        "The box was open and half of it was gone.",
        "Arrived early, tastes great.",
    ]
