from assistant.client import DEPLOYMENT, client


def risky_clauses(contract: str) -> str:
    response = client.chat.completions.create(
        model=DEPLOYMENT,
        messages=[
            {"role": "system", "content": "List the risky clauses of a contract."},
            {"role": "user", "content": contract},
        ],
    )
    return response.choices[0].message.content or ""
