"""`camtay scam`: what to make of strange messages, on the shipped knowledge and without a database."""

from collections.abc import Iterable, Iterator
from typing import IO

import click

from bot.advice.known import Known
from bot.advice.scam_check import check as check_message
from bot.advice.shipped import read_known
from bot.advice.verdict import TITLES, Check
from bot.cli.json_lines import BadLine, read_line, to_json
from bot.cli.opening import read_settings
from bot.translations import Words

WORDS = Words()


@click.group()
def scam() -> None:
    """Whether messages look like scams."""


@scam.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
@click.option("--jsonl", is_flag=True, help='Read one {"id", "text"} a line and answer one JSON object a line.')
def check(file: IO[bytes], as_json: bool, jsonl: bool) -> None:
    """Say what to make of the message in FILE, or of standard input, as danger, suspicious or no_sign.

    Notices of a commune are recognised in the chat, where the database is; here they are judged as any other message.
    A line that cannot be read is answered with {"id", "error"}, and the exit status is 1.
    """
    known = read_known(read_settings().lessons_dir)
    if jsonl:
        refused = [bad for line in file if line.strip() for bad in _answer_line(line, known)]
        raise SystemExit(1 if refused else 0)
    found = check_message(file.read().decode("utf-8", "replace"), known)
    click.echo(to_json(_told(found)) if as_json else "\n".join(_lines(found, known)))


def _answer_line(written: bytes, known: Known) -> Iterable[BadLine]:
    """Prints the answer; gives what was wrong with the line, if anything was."""
    try:
        line = read_line(written)
    except BadLine as bad:
        click.echo(to_json({"id": bad.id, "error": str(bad)}))
        return (bad,)
    click.echo(to_json({"id": line.id, **_told(check_message(line.text, known))}))
    return ()


def _told(found: Check) -> dict[str, object]:
    return {
        "verdict": found.verdict.value,
        "kind": found.kind,
        "reasons": [{"code": one.signal.value, "text": one.said(WORDS)} for one in found.reasons],
        "advice": [WORDS.say(step) for step in found.advice],
        "lesson": found.lesson,
    }


def _lines(found: Check, known: Known) -> Iterator[str]:
    """For people."""
    named = known.knowledge.scam(found.kind) if found.kind else None
    yield WORDS.say(TITLES[found.verdict]) + (f": {named.title}" if named else "")
    yield from (f"- {one.said(WORDS)}" for one in found.reasons)
    yield from (f"{number}. {WORDS.say(step)}" for number, step in enumerate(found.advice, 1))
