import os

# Settings are read when the app is imported.
os.environ.setdefault("OPENAI_API_KEY", "test")
os.environ.setdefault("CONCENTRATE_API_KEY", "test")
