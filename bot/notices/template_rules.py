"""What the words of a template must keep to: every blank known and used, every text within its limits when filled."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.learning.lesson_page import Passage, Section
from bot.learning.mistakes import Findings
from bot.notices import template_names as names
from bot.notices.answers import Answer, read_answer
from bot.notices.holes import NotFilled, holes
from bot.notices.template import Office, Template, all_clear, correction, fill
from bot.notices.template_blanks import WrittenBlank
from bot.notices.template_mistakes import TemplateMistake
from bot.notices.template_sections import LATER, TEXTS, nearest_name, passages
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Notice
from broadcasts.wording.forms import MOST_HEADLINE, MOST_SHORT, short_form

SAMPLE_OFFICE = Office(names.SAMPLE_OFFICE, names.SAMPLE_PLACE, (names.SAMPLE_AREA,), "02433334444")
SAMPLE_NOW = datetime(2026, 11, 21, 20, 13, tzinfo=VIETNAM)


def check_holes(sections: Mapping[str, Section], blanks: Iterable[WrittenBlank], findings: Findings) -> None:
    """Note every blank that is used and not asked for, asked for and not used, or used where it has no value."""
    asked = {written.blank.name: written.line for written in blanks}
    used = _check(sections, TEXTS, (*asked, *names.GIVEN), TemplateMistake.UNKNOWN_BLANK, findings)
    _check(sections, LATER, names.GIVEN, TemplateMistake.LATER_BLANK, findings)
    for name, line in asked.items():
        if name not in used:
            findings.add(line, TemplateMistake.UNUSED_BLANK, name=name)


def _check(
    sections: Mapping[str, Section],
    where: Iterable[str],
    known: tuple[str, ...],
    code: TemplateMistake,
    findings: Findings,
) -> set[str]:
    """The blanks used in these sections; those that are not known there are noted."""
    used: set[str] = set()
    for passage in (passage for name in where if name in sections for passage in passages(sections[name])):
        _check_braces(passage, findings)
        for at, name in holes(passage.text):
            used.add(name)
            if name not in known:
                better = _braced(known) if code is TemplateMistake.LATER_BLANK else nearest_name(name, known)
                findings.add(passage.line_at(at), code, value=name, better=better)
    return used


def _braced(known: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in known)


def _check_braces(passage: Passage, findings: Findings) -> None:
    pairs = len(holes(passage.text))
    if passage.text.count("{") != pairs or passage.text.count("}") != pairs:
        findings.add(passage.line, TemplateMistake.LOOSE_BRACE)


def check_filled(
    template: Template, sections: Mapping[str, Section], blanks: Iterable[WrittenBlank], findings: Findings
) -> None:
    """Note what breaks a limit once the blanks hold their examples; a drill, being longer, must fit too."""
    _check_examples(blanks, findings)
    for name, notice in sample_notices(template, drill=True).items():
        _check_length(notice, sections[name].title.line, findings)


def sample_notices(template: Template, *, drill: bool = False) -> Mapping[str, Notice]:
    """What comes of the template with its examples, by the section it is judged by; none where one will not do."""
    answers = {blank.name: read_answer(blank, blank.example, SAMPLE_NOW) for blank in template.blanks}
    values = {name: answer.text for name, answer in answers.items() if isinstance(answer, Answer)}
    try:
        notice = fill(template, values, SAMPLE_OFFICE, SAMPLE_NOW, drill=drill)
        later = {names.ALL_CLEAR: all_clear(notice, template), names.CORRECTION: correction(notice, template)}
    except NotFilled:  # a mistake that is noted for itself
        return {}
    return {names.HEADLINE: notice, **later}


def _check_length(notice: Notice, line: int, findings: Findings) -> None:
    headline, short = len(notice.headline), len(short_form(notice))
    if headline > MOST_HEADLINE:
        findings.add(line, TemplateMistake.HEADLINE_TOO_LONG, length=headline, most=MOST_HEADLINE)
    elif short > MOST_SHORT:
        findings.add(line, TemplateMistake.SHORT_FORM_TOO_LONG, length=short, most=MOST_SHORT)


def _check_examples(blanks: Iterable[WrittenBlank], findings: Findings) -> None:
    for written in blanks:
        blank = written.blank
        if not isinstance(read_answer(blank, blank.example, SAMPLE_NOW), Answer):
            findings.add(written.line, TemplateMistake.BAD_EXAMPLE, name=blank.name, example=blank.example)
