"""The lists in the file of a scam type, each with how many entries it takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.advice import scam_names as names
from bot.advice.scam_mistakes import ScamMistake
from bot.learning.lesson_page import Item, Items, Page, Passage, Section
from bot.learning.mistakes import Findings
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold, words

_NEAR_ENOUGH = 50  # only a suggestion, so less than what would be taken as meant
_QUOTES = ' “”"«»'
LONGEST_ITEM = 160  # characters: two sentences that are heard in one breath


@dataclass(frozen=True, slots=True)
class _List:
    """How many entries a list takes, how each begins, and whether a file may go without it."""

    fewest: int
    most: int
    sign: str
    needed: bool = True


_LISTS = {
    names.WHY: _List(1, 1, "- …", needed=False),
    names.SIGNS: _List(3, 6, "- …"),
    names.PHRASES: _List(4, 10, "- …"),
    names.NOW: _List(2, 4, "1. …"),
    names.LOST: _List(2, 4, "1. …"),
}


def read_sections(page: Page, top: int, findings: Findings) -> Mapping[str, Section]:
    """The sections by their names; what is missing, doubled or unknown is noted."""
    known = {fold(name): name for name in names.SECTIONS}
    found: dict[str, Section] = {}
    for section in page.sections:
        line, name = section.title.line, known.get(fold(section.title.text).rstrip(" :."))
        if name is None:
            value, better = section.title.text, nearest_name(section.title.text, names.SECTIONS)
            findings.add(line, ScamMistake.UNKNOWN_SECTION, value=value, better=better)
        elif name in found:
            findings.add(line, ScamMistake.DOUBLED_SECTION, name=name)
        else:
            found[name] = section
    for name in names.SECTIONS:
        if name not in found and is_needed(name):
            findings.add(top, ScamMistake.NO_SECTION, name=name)
    return found


def nearest_name(written: str, known: tuple[str, ...]) -> str:
    """The name that was probably meant, else all of them."""
    near = closest(written, known, least=_NEAR_ENOUGH)
    return known[near[0]] if near else ", ".join(known)


def is_needed(name: str) -> bool:
    """Whether a file is incomplete without this list."""
    return _LISTS[name].needed


def read_list(sections: Mapping[str, Section], name: str, findings: Findings) -> tuple[str, ...]:
    """The entries of one list without quotation marks around them; empty where there are none, with mistakes noted."""
    if name not in sections:
        return ()
    section, shape = sections[name], _LISTS[name]
    for block in section.blocks:
        if isinstance(block, Passage):
            findings.add(block.line, ScamMistake.NOT_A_LIST, name=name, better=shape.sign)
        elif not isinstance(block, Items):
            findings.add(block.line, ScamMistake.MARKUP)
    items = list(_items(section))
    if not any(isinstance(block, Items) for block in section.blocks):
        findings.add(section.title.line, ScamMistake.EMPTY_SECTION, name=name, better=shape.sign)
    elif not shape.fewest <= len(items) <= shape.most:
        counted = {"count": len(items), "fewest": shape.fewest, "most": shape.most}
        findings.add(section.title.line, ScamMistake.WRONG_COUNT, name=name, **counted)
    return tuple(_checked(items, findings))


def quoted(page: Page) -> Page:
    """The page with every phrase in quotation marks: somebody else's words, which may be hard or without tone marks."""
    phrases = fold(names.PHRASES)
    return replace(
        page,
        sections=tuple(
            _quoted(section) if fold(section.title.text).rstrip(" :.") == phrases else section
            for section in page.sections
        ),
    )


def _quoted(section: Section) -> Section:
    return replace(
        section,
        blocks=tuple(
            replace(block, items=tuple(replace(item, text=_in_quotes(item.text)) for item in block.items))
            if isinstance(block, Items)
            else block
            for block in section.blocks
        ),
    )


def _in_quotes(passage: Passage) -> Passage:
    return Passage(passage.line, f"“{_unquoted(passage.text)}”")


def _items(section: Section) -> Iterator[Item]:
    return (item for block in section.blocks if isinstance(block, Items) for item in block.items)


def _checked(items: list[Item], findings: Findings) -> Iterator[str]:
    """The words of each entry on one line; an empty, long or doubled one is noted."""
    seen: set[tuple[str, ...]] = set()
    for item in items:
        text = _unquoted(item.text.text)
        said = tuple(words(text))
        if not said:
            findings.add(item.line, ScamMistake.EMPTY_ITEM)
        elif len(text) > LONGEST_ITEM:
            findings.add(item.line, ScamMistake.TOO_LONG, length=len(text), most=LONGEST_ITEM)
        elif said in seen:
            findings.add(item.line, ScamMistake.ALIKE)
        for quote in item.quotes:
            findings.add(quote.line, ScamMistake.MARKUP)
        seen.add(said)
        yield text


def _unquoted(text: str) -> str:
    """On one line, without quotation marks around the whole."""
    line = " ".join(text.split())
    inside = line.strip(_QUOTES)
    return inside if line[:1] in _QUOTES and line[-1:] in _QUOTES else line
