import os

from dotenv import load_dotenv
from openai import OpenAI

load_dotenv()

client = OpenAI(default_headers={"Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}"})

response = client.responses.create(model="gpt-5.1", input="Say hello")
print(response.output_text)
