"""The words of a page, passage by passage: their sentences, and what in them is somebody else's."""

import re
from collections.abc import Iterable, Iterator

from bot.learning.lesson_page import Block, Items, Page, Passage, Quote
from bot.learning.lesson_parts import BOX
from bot.learning.mentions import Mention, links

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"\n]*\"|«[^»]*»")
_END = re.compile(r"[.!?…]+[”\"'’)»\]]*(?=\s|$)|\n")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with its place; a line feed ends one too, unless the next line goes on in lower case."""
    start = 0
    for end in _END.finditer(text):
        if end[0] == "\n" and text[end.end() : end.end() + 1].islower():
            continue
        yield start, text[start : end.end()]
        start = end.end()
    yield start, text[start:]


def spoken(sentence: str) -> list[str]:
    """Its words as they are counted, one for each syllable, since Vietnamese parts them all with blanks."""
    return [word for word in sentence.split() if any(map(str.isalnum, word))]


def passages(page: Page) -> Iterator[Passage]:
    """Everything a reader meets, in order: titles, texts, answers without their boxes, explanations."""
    if page.title:
        yield page.title
    for section in page.sections:
        yield section.title
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterable[Passage]:
    match block:
        case Passage():
            return (block,)
        case Quote():
            return block.texts
        case Items():
            return (passage for item in block.items for passage in (_without_box(item.text), *item.quotes))
        case _:
            return ()


def _without_box(passage: Passage) -> Passage:
    return Passage(passage.line, BOX.sub("", passage.text, count=1))


def own_words(text: str) -> str:
    """The text with links and quotations made blanks of the same length: what the lesson says itself."""
    return QUOTED.sub(_blank, without_links(text))


def without_links(text: str) -> str:
    """The text with web addresses made blanks of the same length."""
    return _blanked(text, links(text))


def _blanked(text: str, mentions: Iterable[Mention]) -> str:
    for mention in mentions:
        text = text[: mention.at] + " " * (mention.end - mention.at) + text[mention.end :]
    return text


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in found[0])
