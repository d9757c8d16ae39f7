"""Learns from our own written cases which kind of scam words tell of: `python -m bench.kinds` writes the table anew.

`--unseen` prints how often the kind is right, of messages that nothing was learned from, and in four parts of the
cases, each judged by what the other three teach.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.answers import Score
from bench.softmax import Case, learn, write
from bench.understanding import LATER, OWN, ROOT, TOLD, UNSEEN
from bot.advice.cues import expected_words
from bot.advice.kind_guess import NONE, TABLE
from bot.advice.pieces import heard_in
from bot.advice.scam_check import check
from bot.advice.shipped import read_desk
from bot.advice.softmax import likely
from bot.advice.verdict import Verdict
from bot.vietnamese.plain import plain

_ROUNDS = 8
_PARTS = 4


def scams(file: Path) -> Iterator[tuple[str, str]]:
    """Each scam of a file and its code in the catalogue, NONE where none fits."""
    for row in map(json.loads, file.read_text("utf-8").splitlines()):
        if row["scam"]:
            yield row["text"], row.get("code", row["kind"]) or NONE


def cases() -> list[Case]:
    """All that is learned from."""
    return [Case(plain(text, expected_words()), code) for file in (OWN, LATER, TOLD) for text, code in scams(file)]


def by_parts(told: Sequence[Case]) -> Score:
    """How often words alone tell the kind of cases that were not learned from."""
    right = 0
    for part in range(_PARTS):
        weights = learn((case for at, case in enumerate(told) if at % _PARTS != part), _ROUNDS).ready()
        for case in told[part::_PARTS]:
            of = likely(heard_in(case.plain), weights)
            right += case.name == max(of, key=of.__getitem__)
    return Score(right, len(told))


def unseen() -> Score:
    """How often the check names the kind of messages that nothing was learned from, where it suspects them."""
    known = read_desk(ROOT / "lessons")
    found = [(check(text, known), code) for text, code in scams(UNSEEN)]
    seen = [(one.kind or NONE, code) for one, code in found if one.verdict is not Verdict.NO_SIGN]
    return Score(sum(kind == code for kind, code in seen), len(seen))


if __name__ == "__main__":
    if "--unseen" in sys.argv:
        print("of messages that nothing was learned from", unseen())
        print("by words alone, in parts                 ", by_parts(cases()))
    else:
        write(learn(cases(), _ROUNDS), TABLE)
