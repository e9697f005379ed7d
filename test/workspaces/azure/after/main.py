import sys

from assistant.contracts import risky_clauses
from assistant.translate import translate


def main() -> None:
    contract = sys.stdin.read()
    print(translate(risky_clauses(contract), "German"))


if __name__ == "__main__":
    main()
