"""Checking templates before they are taken up, for whoever writes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.learning.check import below, inside, lessons_folder
from bot.learning.mistakes import Mistake, mistake
from bot.notices.known import Known, read_known
from bot.notices.sentences import said_of
from bot.notices.template_mistakes import TemplateMistake
from bot.notices.template_names import DESCRIPTION, HEADLINE, INSTRUCTION, REVIEWED
from bot.notices.template_rules import SAMPLE_NOW, sample_notices
from bot.notices.templates import TemplateEntry, Templates, read_templates
from bot.notices.text_facts import text_facts
from bot.translations import Words
from bot.vietnamese.fold import fold
from broadcasts.wording import check

REVIEW_LASTS = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """How many templates below the path are good, and every mistake there, by file and line."""

    templates: int
    mistakes: tuple[Mistake, ...] = ()


def check_templates(path: Path, today: date) -> TemplateReport:
    """The report for the whole lessons folder, or one file of it; never raises.

    It knows more mistakes than keep a template from officers: a review that is over by `today`, and whatever the rules
    for wording would tell an officer who fills it with its examples.
    """
    root = lessons_folder(path)
    if root is None or not path.exists():
        return TemplateReport(0)
    templates, part = read_templates(root), inside(root, path)
    found = (*templates.mistakes, *_overdue(templates, today), *_wording(templates, read_known(root)))
    mistakes = sorted(found, key=lambda one: (one.file, one.line))
    return TemplateReport(
        sum(below(entry.file, part) for entry in templates.entries),
        tuple(one for one in mistakes if below(one.file, part)),
    )


def _overdue(templates: Templates, today: date) -> Iterator[Mistake]:
    for entry in templates.entries:
        if entry.template.approved and (before := entry.template.reviewed + REVIEW_LASTS) <= today:
            line = _line(entry, REVIEWED)
            yield mistake(entry.file, line, TemplateMistake.REVIEW_OVER, {"day": f"{before:%d/%m/%Y}"})


def _wording(templates: Templates, known: Known) -> Iterator[Mistake]:
    for entry in templates.entries:
        for section, notice in sample_notices(entry.template).items():
            for finding in check(notice, text_facts(notice, known), SAMPLE_NOW, notice.areas):
                where = _SECTION_OF.get(finding.field, section) if section == HEADLINE else section
                why = said_of(finding, Words())
                yield Mistake(entry.file, _line(entry, f"## {where}"), TemplateMistake.WORDING, (("why", why),))


_SECTION_OF = {"description": DESCRIPTION, "instruction": INSTRUCTION}


def _line(entry: TemplateEntry, beginning: str) -> int:
    """The first line that begins like this; 1 where there is none."""
    wanted, lines = fold(beginning), enumerate(entry.source.splitlines(), start=1)
    return next((number for number, line in lines if fold(line).startswith(wanted)), 1)
