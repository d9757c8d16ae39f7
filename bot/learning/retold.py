"""A lesson's mistakes in the words of another kind of file, whose writer a lesson's sentence would mislead."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.learning.lesson_page import Block, Drawing
from bot.learning.mistake_codes import Code, MistakeCode
from bot.learning.mistakes import Findings, Mistake

# The names that the mistakes of every other kind of file have.
_NAMES: Mapping[MistakeCode, str] = {
    MistakeCode.EMPTY_FILE: "EMPTY_FILE",
    MistakeCode.NO_TITLE: "NO_TITLE",
    MistakeCode.TWO_TITLES: "DEEP_HEADING",
    MistakeCode.DEEP_HEADING: "DEEP_HEADING",
    MistakeCode.STRAY_TEXT: "STRAY_TEXT",
    MistakeCode.HTML: "MARKUP",
    MistakeCode.CODE_BLOCK: "MARKUP",
    MistakeCode.RULE_LINE: "MARKUP",
    MistakeCode.NESTED_BLOCK: "MARKUP",
}


def retold_by(kind: type[Code]) -> Callable[[Mistake], Mistake]:
    """Gives each mistake the sentence of `kind` where that has one of its own."""
    own: dict[Code, Code] = {code: kind[name] for code, name in _NAMES.items()}
    return lambda mistake: replace(mistake, code=own.get(mistake.code, mistake.code))


def refuse_drawings(head: Iterable[Block], markup: Code, findings: Findings) -> None:
    """Note every picture of a header as `markup`."""
    for block in head:
        if isinstance(block, Drawing):
            findings.add(block.line, markup)
