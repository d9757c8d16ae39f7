"""The `khoa.md` of a course: its title and for whom it is."""

from dataclasses import dataclass

from bot.learning.lesson import Audience
from bot.learning.lesson_file import open_page, title_line
from bot.learning.lesson_header import AUDIENCE, header_lines, read_fields
from bot.learning.mistakes import Findings, Mistake


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a course."""

    title: str
    audiences: frozenset[Audience]


def read_heading(text: str, file: str) -> Heading | tuple[Mistake, ...]:
    """The heading, or all mistakes in the order of their lines (at least one); never raises."""
    findings = Findings(file)
    page = open_page(text, findings)
    if page is None:
        return findings.all()
    fields = read_fields(header_lines(page.head, findings), (AUDIENCE,), title_line(page, findings), findings)
    if page.title and fields and not findings.all():
        return Heading(page.title.text, fields[AUDIENCE.name])
    return findings.all()
