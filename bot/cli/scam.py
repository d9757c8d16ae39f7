"""`camtay scam`: what to make of strange messages, on the shipped knowledge and without a database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, NoReturn

import click

from bot.advice import emergencies
from bot.advice.book.answers import index_of
from bot.advice.known import Known
from bot.advice.scam_check import check as check_message
from bot.advice.shipped import read_known
from bot.advice.told import told as verdict_told
from bot.advice.verdict import Check, Verdict
from bot.cli import audiences
from bot.cli.json_lines import BadLine, looks_like_object, read_line, to_json
from bot.cli.notice_list import VERDICTS, BadNotices, official_answer, read_notices
from bot.cli.opening import read_settings
from bot.learning.address import FORM_OF
from bot.learning.lesson import Audience
from bot.notices.public import PublicNotice
from bot.notices.verdicts import told
from bot.translations import Words
from bot.vietnamese.moments import VIETNAM

_MOST_SAID = 2  # paragraphs: what it is, and what is different or to be done


def _notices(ctx: click.Context, param: click.Parameter, file: IO[bytes] | None) -> Sequence[PublicNotice]:
    if file is None:
        return ()
    try:
        with file:
            return read_notices(file)
    except BadNotices as bad:
        raise click.BadParameter(str(bad), ctx, param) from bad


@click.group()
def scam() -> None:
    """Whether messages look like scams."""


@scam.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
@click.option(
    "--jsonl", is_flag=True, help='Read one {"id", "text", "audience"} a line, answer one JSON object a line.'
)
@audiences.option
@click.option("--notices", type=click.File("rb"), callback=_notices, help="Notices that were sent, one a line.")
def check(file: IO[bytes], as_json: bool, jsonl: bool, audience: str | None, notices: Sequence[PublicNotice]) -> None:
    """Say what to make of the message in FILE, or of standard input, as danger, suspicious or no_sign.

    Copies of the notices in --notices (lines as `broadcast check --jsonl` reads them, with code and state, the newest
    first) are official, not_in_force or altered. What presents itself as an office's notice and bears a code of which
    nothing is known is no_such_notice, with or without --notices; without a code it is judged as any other message.
    Who tells that money or a code is gone, or that somebody is in danger, gets the first steps before anything else.
    With --json the input may be one such object as a line of --jsonl is; then its id comes back.
    A line that cannot be read, or whose audience is none of those above, is answered with {"id", "error"}, and the
    exit status is 1.
    """
    desk, asker = _Desk(read_known(read_settings().lessons_dir), notices), audiences.audience_of(audience)
    if jsonl:
        _answer_lines(file, desk, asker)
    written = file.read()
    if as_json and looks_like_object(written):
        _answer_lines((written,), desk, asker)
    text, words = written.decode("utf-8", "replace"), _words_for(asker)
    click.echo(to_json(desk.told(text, words)) if as_json else "\n".join(desk.lines(text, words)))


def _words_for(asker: Audience | None) -> Words:
    return Words(address=FORM_OF[asker])


def _answer_lines(lines: Iterable[bytes], desk: "_Desk", asker: Audience | None) -> NoReturn:
    refused = [bad for line in lines if line.strip() for bad in _answer_line(line, desk, asker)]
    raise SystemExit(1 if refused else 0)


def _answer_line(written: bytes, desk: "_Desk", asker: Audience | None) -> Iterable[BadLine]:
    """Prints the answer; gives what was wrong with the line, if anything was."""
    try:
        line = read_line(written)
        words = _words_for(audiences.audience_of_line(line) or asker)
    except BadLine as bad:
        click.echo(to_json({"id": bad.id, "error": str(bad)}))
        return (bad,)
    click.echo(to_json({"id": line.id, **desk.told(line.text, words)}))
    return ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is needed to answer, read once."""

    known: Known
    notices: Sequence[PublicNotice]

    def told(self, text: str, words: Words) -> dict[str, object]:
        """For scripts."""
        now = datetime.now(VIETNAM)
        if answer := official_answer(text, self.notices, now):
            advice = [paragraph.text for paragraph in told(answer, words, now)[:_MOST_SAID]]
            return {"verdict": VERDICTS[answer.verdict], "kind": None, "reasons": [], "advice": advice, "lesson": None}
        return _told(check_message(text, self.known), self._first_steps(text, words), words)

    def lines(self, text: str, words: Words) -> Iterator[str]:
        """For people."""
        now = datetime.now(VIETNAM)
        if answer := official_answer(text, self.notices, now):
            yield from (paragraph.text for paragraph in told(answer, words, now))
            return
        steps, found = self._first_steps(text, words), check_message(text, self.known)
        yield from steps
        if steps and found.verdict is Verdict.NO_SIGN:
            return
        yield from ("",) if steps else ()
        yield from verdict_told(found, self.known.knowledge, words)

    def _first_steps(self, text: str, words: Words) -> tuple[str, ...]:
        """What comes before any verdict where somebody is in need; the book of answers is not read for that."""
        plain = index_of(self.known.knowledge).plain(text)
        found = emergencies.danger(text, plain) or emergencies.loss(text, plain)
        return tuple(words.say(step) for step in found.sentences) if found else ()


def _told(found: Check, first_steps: Sequence[str], words: Words) -> dict[str, object]:
    """For whoever is in need without a sign of a trick, what to do about tricks is left out."""
    advice = () if first_steps and found.verdict is Verdict.NO_SIGN else found.advice
    return {
        "verdict": found.verdict.value,
        "kind": found.kind,
        "reasons": [{"code": one.signal.value, "text": one.said(words)} for one in found.reasons],
        "advice": [*first_steps, *map(words.say, advice)],
        "lesson": found.lesson,
    }
