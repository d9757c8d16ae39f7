"""Learns from our own written cases what people want, in which words: `python -m bench.wants` writes both tables anew.

Softmax regression (AdaGrad, L2) on the pieces of `bot.advice.leanings.pieces` that at least three cases hold. The same
cases always give the same tables. `--unseen` prints how often messages that were not learned from take their way.
"""

import csv
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.answers import Score
from bench.padding import padded
from bench.understanding import ROOT
from bot.advice.book.answers import index_of
from bot.advice.desk import advise
from bot.advice.emergencies import tells_of_loss
from bot.advice.knowledge import Knowledge
from bot.advice.known import Known
from bot.advice.response import Route
from bot.advice.shipped import read_desk
from bot.advice.wants import EMERGENCIES, TABLE, USUAL, Want, Weights, likely, said

CASES = ROOT / "tests" / "advice" / "wanted-cases.jsonl"
UNSEEN = ROOT / "tests" / "advice" / "wanted-unseen.jsonl"
SHOWN = ("cases.jsonl", "later-cases.jsonl", "told-cases.jsonl")  # messages that people may show, scams and harmless
WAYS = {
    Want.ANSWER: {Route.FAQ, Route.UNKNOWN},
    Want.URGENT: {Route.URGENT_HELP},
    Want.CHECK: {Route.SCAM_HELP},
    Want.SHOW: {Route.SCAM_HELP},
    Want.PERSON: {Route.OFFICER},
    Want.OUT: {Route.OPT_OUT},
    Want.MENU: {Route.MENU},
    Want.LESSON: {Route.LESSON},
    Want.REFUSED: {Route.UNKNOWN},
}
_FEWEST = 3  # cases
_ROUNDS, _STEP, _SHRINK = 12, 0.1, 0.01
_PADDED = 0.5  # times that a case counts once more, padded
_RARE = 3.0  # times that each case counts of what is rarer than questions
_OTHERWISE = 0.5  # from here on a way to ask sounds like something else
_LEAST = 0.3  # between the weights of a piece that is worth a line


class Case(NamedTuple):
    """A message in folded words, what is wanted with it, and how much it counts."""

    plain: str
    want: str
    times: float = 1.0
    way: bool = False  # to ask for an answer of the book


class Row(NamedTuple):
    """A case as it is learned from: its pieces, the number of its want, how much each piece and the case count."""

    pieces: Sequence[str]
    want: int
    portion: float
    times: float


