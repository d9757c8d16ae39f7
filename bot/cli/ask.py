"""`camtay ask`: the approved answer to any question, on the shipped knowledge and without a database."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO, NoReturn

import click

from bot.advice.desk import advise
from bot.advice.response import Response
from bot.advice.shipped import read_desk
from bot.cli import audiences
from bot.cli.json_lines import BadLine, looks_like_object, read_line, to_json
from bot.cli.opening import read_settings
from bot.learning.lesson import Audience
from bot.learning.library import read_library


class _Desk:
    """What is needed to answer, read once."""

    def __init__(self, folder: Path) -> None:
        self._known = read_desk(folder)
        self._titles = {entry.lesson.id: entry.lesson.title for entry in read_library(folder).entries}

    def answer(self, text: str, audience: Audience | None) -> Response:
        return advise(text, audience, self._known, titles=self._titles)


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
@click.option(
    "--jsonl", is_flag=True, help='Read one {"id", "text", "audience"} a line, answer one JSON object a line.'
)
@audiences.option
def ask(file: IO[bytes], as_json: bool, jsonl: bool, audience: str | None) -> None:
    """Answer the question in FILE, or on standard input, from what was approved.

    With --json the input may be one such object as well, in place of the question alone; then the id comes back.

    An answer is {"id", "route", "reply", "source", "score"}; the route is lesson, faq, scam_help, urgent_help, menu,
    optout, officer or unknown. A line that cannot be read, or whose audience is none of those above, is answered with
    {"id", "error"}, and the exit status is 1.
    """
    desk, asker = _Desk(read_settings().lessons_dir), audiences.audience_of(audience)
    if jsonl:
        _answer_lines(file, desk, asker)
    written = file.read()
    if as_json and looks_like_object(written):
        _answer_lines((written,), desk, asker)
    found = desk.answer(written.decode("utf-8", "replace"), asker)
    click.echo(to_json(_told(found)) if as_json else found.reply)


def _answer_lines(lines: Iterable[bytes], desk: _Desk, asker: Audience | None) -> NoReturn:
    refused = [bad for line in lines if line.strip() for bad in _answer_line(line, desk, asker)]
    raise SystemExit(1 if refused else 0)


def _answer_line(written: bytes, desk: _Desk, asker: Audience | None) -> Iterable[BadLine]:
    """Prints the answer; gives what was wrong with the line, if anything was."""
    try:
        line = read_line(written)
        audience = audiences.audience_of_line(line)
    except BadLine as bad:
        click.echo(to_json({"id": bad.id, "error": str(bad)}))
        return (bad,)
    found = desk.answer(line.text, audience or asker)
    click.echo(to_json({"id": line.id, **_told(found)}))
    return ()


def _told(found: Response) -> dict[str, object]:
    return {"route": found.route.value, "reply": found.reply, "source": found.source, "score": found.score}
