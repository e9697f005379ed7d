import asyncio
import os

from openai import AsyncOpenAI, OpenAI

client = OpenAI(base_url="https://api.concentrate.ai/v1", api_key=os.environ["CONCENTRATE_API_KEY"])
patient = AsyncOpenAI(base_url="https://api.concentrate.ai/v1", api_key=os.environ["CONCENTRATE_API_KEY"])


def ask(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=100,
        temperature=0.2,
        n=1,
        messages=[
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": question},
        ],
        extra_body={"routing": {"model": {"fallbacks": ["gpt-4o-mini"]}}},
        timeout=20,
    )
    return completion.choices[0].message.content


def ask_shortly(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_completion_tokens=100,
        messages=[{"role": "user", "content": question}],
    )
    print(completion.usage.prompt_tokens, completion.usage.completion_tokens, f"{completion.usage.total_tokens}")
    return completion.choices[0].message.content


def look(picture: str) -> None:
    seen = client.chat.completions.create(
        model="gpt-4o",
        reasoning_effort="low",
        messages=[{"role": "user", "content": [
            {"type": "text", "text": "What is this?"},
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{picture}"}},
        ]}],
        response_format={
            "type": "json_schema",
            "json_schema": {
                "name": "thing",
                "schema": {"type": "object", "properties": {}, "additionalProperties": False},
                "strict": True,
            },
        },
        tools=[
            {
                "type": "function",
                "function": {
                    "name": "weather",
                    "parameters": {"type": "object", "properties": {}},
                },
            },
        ],
        tool_choice="auto",
    )
    print(seen.choices[0].message.content.upper())


async def stream(question: str) -> None:
    chunks = await patient.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    async for chunk in chunks:
        if chunk.choices and chunk.choices[0].delta.content is not None:
            print(chunk.choices[0].delta.content, end="")
    async for chunk in await patient.chat.completions.create(
        model="gpt-4o-mini", messages=[{"role": "user", "content": "Once more"}], stream=True
    ):
        text = chunk.choices[0].delta.content
        print(text or "", end="|" if text else "")


print(ask("Say hello"))
print(ask_shortly("Say hello"))
look("iVBORw0KGgo=")
asyncio.run(stream("Say hello"))

messages = [{"role": "system", "content": "Be brief."}]
for number in [1, 2]:
    messages.append({"role": "user", "content": f"Number {number}"})
    reply = client.chat.completions.create(model="gpt-4o", messages=messages)
    messages.append({"role": "assistant", "content": reply.choices[0].message.content})
print(messages)
