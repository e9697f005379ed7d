import os
import uuid

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["OPENAI_API_KEY"],
    base_url="https://oai.helicone.ai/v1",
    default_headers={"Helicone-Auth": "Bearer " + os.environ["HELICONE_API_KEY"]},
)

session_id = str(uuid.uuid4())


def ask(question: str, path: str) -> str:
    response = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
        extra_headers={
            "Helicone-Session-Id": session_id,
            "Helicone-Session-Path": path,
            "Helicone-Session-Name": "Course plan",
            "X-Course": "algebra",
        },
    )
    return response.choices[0].message.content


print(ask("Outline a course", "/outline"))
print(ask("Write the first lesson", "/outline/lesson"))
