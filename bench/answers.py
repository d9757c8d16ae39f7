"""How often the right answer is given, in four ways of writing, with Wilson 95 % intervals, and how fast.

`python -m bench.answers` prints a table for the questions of `tests/advice`; `--misses` also names what went wrong.
"""

import json
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.writing import WAYS
from bot.advice.desk import advise
from bot.advice.knowledge import Knowledge
from bot.advice.known import Known
from bot.advice.response import Response, Route
from bot.advice.shipped import read_desk
from bot.cli.loading import loading
from bot.learning.lesson import Audience

ROOT = Path(__file__).parent.parent
ASKED = ROOT / "tests" / "advice"
Row = Mapping[str, Any]
_Z = 1.96
_ENTRIES = 2_000
BY_HAND = ("text", "bare", "typos", "rambling")


@dataclass(frozen=True, slots=True)
class Score:
    """So many right of so many."""

    right: int
    of: int

    def __str__(self) -> str:
        low, high = wilson(self.right, self.of)
        return f"{self.right:>4}/{self.of:<4} {100 * self.right / max(1, self.of):5.1f} % [{low:.1f}, {high:.1f}]"


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent."""
    if not of:
        return 0.0, 100.0
    share, spread = right / of, _Z * _Z / of
    middle = share + spread / 2
    half = _Z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return 100 * (middle - half) / (1 + spread), 100 * (middle + half) / (1 + spread)


def rows(name: str) -> list[Row]:
    """The rows of one file of questions."""
    return [json.loads(line) for line in (ASKED / name).read_text("utf-8").splitlines()]


def asked(row: Row, way: str, known: Known) -> Response:
    """The answer to a question written in one of the ways; the same slips every time."""
    text = WAYS[way](row["text"], random.Random(row["id"]))
    return advise(text, Audience[row["audience"].upper()], known)


def is_right(row: Row, found: Response) -> bool:
    """Whether the route is as expected, or an answer given that serves, which a reply about a trick may hold too."""
    return found.source in row["answers"] if row["answers"] else found.route == row["route"]


def _print_routes(name: str, known: Known, misses: bool) -> None:
    questions = rows(name)
    for way in WAYS:
        answered = [(row, asked(row, way, known)) for row in questions]
        right = [row["route"] for row, found in answered if is_right(row, found)]
        print(f"{name:<22}{way:<20}{Score(len(right), len(questions))}   {_by_route(right, questions)}")
        if misses and way == "as written":
            print(*_missed(answered), sep="\n")


def _by_route(right: Sequence[str], questions: Sequence[Row]) -> str:
    of, good = Counter(row["route"] for row in questions), Counter(right)
    return ", ".join(f"{route} {good[route]}/{count}" for route, count in of.items())


def _missed(answered: Sequence[tuple[Row, Response]]) -> Iterator[str]:
    for row, found in answered:
        if not is_right(row, found):
            wanted = ",".join(row["answers"]) or row["route"]
            yield f"    {row['text']} | {wanted} | {found.route} {found.source} {found.score}"


def by_hand(row: Row, way: str, known: Known) -> Response:
    """The answer to a question of `own-words.jsonl`, which its writer also wrote in the other ways."""
    return advise(row[way], Audience[row["audience"].upper()], known)


def _print_by_hand(known: Known) -> None:
    for number in (1, 2):
        questions = [row for row in rows("own-words.jsonl") if row["set"] == number]
        for way in BY_HAND:
            right = [row["route"] for row in questions if is_right(row, by_hand(row, way, known))]
            name = f"own words, set {number}"
            print(f"{name:<22}{way:<20}{Score(len(right), len(questions))}   {_by_route(right, questions)}")


def _print_refusals(name: str, known: Known) -> None:
    messages = rows(name)
    for way in WAYS:
        refused = sum(asked(row, way, known).route is Route.UNKNOWN for row in messages)
        print(f"{name:<22}{way:<20}{Score(refused, len(messages))}")


def many(known: Known) -> Known:
    """The same with 2,000 answers: ours again and again, each copy with a word of its own in every way to ask."""
    copies = math.ceil(_ENTRIES / len(known.knowledge.answers))
    grown = [
        replace(answer, id=f"{answer.id}-{copy}", ways=tuple(f"{way} k{copy}" for way in answer.ways))
        for copy in range(copies)
        for answer in known.knowledge.answers
    ]
    return replace(known, knowledge=Knowledge(known.knowledge.scams, tuple(grown[:_ENTRIES])))


def _print_speed(known: Known) -> None:
    questions = rows("questions.jsonl")
    with loading():  # as every process of ours does
        grown = many(known)
        started = time.process_time()
        asked(questions[0], "as written", grown)
    print(f"built for {len(grown.knowledge.answers)} answers in {time.process_time() - started:.1f} s of the processor")
    for way in WAYS:
        taken = sorted(_seconds(row, way, grown) for row in questions)
        middle, last = taken[len(taken) // 2], taken[math.ceil(0.99 * len(taken)) - 1]
        print(f"{way:<20}median {1000 * middle:.2f} ms, p99 {1000 * last:.2f} ms of the processor")


def _seconds(row: Row, way: str, known: Known) -> float:
    text, audience = WAYS[way](row["text"], random.Random(row["id"])), Audience[row["audience"].upper()]
    started = time.thread_time()
    advise(text, audience, known)
    return time.thread_time() - started


def main() -> None:
    """Print all of it."""
    known, misses = read_desk(ROOT / "lessons"), "--misses" in sys.argv
    for name in ("questions.jsonl", "unseen.jsonl"):
        if (ASKED / name).exists():
            _print_routes(name, known, misses)
    _print_by_hand(known)
    for name in ("refusals.jsonl", "unseen-refusals.jsonl"):
        if (ASKED / name).exists():
            _print_refusals(name, known)
    _print_speed(known)


if __name__ == "__main__":
    main()
