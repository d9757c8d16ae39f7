"""The sections of a template and the texts in them, paragraph by paragraph."""

from collections.abc import Iterator, Mapping

from bot.learning.lesson_page import Items, Page, Passage, Section
from bot.learning.mistakes import Findings
from bot.notices import template_names as names
from bot.notices.template import Texts
from bot.notices.template_mistakes import TemplateMistake
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold

_NEAR_ENOUGH = 50  # only a suggestion, so less than what would be taken as meant
TEXTS = (names.HEADLINE, names.DESCRIPTION, names.INSTRUCTION)
LATER = (names.ALL_CLEAR, names.CORRECTION)


def read_sections(page: Page, top: int, findings: Findings) -> Mapping[str, Section]:
    """The sections by their names; what is missing, doubled or unknown is noted."""
    known = {fold(name): name for name in names.SECTIONS}
    found: dict[str, Section] = {}
    for section in page.sections:
        line, name = section.title.line, known.get(fold(section.title.text).rstrip(" :."))
        if name is None:
            better = nearest_name(section.title.text, names.SECTIONS)
            findings.add(line, TemplateMistake.UNKNOWN_SECTION, value=section.title.text, better=better)
        elif name in found:
            findings.add(line, TemplateMistake.DOUBLED_SECTION, name=name)
        else:
            found[name] = section
    for name in names.SECTIONS:
        if name not in found:
            findings.add(top, TemplateMistake.NO_SECTION, name=name)
    return found


def nearest_name(written: str, known: tuple[str, ...]) -> str:
    """The name that was probably meant, else all of them."""
    near = closest(written, known, least=_NEAR_ENOUGH)
    return known[near[0]] if near else ", ".join(known)


def passages(section: Section) -> Iterator[Passage]:
    """Its paragraphs and the entries of its lists, each as it stands in the file."""
    for block in section.blocks:
        if isinstance(block, Passage):
            yield block
        elif isinstance(block, Items):
            yield from (item.text for item in block.items)


def read_texts(sections: Mapping[str, Section], findings: Findings) -> Texts | None:
    """Headline, what has happened and what to do; each paragraph or entry is a line. None where one is empty."""
    found = [_lines(sections[name], findings) for name in TEXTS if name in sections]
    if len(found) < len(TEXTS) or not all(found):
        return None
    headline, description, instruction = found
    return Texts(" ".join(headline), " ".join(description), "\n".join(instruction))


def read_later(sections: Mapping[str, Section], name: str, findings: Findings) -> Texts | None:
    """The same three of a ready text, one paragraph each; None with a mistake noted where they are not three."""
    if name not in sections:
        return None
    lines = _lines(sections[name], findings)
    if len(lines) == len(TEXTS):
        return Texts(*lines)
    if lines:
        findings.add(sections[name].title.line, TemplateMistake.NOT_THREE_PARTS, name=name, count=len(lines))
    return None


def _lines(section: Section, findings: Findings) -> list[str]:
    """Each paragraph or entry on one line; empty with a mistake noted where there is none."""
    for block in section.blocks:
        if not isinstance(block, Passage | Items):
            findings.add(block.line, TemplateMistake.MARKUP)
    lines = [" ".join(passage.text.split()) for passage in passages(section)]
    if not any(lines):
        findings.add(section.title.line, TemplateMistake.EMPTY_SECTION, name=section.title.text)
    return [line for line in lines if line]
