from agent.observe import start_observing

# Before the SDKs are imported: it patches them.
start_observing()

from agent.planner import plan  # noqa: E402
from agent.tools import search  # noqa: E402


def main() -> None:
    for step in plan("A week in Lisbon, by train"):
        print(step, search(step))


if __name__ == "__main__":
    main()
