"""What must hold for every screen, whoever reads it."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.learning.lesson import Audience
from bot.messages import MOST_CHOICES, RESERVED_KEYS, Paragraph
from tests.conversation.talk import Talk

OF_THE_LESSON = "{ngay}"  # braces that an administrator wrote
_OTHERS = {
    Audience.CHILD: re.compile(r"\b(bác|cháu)\b", re.IGNORECASE),
    Audience.ADULT: re.compile(r"\b(bác|cháu)\b", re.IGNORECASE),
    Audience.ELDER: re.compile(r"\banh chị\b|(?<!trẻ )\bem\b", re.IGNORECASE),
    None: re.compile(r"\banh chị\b|(?<!trẻ )\bem\b", re.IGNORECASE),
}
_PLACES = re.compile(r"\bBác Ái\b")


def faults(talk: Talk, before: Talk) -> list[str]:
    """Everything that is wrong with the present screen."""
    return [*_choices(talk), *_words(talk), *_forms(talk, before), *_apologies(talk, before)]


def _choices(talk: Talk) -> Iterator[str]:
    choices = talk.screen.choices
    if not choices:
        yield "no way on"
    if sum(choice.key not in RESERVED_KEYS for choice in choices) > MOST_CHOICES:
        yield "more than six choices"
    for what in ("key", "id"):
        counted = Counter(getattr(choice, what) for choice in choices)
        yield from (f"{what} twice: {name}" for name, count in counted.items() if count > 1 or not name)
    if talk.offered != choices:
        yield "what is shown is not what is remembered"


def _words(talk: Talk) -> Iterator[str]:
    texts = [*(p.text for p in talk.screen.paragraphs), *(c.label for c in talk.screen.choices), talk.screen.hint]
    for text in texts:
        if re.search(r"[{}]", text.replace(OF_THE_LESSON, "")):
            yield f"not filled: {text}"
    if not any(paragraph.text.strip() for paragraph in talk.screen.paragraphs):
        yield "says nothing"
    if not all(choice.label.strip() for choice in talk.screen.choices):
        yield "a choice without a label"


def _forms(talk: Talk, before: Talk) -> Iterator[str]:
    """What was said first is said in the forms that held when the message came."""
    said = len(talk.state.said)
    yield from _wrong(talk.screen.paragraphs[said:], talk)
    yield from _wrong(tuple(Paragraph(choice.label) for choice in talk.screen.choices), talk)
    if before.state.audience == talk.state.audience:
        yield from _wrong(talk.state.said, talk)


def _wrong(paragraphs: tuple[Paragraph, ...], talk: Talk) -> Iterator[str]:
    if talk.state.language != "vi":
        return
    for paragraph in paragraphs:
        if found := _OTHERS[talk.state.audience].search(_PLACES.sub("", paragraph.text)):
            yield f"{found[0]!r} to {talk.state.audience}: {paragraph.text}"


def _apologies(talk: Talk, before: Talk) -> Iterator[str]:
    if talk.state.misses and talk.state.said == before.state.said:
        yield f"the same apology twice: {talk.state.said[0].text}"
