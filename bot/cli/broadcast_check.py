"""`camtay broadcast check`: what is wrong with the wording of notices, without a database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO

import click

from bot.cli.json_lines import BadLine, read_object, to_json
from bot.cli.opening import read_settings
from bot.notices.known import Known, read_known
from bot.notices.sentences import said_of
from bot.notices.text_facts import text_facts
from bot.notices.written import read_moment, read_notice
from bot.translations import Words
from bot.vietnamese.moments import VIETNAM
from broadcasts.wording import Code, Finding, Severity
from broadcasts.wording import check as check_wording
from broadcasts.wording import found as finding

WORDS = Words()
say = WORDS.say


@dataclass(frozen=True, slots=True)
class _Judged:
    """The notice's own id, as it was given, and what was found."""

    id: object
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        return any(one.severity is Severity.ERROR for one in self.findings)

    def to_json(self) -> str:
        return to_json({"id": self.id, "errors": self._rows(Severity.ERROR), "warnings": self._rows(Severity.WARNING)})

    def _rows(self, severity: Severity) -> list[dict[str, str]]:
        return [{"code": one.code, "message": said_of(one, WORDS)} for one in self.findings if one.severity is severity]


def _moment(ctx: click.Context, param: click.Parameter, written: str | None) -> datetime:
    if written is None:
        return datetime.now(VIETNAM)
    if (moment := read_moment(written)) is None:
        raise click.BadParameter(f"{written!r} is no moment, for example 2026-11-21T19:30", ctx, param)
    return moment


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--jsonl", is_flag=True, help="Read one notice a line and answer one JSON object a line.")
@click.option("--now", callback=_moment, metavar="ISO", help="Judge as of this moment instead of the clock's.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def check(file: IO[bytes], jsonl: bool, now: datetime, as_json: bool) -> None:
    """Name what is wrong with the wording of a notice in FILE; exit status 1 when it cannot be submitted.

    A notice is a JSON object with id, kind (actual, drill, update, cancel, allclear), level, office, event, headline,
    description, instruction, area, officer_area, starts, ends, contact and web; areas are names or codes parted by ";".
    """
    known = read_known(read_settings().lessons_dir)
    refused = False
    for written in file if jsonl else [file.read()]:
        if jsonl and not written.strip():
            continue
        judged = _judged(written, known, now)
        refused |= judged.refused
        click.echo(judged.to_json() if jsonl or as_json else "\n".join(_lines(judged)))
    if refused:
        raise SystemExit(1)


def _judged(written: bytes, known: Known, now: datetime) -> _Judged:
    try:
        fields = read_object(written)
    except BadLine:
        return _Judged(None, (finding(Code.UNREADABLE, ""),))
    read = read_notice(fields)
    found = check_wording(read.notice, text_facts(read.notice, known), now, read.officer_areas)
    return _Judged(fields.get("id"), (*read.findings, *found))


def _lines(judged: _Judged) -> Iterator[str]:
    """For people: what keeps the notice from being sent, then what should be looked at."""
    for severity, title in ((Severity.ERROR, say("Phải sửa:")), (Severity.WARNING, say("Nên xem lại:"))):
        if rows := [one for one in judged.findings if one.severity is severity]:
            yield title
            yield from (f"- {said_of(one, WORDS)}  [{one.code}]" for one in rows)
    if not judged.findings:
        yield say("Thông báo không có lỗi nào.")
