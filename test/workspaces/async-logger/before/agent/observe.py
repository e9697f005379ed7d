"""Sends what the SDKs do to Helicone, beside the calls and not in front of them."""

import os

from helicone_async import HeliconeAsyncLogger


def start_observing() -> None:
    logger = HeliconeAsyncLogger(api_key=os.environ["HELICONE_API_KEY"])
    logger.init()
