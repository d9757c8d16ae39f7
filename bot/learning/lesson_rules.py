"""What the words and pictures of a lesson must keep to, so that an elder reads them without help."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath
from typing import Protocol

from bot.learning.hard_words import HardWords
from bot.learning.lesson_header import UNFILLED
from bot.learning.lesson_page import Block, Drawing, Items, Page, Passage, Quote
from bot.learning.lesson_parts import BOX
from bot.learning.mentions import Mention, links, numbers
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.vietnamese.fold import has_tone_marks, words

MOST_WORDS = 20  # in a sentence
FEWEST_TO_JUDGE = 4  # words without any tone mark, before they count as typed without
MOST_KB = 40
PICTURES = "hinh"
PICTURE_TYPES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
TONED = "vi"  # the language that has tone marks and a list of hard words
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"\n]*\"|«[^»]*»")
_END = re.compile(r"[.!?…]+[”\"'’)»\]]*(?=\s|$)|\n")


class Official(Protocol):
    """Who is known: the directory as far as a lesson needs it."""

    def knows_domain(self, host: str) -> bool:
        """Whether the host belongs to somebody in the directory."""
        ...

    def knows_number(self, number: str) -> bool:
        """Whether the telephone number stands in the directory."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """What stands around a lesson: the directory, the hard words, and the size in bytes of each picture by its path."""

    official: Official
    hard_words: HardWords = field(default_factory=HardWords)
    pictures: Mapping[str, int] = field(default_factory=dict)


def check_words(page: Page, language: str, known: Known, findings: Findings) -> None:
    """Note every passage that is not filled in, hard to read, or names somebody the directory does not know."""
    for passage in _passages(page):
        if blank := UNFILLED.search(passage.text):
            findings.add(passage.line_at(blank.start()), MistakeCode.UNFILLED, text=blank[0])
        else:
            _check_sentences(passage, findings)
            _check_mentions(passage, known, findings)
            if language == TONED:
                _check_vietnamese(passage, known, findings)


def check_pictures(page: Page, known: Known, findings: Findings) -> None:
    """Note every picture that cannot be shown or has no words for whoever cannot see it."""
    for drawing in chain(page.head, *(section.blocks for section in page.sections)):
        if isinstance(drawing, Drawing):
            _check_picture(drawing, known.pictures, findings)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with its place; a line feed ends one too, unless the next line goes on in lower case."""
    start = 0
    for end in _END.finditer(text):
        if end[0] == "\n" and text[end.end() : end.end() + 1].islower():
            continue
        yield start, text[start : end.end()]
        start = end.end()
    yield start, text[start:]


def _passages(page: Page) -> Iterator[Passage]:
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


def _check_sentences(passage: Passage, findings: Findings) -> None:
    for at, sentence in sentences(passage.text):
        spoken = [word for word in sentence.split() if any(map(str.isalnum, word))]
        if len(spoken) > MOST_WORDS:
            line = passage.line_at(at + len(sentence) - len(sentence.lstrip()))
            beginning = " ".join(spoken[:5])
            findings.add(line, MistakeCode.LONG_SENTENCE, text=beginning, count=len(spoken), most=MOST_WORDS)


def _check_mentions(passage: Passage, known: Known, findings: Findings) -> None:
    for link in links(passage.text):
        if not known.official.knows_domain(link.what):
            findings.add(passage.line_at(link.at), MistakeCode.UNKNOWN_LINK, host=link.what)
    for number in numbers(_blanked(passage.text, links(passage.text))):
        if not known.official.knows_number(number.what):
            findings.add(passage.line_at(number.at), MistakeCode.UNKNOWN_NUMBER, number=number.what)


def _check_vietnamese(passage: Passage, known: Known, findings: Findings) -> None:
    """Quoted words are somebody else's, a message or a button, and may be hard or without tone marks."""
    text = _QUOTED.sub(_blank, _blanked(passage.text, links(passage.text)))
    if len(words(text)) >= FEWEST_TO_JUDGE and not has_tone_marks(text):
        findings.add(passage.line, MistakeCode.NO_TONE_MARKS)
    for hard in known.hard_words.find(text):
        findings.add(passage.line_at(hard.at), MistakeCode.HARD_WORD, word=hard.word, better=hard.better)


def _blanked(text: str, mentions: Iterable[Mention]) -> str:
    for mention in mentions:
        text = text[: mention.at] + " " * (mention.end - mention.at) + text[mention.end :]
    return text


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in found[0])


def _check_picture(drawing: Drawing, pictures: Mapping[str, int], findings: Findings) -> None:
    path = drawing.path
    if not drawing.alt:
        findings.add(drawing.line, MistakeCode.PICTURE_NO_ALT, path=path)
    if not _stays_inside(path):
        findings.add(drawing.line, MistakeCode.PICTURE_PATH)
    elif not path.lower().endswith(PICTURE_TYPES):
        findings.add(drawing.line, MistakeCode.PICTURE_TYPE, path=path, types=", ".join(PICTURE_TYPES))
    elif path not in pictures:
        findings.add(drawing.line, MistakeCode.PICTURE_MISSING, path=path)
    elif pictures[path] > MOST_KB * 1024:
        size = pictures[path] // 1024 + 1
        findings.add(drawing.line, MistakeCode.PICTURE_TOO_LARGE, path=path, size=size, most=MOST_KB)


def _stays_inside(path: str) -> bool:
    """Whether the path is a plain one below `hinh/`: no `..`, no `%2e`, no backslash, no address."""
    parts = PurePosixPath(path).parts
    plain = str(PurePosixPath(path)) == path and not re.search(r"[\\%:?#]", path)
    return plain and len(parts) > 1 and parts[0] == PICTURES and ".." not in parts
