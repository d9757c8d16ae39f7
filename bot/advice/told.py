"""A verdict as it is told in writing."""

from collections.abc import Iterator

from bot.advice.knowledge import Knowledge
from bot.advice.verdict import TITLES, Check, Verdict
from bot.translations import Words, mark

KIND = mark("Giống kiểu: {name}.")
LIMIT = mark(
    "{Me} là máy, có thể sót, và không biết chắc ai nhắn, ai gọi. Chưa chắc thì {you} hỏi thêm người nhà{polite}."
)


def told(found: Check, knowledge: Knowledge, words: Words) -> Iterator[str]:
    """What it is, why, and what to do now, a line each; where no sign was seen, that a machine may miss one."""
    scam = knowledge.scam(found.kind or "")
    yield words.say(TITLES[found.verdict])
    if scam:
        yield words.say(KIND, name=scam.title)
    yield from (f"– {reason.said(words)}" for reason in found.reasons)
    yield from (words.say(step) for step in found.advice)
    if found.verdict is Verdict.NO_SIGN:
        yield words.say(LIMIT)
