"""Learns from our own written cases how far words lean to a scam: `python -m bench.leanings` writes the table anew.

Logistic regression (AdaGrad, L2) on the words, families of words and pairs of them of `bot.advice.pieces.pieces` that
at least two cases hold. Real messages of people are not among the cases. The same cases always give the same table.
"""

import csv
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from bench.understanding import LATER, OWN, ROOT, TOLD, Case, own_cases
from bot.advice.cues import expected_words
from bot.advice.knowledge_watch import read_knowledge
from bot.advice.leanings import TABLE
from bot.advice.pieces import heard_in
from bot.vietnamese.plain import plain

_FEWEST = 2  # cases
_ROUNDS, _STEP, _SHRINK = 15, 0.1, 0.2
_LEAST = 0.05  # a weight that is worth a line

_TOPICS = frozenset(  # of answers that are no answers to tricks
    {
        "điện thoại",
        "về Cầm Tay",
        "việc ở xã",
        "VNeID",
        "bảo hiểm",
        "thiên tai",
        "số cần nhớ",
        "Wi-Fi",
        "Zalo",
        "giấy tờ",
    }
    | {"mật khẩu", "gọi có hình", "thư điện tử", "giao thông", "dịch vụ công", "khóa hai lớp", "thông báo của xã"}
)

Learned = Mapping[str, float]
Row = tuple[Set[str], bool, float]


def questions() -> Iterator[Case]:
    """What people ask that has nothing to do with tricks, as harmless as a message can be."""
    topics = {answer.id: answer.topic for answer in read_knowledge(ROOT / "lessons").answers}
    for name in ("questions.jsonl", "unseen.jsonl"):
        for row in map(json.loads, (ROOT / "tests" / "advice" / name).read_text("utf-8").splitlines()):
            if row["answers"] and _TOPICS.issuperset(topics.get(id, "") for id in row["answers"]):
                yield Case(scam=False, kind="question", text=row["text"])


def rows(cases: Iterable[Case]) -> list[Row]:
    """The pieces of each case, whether it is a scam, and how much each piece counts."""
    read = ((heard_in(plain(one.text, expected_words())), one.scam) for one in cases)
    return [(said.pieces, scam, said.portion) for said, scam in read]


def learn(told: Sequence[Row], shrink: float = _SHRINK) -> Learned:
    """The weight of each piece in log-odds; there is no weight of its own for scams as such."""
    counts = Counter(piece for held, _, _ in told for piece in held)
    kept = [(sorted(piece for piece in held if counts[piece] >= _FEWEST), scam, part) for held, scam, part in told]
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    chance = random.Random(1)
    for _ in range(_ROUNDS):
        chance.shuffle(kept)
        for held, scam, part in kept:
            wrong = part * (_likely(part * sum(weights.get(piece, 0.0) for piece in held)) - scam)
            for piece in held:
                slope = wrong + shrink * weights.get(piece, 0.0)
                squares[piece] = squares.get(piece, 1e-6) + slope * slope
                weights[piece] = weights.get(piece, 0.0) - _STEP * slope / math.sqrt(squares[piece])
    return weights


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def write(learned: Learned, file: Path) -> None:
    """The table, a piece a line in the order of the alphabet."""
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(
            (piece, f"{weight:.2f}") for piece, weight in sorted(learned.items()) if abs(weight) >= _LEAST
        )


if __name__ == "__main__":
    written = [case for file in (OWN, LATER, TOLD) for case in own_cases(file)]
    write(learn(rows([*written, *questions()])), TABLE)
