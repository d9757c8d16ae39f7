"""Learns from our own written cases how messages tell of emergencies: `python -m bench.urgency` writes the table anew.

The same learning as `bench.leanings`. `--held-back` prints what is recognised of each fifth after learning the others.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from bench.leanings import Learned, Row, learn
from bench.understanding import LATER, OWN, ROOT, TOLD, own_cases
from bot.advice.cues import expected_words
from bot.advice.knowledge_watch import read_knowledge
from bot.advice.leanings import pieces, portion
from bot.advice.urgency import ANY, LEAST, TABLE
from bot.vietnamese.plain import plain_words

CASES = ROOT / "tests" / "advice" / "urgent-cases.jsonl"  # "what" is empty where nothing is urgent
_OFTEN = 8  # times that an emergency is shown for each time of something else, of which there is far more
_PARTS = 5
_SHRINK = 0.002
_LEAST = 0.15  # a weight that is worth a line

Case = tuple[str, str]  # what it is, and the message


def cases() -> list[Case]:
    """The messages written for this."""
    return [(row["what"], row["text"]) for row in map(json.loads, CASES.read_text("utf-8").splitlines())]


def harmless() -> Iterator[Case]:
    """The ways to ask for each answer, and honest messages: they tell of no emergency."""
    yield from ((ANY, case.text) for file in (OWN, LATER, TOLD) for case in own_cases(file) if not case.scam)
    for answer in read_knowledge(ROOT / "lessons").answers:
        yield from ((ANY, way) for way in (answer.question, *answer.ways))


@cache
def _row(text: str) -> tuple[frozenset[str], float]:
    words = plain_words(text, expected_words())
    return frozenset(piece for piece, _, _ in pieces(words)), portion(len(words))


def rows(told: Iterable[Case], what: str) -> list[Row]:
    """Whether each case is this emergency; for ANY, whether it is one at all."""
    return [(*_row(text)[:1], own == what, _row(text)[1]) for own, text in told]


def learn_all(told: Sequence[Case]) -> dict[str, Learned]:
    """The weights for each emergency among emergencies, and for ANY among everything that people ask."""
    urgent = [(what, text) for what, text in told if what != ANY]
    others = [("none", text) for what, text in told if what == ANY] + [("none", text) for _, text in harmless()]
    weights = {ANY: learn(rows([*((ANY, text) for _, text in urgent for _ in range(_OFTEN)), *others], ANY), _SHRINK)}
    return weights | {what: learn(rows(urgent, what), _SHRINK) for what in sorted({what for what, _ in urgent})}


def write(weights: dict[str, Learned], file: Path) -> None:
    """The table in the order of the alphabet."""
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(
            (what, piece, f"{weight:.2f}")
            for what, learned in sorted(weights.items())
            for piece, weight in sorted(learned.items())
            if abs(weight) >= _LEAST
        )


def held_back() -> Iterator[str]:
    """What is recognised of cases that were not learned from."""
    told, seen = cases(), Counter[tuple[bool, bool]]()
    for part in range(_PARTS):
        weights = learn_all([case for at, case in enumerate(told) if at % _PARTS != part])[ANY]
        for what, text in told[part::_PARTS]:
            found, share = _row(text)
            seen[what != ANY, share * sum(weights.get(piece, 0.0) for piece in found) >= LEAST] += 1
    yield f"emergencies: {seen[True, True]} of {seen[True, True] + seen[True, False]}"
    yield f"taken for one: {seen[False, True]} of {seen[False, True] + seen[False, False]} others written for this"


if __name__ == "__main__":
    if "--held-back" in sys.argv:
        print(*held_back(), sep="\n")
    else:
        write(learn_all(cases()), TABLE)
