"""Whether a text that somebody forwards or pastes is a notice of ours, and whether it was altered on its way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.notices.comparison import compare
from bot.notices.differences import Difference
from bot.notices.official import Official, official
from bot.notices.public import PublicNotice
from bot.vietnamese.fold import fold
from bot.vietnamese.traced import Traced, traced

_LONGEST = 4_000  # characters; nothing that we send is longer
_LEAST = 40  # letters that make a text more than a phrase that any notice may hold
_RUN = 6  # letters; two Vietnamese texts share many shorter runs
_MOST_RUNS = 80  # of a text are looked for, evenly spread
_FEW_RUNS, _LEAST_OF_FEW = 20, 3  # at the first look
_ALIKE = 0.5  # share of runs: the same template with other names has more, unrelated texts have a fifth
# What chat programs put before a message that is copied: [21/11/2026 14:05] Lan:
_STAMP = re.compile(r"^\s*\[[\d:/., \-]+\]\s*(?:[^:\n]{1,40}:)?", re.MULTILINE)
# What nobody writes who does not write a notice, or pretends to.
_LOOKS = re.compile(
    r"\bma (?:kiem tra|thong bao)\b|\bthong bao (?:khan cap|khan|uu tien|thong thuong)\b|\bthong bao so \d"
    r"|^\W*thong bao\b.{0,80}\b(?:uy ban|ubnd|cong an|ban chi huy|tram y te)\b"
    r"|\b(?:uy ban nhan dan|ubnd|ban chi huy)\b.{0,80}\b(?:thong bao|yeu cau|de nghi|tran trong)\b"
)


class Copied(Enum):
    """What a text is."""

    TRUE = "true"  # all it says is said by a notice; a part may be missing, a greeting added
    ALTERED = "altered"  # it looks like one, and says otherwise
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """Which notice the text is a copy of, and where it differs: words of the copy and the true ones."""

    kind: Copied
    code: str = ""
    differences: tuple[Difference, ...] = ()


def recognise(text: str, known: Sequence[PublicNotice]) -> Match:
    """The notice that a text is a copy of. `known`: the newest first; equals are decided in that order.

    Blanks, marks, emoji, whole sentences and either end may be lost. Numbers, times, telephone numbers, links and what
    people are to do may not be changed or added; a true code makes other words no truer.
    """
    copy = traced(_STAMP.sub("", text[:_LONGEST]))
    return max(_matches(copy, known), key=lambda match: match[0], default=(0.0, Match(Copied.NONE)))[1]


def looks_like_notice(text: str) -> bool:
    """Whether a text presents itself as a notice of an office, ours or not."""
    return _LOOKS.search(fold(text[:_LONGEST])) is not None


def _matches(copy: Traced, known: Sequence[PublicNotice]) -> Iterator[tuple[float, Match]]:
    """Each notice that the text could be a copy of, and how well it fits: a true copy always fits better."""
    runs = _runs(copy.letters)
    for one in known:
        form = official(one.notice, one.code)
        coded = any(code in copy.letters for code in form.codes)
        alike = _likeness(runs, form)
        if not coded and alike < _ALIKE:
            continue
        found = compare(copy, form)
        if found.is_true:  # too little of it to tell whose it is: then nobody else's altered copy either
            kind = Copied.TRUE if coded or found.told >= _LEAST else Copied.NONE
            yield 2 + coded + found.told / len(copy.letters), Match(kind, one.code if kind is Copied.TRUE else "")
        else:
            yield alike + coded * 0.5, Match(Copied.ALTERED, one.code, found.differences)


def _runs(letters: str) -> list[str]:
    step = max(1, len(letters) // _MOST_RUNS)
    return [letters[at : at + _RUN] for at in range(0, len(letters) - _RUN + 1, step)]


def _likeness(runs: list[str], form: Official) -> float:
    """Which share of the runs only this notice has, apart from what every notice of its office says."""
    few = runs[:: max(1, len(runs) // _FEW_RUNS)]
    if sum(run in form.own for run in few) * _FEW_RUNS < len(few) * _LEAST_OF_FEW:
        return 0.0  # as nearly always, and soon found out
    telling = [run for run in runs if run not in form.shared]
    return sum(run in form.own for run in telling) / len(telling) if len(telling) >= _LEAST // 2 else 0.0
