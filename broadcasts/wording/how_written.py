"""How it is written: nothing unseen, nothing that looks like something else, nothing that shouts or repeats."""

import re
from collections.abc import Iterator

from broadcasts.wording.case import TEXTS, Case
from broadcasts.wording.characters import capitals, emoji, hidden_characters, look_alikes, tags
from broadcasts.wording.codes import Code
from broadcasts.wording.findings import Finding, found
from broadcasts.wording.real_or_drill import MARKER

MOST_CAPITALS = 0.3
MOST_EXCLAMATIONS = 2
MOST_EMOJI = 3
_FEWEST_LETTERS = 10  # fewer say nothing about capitals


def _characters(case: Case) -> Iterator[Finding]:
    for field, text in case.written():
        for name in hidden_characters(text):
            yield found(Code.HIDDEN_CHARACTER, field, name=name)
        for word in look_alikes(text):
            yield found(Code.LOOK_ALIKE_LETTER, field, word=word)


def _tags(case: Case) -> Iterator[Finding]:
    for field, text in case.texts():
        for tag in tags(text):
            yield found(Code.HTML, field, tag=tag)


def _loud(case: Case) -> Iterator[Finding]:
    for field, text in case.texts():
        plain = text.replace(MARKER, "")
        if sum(map(str.isalpha, plain)) >= _FEWEST_LETTERS and capitals(plain) > MOST_CAPITALS:
            yield found(
                Code.MANY_CAPITALS, field, percent=round(100 * capitals(plain)), most=round(100 * MOST_CAPITALS)
            )
    whole = " ".join(text for _, text in case.texts())
    if (count := whole.count("!")) > MOST_EXCLAMATIONS:
        yield found(Code.MANY_EXCLAMATIONS, TEXTS[0], count=count, most=MOST_EXCLAMATIONS)
    if (count := emoji(whole)) > MOST_EMOJI:
        yield found(Code.MANY_EMOJI, TEXTS[0], count=count, most=MOST_EMOJI)


def _hard(case: Case) -> Iterator[Finding]:
    for field in case.facts.without_marks:
        yield found(Code.NO_TONE_MARKS, field)
    for hard in case.facts.hard_words:
        yield found(Code.HARD_WORD, hard.field, word=hard.word, better=hard.better)
    for said in case.facts.foreign_words:
        yield found(Code.FOREIGN_WORD, said.field, word=said.words)
    for said in case.facts.abbreviations:
        yield found(Code.ABBREVIATION, said.field, word=said.words)


def _repeated(case: Case) -> Iterator[Finding]:
    headline, description, instruction = (_words(text) for _, text in case.texts())
    if headline and headline == description:
        yield found(Code.HEADLINE_REPEATED, "description")
    if description and description == instruction:
        yield found(Code.DESCRIPTION_REPEATED, "instruction")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


RULES = (_characters, _tags, _loud, _hard, _repeated)
