"""Learns from our own written cases what people want, in which words: `python -m bench.wants` writes both tables anew.

`--unseen` prints how often messages that were not learned from take their way.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.answers import Score
from bench.padding import padded
from bench.softmax import Case, Learned, learn, write
from bench.understanding import ROOT
from bot.advice.book.answers import index_of
from bot.advice.desk import advise
from bot.advice.emergencies import tells_of_loss
from bot.advice.knowledge import Knowledge
from bot.advice.known import Known
from bot.advice.response import Route
from bot.advice.shipped import read_desk
from bot.advice.softmax import Weights, likely
from bot.advice.wants import EMERGENCIES, TABLE, Want, said

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
_PADDED = 0.5  # times that a case counts once more, padded
_RARE = 3.0  # times that each case counts of what is rarer than questions
_OTHERWISE = 0.5  # from here on a way to ask sounds like something else


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


def learn_wants(knowledge: Knowledge) -> Learned:
    """The weights for what people want. Ways to ask for an answer that sound like wanting a look ("is it true that …")
    or help at once are left out: whether such a message has an answer, its nearness tells."""
    told = list(wants(knowledge))
    without = learn(case for case in told if not case.way).ready()
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unseen", action="store_true", help="learn nothing, judge what was not learned from")
    unseen = parser.parse_args().unseen
    desk = read_desk(ROOT / "lessons")
    if unseen:
        for number in sorted({row["set"] for row in cases(UNSEEN)}):
            print(f"set {number}", *heard([row for row in cases(UNSEEN) if row["set"] == number], desk), sep="\n")
    else:
        write(learn_wants(desk.knowledge), TABLE)
        write(learn(emergencies(desk.knowledge)), EMERGENCIES)
