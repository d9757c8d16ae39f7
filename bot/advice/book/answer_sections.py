"""The sections in the file of an answer: the other ways to ask, and the words for each audience."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.advice.book import answer_names as names
from bot.advice.book.answer_mistakes import AnswerMistake
from bot.learning.lesson_page import Items, Page, Passage, Recording, Section
from bot.learning.mistakes import Findings
from bot.recordings import names_lesson_file
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold, words

_NEAR_ENOUGH = 50  # only a suggestion, so less than what would be taken as meant
FEWEST_WAYS, MOST_WAYS = 3, 80
LONGEST_WAY = 320  # characters: one may tell what happened
LONGEST_REPLY = 600  # one screen of a phone without scrolling far


def name_of(section: Section) -> str | None:
    """Which of the sections this is, however its name is typed."""
    written = fold(section.title.text).rstrip(" :.")
    return next((name for name in names.SECTIONS if fold(name) == written), None)


def read_sections(page: Page, top: int, findings: Findings) -> Mapping[str, Section]:
    """The sections by their names; what is missing, doubled or unknown is noted."""
    found: dict[str, Section] = {}
    for section in page.sections:
        line, name = section.title.line, name_of(section)
        if name is None:
            value, better = section.title.text, nearest_name(section.title.text, names.SECTIONS)
            findings.add(line, AnswerMistake.UNKNOWN_SECTION, value=value, better=better)
        elif name in found:
            findings.add(line, AnswerMistake.DOUBLED_SECTION, name=name)
        else:
            found[name] = section
    for name in names.NEEDED:
        if name not in found:
            findings.add(top, AnswerMistake.NO_SECTION, name=name)
    return found


def nearest_name(written: str, known: tuple[str, ...]) -> str:
    """The name that was probably meant, else all of them."""
    near = closest(written, known, least=_NEAR_ENOUGH)
    return known[near[0]] if near else ", ".join(known)


def read_ways(section: Section, question: str, findings: Findings) -> tuple[str, ...]:
    """The other ways to ask, each on one line; what is no list, doubled or too long is noted."""
    for block in section.blocks:
        if not isinstance(block, Items):
            wrong = AnswerMistake.NOT_A_LIST if isinstance(block, Passage) else AnswerMistake.MARKUP
            findings.add(block.line, wrong, name=names.WAYS)
    ways = [item.text for block in section.blocks if isinstance(block, Items) for item in block.items]
    if not FEWEST_WAYS <= len(ways) <= MOST_WAYS:
        counted = {"count": len(ways), "fewest": FEWEST_WAYS, "most": MOST_WAYS}
        findings.add(section.title.line, AnswerMistake.WRONG_COUNT, name=names.WAYS, **counted)
    return tuple(_each_once(ways, question, findings))


def _each_once(ways: list[Passage], question: str, findings: Findings) -> Iterator[str]:
    seen = {words(question)}
    for way in ways:
        text = " ".join(way.text.split())
        if not words(text) or len(text) > LONGEST_WAY:
            findings.add(way.line, AnswerMistake.BAD_WAY, most=LONGEST_WAY)
        elif words(text) in seen:
            findings.add(way.line, AnswerMistake.WAYS_ALIKE)
        else:
            seen.add(words(text))
            yield text


def read_reply(sections: Mapping[str, Section], name: str, findings: Findings) -> str:
    """The words of one reply as they are shown, paragraphs parted by a blank line; "" where the section is missing."""
    if name not in sections:
        return ""
    section = sections[name]
    for block in section.blocks:
        if not isinstance(block, Passage | Items | Recording):
            findings.add(block.line, AnswerMistake.MARKUP)
    text = "\n\n".join(_shown(block) for block in section.blocks if isinstance(block, Passage | Items))
    if not text:
        findings.add(section.title.line, AnswerMistake.EMPTY_SECTION, name=name)
    elif len(text) > LONGEST_REPLY:
        line = section.title.line
        findings.add(line, AnswerMistake.REPLY_TOO_LONG, name=name, length=len(text), most=LONGEST_REPLY)
    return text


def read_recording(sections: Mapping[str, Section], name: str, findings: Findings) -> str:
    """The file in which somebody reads the reply aloud, "" for none; another one is a mistake."""
    blocks = sections[name].blocks if name in sections else ()
    found = [block for block in blocks if isinstance(block, Recording)]
    for extra in found[1:]:
        findings.add(extra.line, AnswerMistake.TWO_RECORDINGS, name=name)
    return next((one.path for one in found if names_lesson_file(one.path)), "")


def _shown(block: Passage | Items) -> str:
    if isinstance(block, Passage):
        return block.text
    signs = (f"{block.first + at}. " if block.first is not None else "• " for at in range(len(block.items)))
    return "\n".join(sign + item.text.text for sign, item in zip(signs, block.items, strict=False))


def our_words(page: Page) -> Page:
    """The page without the ways to ask: those are other people's words, hard and without tone marks as they come."""
    return replace(page, sections=tuple(section for section in page.sections if name_of(section) != names.WAYS))


def only(page: Page, name: str) -> Page:
    """The page with one section, to be judged by itself."""
    return Page(None, (), tuple(section for section in page.sections if name_of(section) == name))
