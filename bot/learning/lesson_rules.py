"""What the words and pictures of a lesson must keep to, so that an elder reads them without help."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath
from typing import Protocol

from bot.learning.hard_words import HardWords
from bot.learning.lesson_header import UNFILLED
from bot.learning.lesson_markdown import is_recording
from bot.learning.lesson_page import Drawing, Page, Passage
from bot.learning.lesson_passages import own_words, passages, sentences, spoken, without_links
from bot.learning.mentions import links, numbers
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.recordings import Sound
from bot.vietnamese.fold import has_tone_marks, words

MOST_WORDS = 20  # in a sentence
FEWEST_TO_JUDGE = 4  # words without any tone mark, before they count as typed without
MOST_KB = 40
PICTURES = "hinh"
PICTURE_TYPES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
TONED = "vi"  # the language that has tone marks and a list of hard words


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
    """What stands around a lesson: the directory, the hard words, the size in bytes of each picture by its path, the
    names of the kinds of scam by their codes, the recordings by their paths."""

    official: Official
    hard_words: HardWords = field(default_factory=HardWords)
    pictures: Mapping[str, int] = field(default_factory=dict)
    scam_types: Mapping[str, str] = field(default_factory=dict)
    recordings: Mapping[str, Sound] = field(default_factory=dict)


def check_words(page: Page, language: str, known: Known, findings: Findings) -> None:
    """Note every passage that is not filled in, hard to read, or names somebody the directory does not know."""
    for passage in passages(page):
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
        if isinstance(drawing, Drawing) and not is_recording(drawing.path):
            _check_picture(drawing, known.pictures, findings)


def _check_sentences(passage: Passage, findings: Findings) -> None:
    for at, sentence in sentences(passage.text):
        words_of_it = spoken(sentence)
        if len(words_of_it) > MOST_WORDS:
            line = passage.line_at(at + len(sentence) - len(sentence.lstrip()))
            beginning = " ".join(words_of_it[:5])
            findings.add(line, MistakeCode.LONG_SENTENCE, text=beginning, count=len(words_of_it), most=MOST_WORDS)


def _check_mentions(passage: Passage, known: Known, findings: Findings) -> None:
    for link in links(passage.text):
        if not known.official.knows_domain(link.what):
            findings.add(passage.line_at(link.at), MistakeCode.UNKNOWN_LINK, host=link.what)
    for number in numbers(without_links(passage.text)):
        if not known.official.knows_number(number.what):
            findings.add(passage.line_at(number.at), MistakeCode.UNKNOWN_NUMBER, number=number.what)


def _check_vietnamese(passage: Passage, known: Known, findings: Findings) -> None:
    """Quoted words are somebody else's, a message or a button, and may be hard or without tone marks."""
    text = own_words(passage.text)
    if not has_tone_marks(text) and len(words(text)) >= FEWEST_TO_JUDGE:
        findings.add(passage.line, MistakeCode.NO_TONE_MARKS)
    for hard in known.hard_words.find(text):
        findings.add(passage.line_at(hard.at), MistakeCode.HARD_WORD, word=hard.word, better=hard.better)


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
