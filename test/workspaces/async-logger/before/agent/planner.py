import json

from openai import OpenAI

client = OpenAI()


def plan(wish: str) -> list[str]:
    response = client.chat.completions.create(
        model="gpt-4o",
        response_format={"type": "json_object"},
        messages=[
            {"role": "system", "content": 'Answer with JSON: {"steps": ["…"]}'},
            {"role": "user", "content": wish},
        ],
    )
    return json.loads(response.choices[0].message.content or "{}").get("steps", [])
