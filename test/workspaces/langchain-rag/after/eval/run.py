"""Asks the questions of questions.jsonl and lets the judge mark the answers."""

import json
from pathlib import Path

from rag.chain import build_chain
from rag.models import judge_model

questions = [json.loads(line) for line in Path(__file__).with_name("questions.jsonl").read_text().splitlines()]


def main() -> None:
    chain = build_chain()
    judge = judge_model()
    good = 0
    for item in questions:
        answer = chain.invoke(item["question"])
        verdict = judge.invoke(f"Question: {item['question']}\nExpected: {item['expected']}\nAnswer: {answer}\nYes or no?")
        good += "yes" in str(verdict.content).lower()
    print(f"{good}/{len(questions)}")


if __name__ == "__main__":
    main()