def cases(file: Path = CASES) -> list[dict[str, Any]]:
    """The messages written for this."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def wants(knowledge: Knowledge) -> Iterator[Case]:
    """Everything that people want here, each as it was written and padded like the talk of old people."""
    chance, plain = random.Random(1), index_of(knowledge).plain
    for text, want, times, way in _written(knowledge):
        yield Case(plain(text), want, times, way)
        yield Case(plain(padded(text, chance)), want, _PADDED * times, way)


def _written(knowledge: Knowledge) -> Iterator[tuple[str, str, float, bool]]:
    """The messages written for this, each way to ask for an answer, and messages of others that are shown."""
    for row in cases():
        yield row["text"], row["want"], 1.0 if row["want"] == Want.ANSWER else _RARE, False
    for answer in knowledge.answers:
        yield from ((way, Want.ANSWER, 1.0, True) for way in (answer.question, *answer.ways))
    for text in shown(knowledge):
        yield text, Want.SHOW, 1.0, False


def learn_wants(knowledge: Knowledge) -> Weights:
    """The weights for what people want. Ways to ask for an answer that sound like wanting a look ("is it true that …")
    or help at once are left out: whether such a message has an answer, its nearness tells."""
    told = list(wants(knowledge))
    without = learn(case for case in told if not case.way)
    return learn(case for case in told if not (case.way and _sounds_otherwise(case, without)))


def _sounds_otherwise(case: Case, weights: Weights) -> bool:
    of = likely(said(case.plain), weights)
    return of[Want.CHECK] + of[Want.SHOW] + of[Want.URGENT] > _OTHERWISE


def shown(knowledge: Knowledge) -> Iterator[str]:
    """What only shows a message, and does not tell that its writer has lost something by it."""
    plain = index_of(knowledge).plain
    for row in (row for name in SHOWN for row in cases(CASES.with_name(name))):
        if not row["scam"] or not tells_of_loss(row["text"], plain(row["text"])):
            yield row["text"]


def emergencies(knowledge: Knowledge) -> Iterator[Case]:
    """Which emergency is told of, where one is."""
    plain = index_of(knowledge).plain
    return (Case(plain(row["text"]), row["what"]) for row in cases() if row["what"])


def learn(told: Iterable[Case], shrink: float = _SHRINK) -> Weights:
    """The weight of each piece for each want, in log-odds; USUAL is a piece of every case."""
    known = list(told)
    names = sorted({case.want for case in known})
    rows = _rows(known, names)
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(names))
    squares: dict[str, list[float]] = defaultdict(lambda: [1e-6] * len(names))
    chance = random.Random(1)
    for _ in range(_ROUNDS):
        chance.shuffle(rows)
        for row in rows:
            wrong = _wrong(row, weights, len(names))
            for piece in row.pieces:
                _correct(weights[piece], squares[piece], wrong, shrink)
    return Weights(tuple(names), {piece: tuple(own) for piece, own in weights.items()})


def _rows(told: Sequence[Case], names: Sequence[str]) -> list[Row]:
    heard = [said(case.plain) for case in told]
    counts = Counter(piece for one in heard for piece in one.pieces)
    kept = [sorted(piece for piece in one.pieces if counts[piece] >= _FEWEST) for one in heard]
    return [
        Row((USUAL, *own), names.index(case.want), one.portion, case.times)
        for case, one, own in zip(told, heard, kept, strict=True)
    ]


def _wrong(row: Row, weights: Mapping[str, Sequence[float]], wants: int) -> list[float]:
    """How far the likelihood of each want is from the truth, as much as each piece counts for it."""
    odds = [row.portion * sum(own) for own in zip(*(weights[piece] for piece in row.pieces), strict=True)]
    powers = [math.exp(one - max(odds)) for one in odds]
    share = row.portion * row.times / sum(powers)
    return [share * powers[want] - row.portion * row.times * (want == row.want) for want in range(wants)]


def _correct(own: list[float], squares: list[float], wrong: Sequence[float], shrink: float) -> None:
    for want, slope in enumerate(wrong):
        pull = slope + shrink * own[want]
        squares[want] += pull * pull
        own[want] -= _STEP * pull / math.sqrt(squares[want])


def write(learned: Weights, file: Path) -> None:
    """The table in the order of the alphabet."""
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(("piece", *learned.names))
        for piece, own in sorted(learned.of.items()):
            if piece == USUAL or max(own) - min(own) >= _LEAST:
                lines.writerow((piece, *(f"{weight:.2f}" for weight in own)))


def heard(rows: Sequence[Mapping[str, Any]], known: Known) -> Iterator[str]:
    """Of each want, how often the message takes its way; an answer may also be asked back for, where none is named."""
    for want in Want:
        own = [row for row in rows if row["want"] == want]
        yield f"{want:<8}{Score(sum(is_heard(row, known) for row in own), len(own))}"


def is_heard(row: Mapping[str, Any], known: Known) -> bool:
    """Whether a message takes its way, or gets an answer that was named for it."""
    found = advise(row["text"], None, known)
    return found.source in row["answers"] if row.get("answers") else found.route in WAYS[Want(row["want"])]


if __name__ == "__main__":
    desk = read_desk(ROOT / "lessons")
    if "--unseen" in sys.argv:
        for number in (1, 2, 3, 4, 5, 6, 7):
            print(f"set {number}", *heard([row for row in cases(UNSEEN) if row["set"] == number], desk), sep="\n")
    else:
        write(learn_wants(desk.knowledge), TABLE)
        write(learn(emergencies(desk.knowledge)), EMERGENCIES)
