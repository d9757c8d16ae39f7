"""What an instruction bids and forbids people to do.

A verb counts as a command at the beginning of a piece, behind a word that bids ("hãy", "đề nghị") or behind those who
are spoken to ("bà con", "các hộ"). A few that can hardly mean anything else count wherever they stand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.notices import action_patterns as patterns
from bot.notices.clauses import Clause, clauses
from broadcasts.wording.facts import Action, Sense


def actions(text: str) -> tuple[Action, ...]:
    """Every action, in the order of the text."""
    return tuple(action for clause in clauses(text) for action in _of(clause))


def names_action(text: str) -> bool:
    """Whether any verb of the list stands in the text, whoever does it."""
    return any(patterns.ANY.search(clause.spelt) for clause in clauses(text))


def evacuations(text: str) -> Iterator[str]:
    """The verbs by which the text tells people to leave; "bà con sơ tán trở về nhà" tells the opposite."""
    for clause in clauses(text):
        if not patterns.HOME_AGAIN.search(clause.spelt):
            yield from (found["verb"] for found in _commands(clause) if _tells_to_leave(clause, found))


def _tells_to_leave(clause: Clause, found: re.Match[str]) -> bool:
    """Behind people the verb may only say which ones, "người sơ tán nhận lại đồ": there it must go on to a place."""
    before, after = clause.spelt.text[: found.start("verb")], clause.spelt.text[found.end("verb") :]
    bidden = not before or patterns.BID_LAST.within(clause.spelt).search(before)
    leaves = _action(clause, found).sense is Sense.LEAVE
    return leaves and bool(bidden or patterns.ONWARD.within(clause.spelt).match(after))


@lru_cache(maxsize=256)  # an instruction is looked into for what it bids, and for where it sends people
def _commands(clause: Clause) -> tuple[re.Match[str], ...]:
    """Verbs at the beginning of the piece, behind a word that bids, or behind people however they are described."""
    found = patterns.COMMAND.within(clause.spelt).finditer(clause.spelt.text)
    spoken_to = patterns.SPOKEN_TO.within(clause.spelt).match(clause.spelt.text)
    if spoken_to and not patterns.NO_COMMAND.within(clause.spelt).search(spoken_to["between"]):
        return (*found, spoken_to)
    return tuple(found)


def _of(clause: Clause) -> Iterator[Action]:
    taken: list[tuple[int, int]] = []
    if patterns.IN_NEED.within(clause.spelt).fullmatch(clause.spelt.text):
        return
    for found in (*_commands(clause), *_loose(clause)):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            taken.append(found.span())
            yield _action(clause, found)


def _loose(clause: Clause) -> Iterator[re.Match[str]]:
    """Commands that stand elsewhere: strong verbs unless others are said to do it, and what is surely forbidden."""
    text = clause.spelt.text
    for found in patterns.STRONG.within(clause.spelt).finditer(text):
        if not patterns.REPORTS.within(clause.spelt).search(text, 0, found.start()):
            yield found
    yield from patterns.FORBIDDEN.within(clause.spelt).finditer(text)
    yield from patterns.BARE.within(clause.spelt).finditer(text)
    yield from patterns.UNKNOWN.within(clause.spelt).finditer(text)


def _action(clause: Clause, found: re.Match[str]) -> Action:
    text, marked = clause.spelt.text, clause.spelt.marked
    verb, after = found["verb"], text[found.end("verb") :]
    forbidden = bool(found["no"]) and found["no"].strip() not in patterns.BIDDEN_BARE
    if verb.startswith(patterns.NO):
        verb, forbidden = verb.split(" ", 1)[1], True
    return Action(
        verb=verb,
        what="" if patterns.MANNER_FIRST.side(marked).match(after) else " ".join(re.findall(r"\w+", after)[:2]),
        sense=_sense(text, found.end("verb") - len(verb), verb, marked=marked, forbidden=forbidden),
        forbidden=forbidden,
        for_whom=_says_for_whom(clause.upto(found.start("verb")), after, marked=marked),
        sentence=clause.sentence,
        piece=clause.number,
    )


def _says_for_whom(before: str, after: str, *, marked: bool) -> bool:
    return bool(patterns.FOR_WHOM.side(marked).search(before) or patterns.WHOM_AFTER.side(marked).match(after))


def _sense(text: str, at: int, verb: str, *, marked: bool, forbidden: bool) -> Sense:
    leaves = bool(patterns.LEAVE.side(marked).fullmatch(verb))
    if forbidden:
        return Sense.STAY if leaves or patterns.OUT.side(marked).match(text, at) else Sense.OTHER
    if leaves:
        return Sense.LEAVE
    return next((sense for sense, pattern in patterns.SENSES.items() if pattern.side(marked).match(verb)), Sense.OTHER)
