"""`camtay broadcast new|approve|stop|correct|all-clear`: what an officer does with a notice, for scripts."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

import click

from bot.cli import acting
from bot.cli.acting import Deed, do, login, say, tell
from bot.cli.notice_file import NoNotice, NoticeFile, read_file
from bot.cli.opening import read_settings
from bot.cli.storing import kept
from bot.conversation.notice_facts import Group, NoticeMoved, NoticeWritten
from bot.conversation.offices.officer_calls import submitted_by_command_call
from bot.notices.known import read_known
from bot.recordings import LARGEST, NotARecording, RecordingTooLarge, keep
from bot.storage.broadcasting import broadcasts, deeds
from bot.storage.broadcasting.broadcast_rows import load, load_named
from bot.storage.broadcasting.deeds import Outcome
from bot.storage.database import Transaction
from bot.storage.offices import accounts, officers
from broadcasts.broadcast import Broadcast
from broadcasts.governance import Denial
from broadcasts.notice import Kind
from broadcasts.officer import Action, Officer
from broadcasts.wording import Severity


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@acting.by
@click.option("--submit", is_flag=True, help="Submit it too, and call the approvers.")
@click.option("--factor", default="", metavar="DIGITS", help="Without it the officer is told.")
@click.option("--recording", type=click.File("rb"), help="It read aloud: Ogg, MP3, M4A or AAC, at most 2 MB.")
@acting.as_json
def new(  # noqa: PLR0913, PLR0917 -- click names them
    file: IO[bytes], by: str, submit: bool, factor: str, recording: IO[bytes] | None, as_json: bool
) -> None:
    """Write the notice in FILE, as `broadcast check` reads it, for this officer.

    FILE may hold more: "correction" and "all_clear", each with headline, description and instruction; "refers_to", the
    id or code of the notice that an update follows; "begins", the hour at which it is sent.
    """
    officer = _officer(by)
    read = _read(file, officer)
    heard = _kept(recording) if recording else ""
    _write(_Writing(officer, read, read.refers_to, factor, submit, heard), as_json)


@click.command()
@click.argument("name")
@acting.by
@acting.factor
@click.option("--text", "text_hash", default="", metavar="HASH", help="Refuse where the text is another one by now.")
@acting.as_json
def approve(name: str, by: str, factor: str, text_hash: str, as_json: bool) -> None:
    """Approve the notice NAME (its id or code), so that it leaves, or look again at one that was sent alone."""
    deed = Deed(by, Action.APPROVE, name, factor, text_hash=text_hash)
    tell(kept(lambda tx, now: do(tx, deed, now)), as_json)


@click.command()
@click.argument("name")
@acting.by
@acting.factor
@acting.reason
@acting.as_json
def stop(name: str, by: str, factor: str, reason: str, as_json: bool) -> None:
    """Stop the notice NAME; its correction goes to exactly those who received it."""
    deed = Deed(by, Action.WITHDRAW, name, factor, reason)
    tell(kept(lambda tx, now: do(tx, deed, now)), as_json)


@click.command()
@click.argument("name")
@click.argument("file", type=click.File("rb"), required=False)
@acting.by
@acting.factor
@acting.as_json
def correct(name: str, file: IO[bytes] | None, by: str, factor: str, as_json: bool) -> None:
    """Correct the notice NAME: at once by what lies ready for that, or by the text in FILE, once it is approved."""
    if file is None:
        tell(kept(lambda tx, now: do(tx, Deed(by, Action.WITHDRAW, name, factor), now)), as_json)
        return
    officer = _officer(by)
    _write(_Writing(officer, _read(file, officer, Kind.UPDATE), name, factor, submit=True), as_json)


@click.command("all-clear")
@click.argument("name")
@acting.by
@acting.factor
@acting.as_json
def all_clear(name: str, by: str, factor: str, as_json: bool) -> None:
    """Tell everybody whom the notice NAME was meant for that the danger is over."""
    tell(kept(lambda tx, now: do(tx, Deed(by, Action.ALL_CLEAR, name, factor), now)), as_json)


@dataclass(frozen=True, slots=True)
class _Writing:
    """A notice that is to be kept, and perhaps submitted, for an officer."""

    officer: Officer
    read: NoticeFile
    refers_to: str  # an id or a code
    factor: str
    submit: bool
    recording: str = ""  # the source of it read aloud

    def keep(self, tx: Transaction, now: datetime) -> Outcome:
        """Keep it; a right second factor makes the officer's own device the place where it was written."""
        if self.factor and not accounts.prove(tx, self.officer.id, self.factor, now):
            return Outcome(None, Denial.FACTOR)
        where = f"{login()}:{self.officer.id}" if self.factor else login()
        old = load_named(tx, self.refers_to) if self.refers_to else None
        fact = NoticeWritten(
            secrets.token_hex(8),
            self.read.notice,
            self.read.correction,
            self.read.all_clear,
            refers_to=old.id if old else self.refers_to,
            begins=self.read.begins,
            recording=self.recording,
        )
        refused = broadcasts.write(tx, self.officer, where, fact, now)
        written = load(tx, fact.id)
        if refused is not None or written is None or not self.submit:
            return Outcome(written, refused)
        return self._submitted(tx, written, where, now)

    def _submitted(self, tx: Transaction, written: Broadcast, where: str, now: datetime) -> Outcome:
        fact = NoticeMoved(written.id, Action.SUBMIT, written.text_hash)
        outcome = deeds.do(tx, self.officer, where, fact, now)
        if outcome.refused is None and not self.factor:
            user = where.partition(":")[2]
            deeds.call(tx, Group.WRITERS, written, submitted_by_command_call(written, user), now)
        return outcome


def _officer(id: str) -> Officer:
    found = kept(lambda tx, now: officers.officer_by_id(tx, id))
    if found is None:
        raise click.ClickException(say("Không có cán bộ nào mang mã {id}. Xem danh sách: camtay officer list", id=id))
    return found


def _read(file: IO[bytes], officer: Officer, kind: Kind | None = None) -> NoticeFile:
    try:
        return read_file(file.read(), officer, read_known(read_settings().lessons_dir), datetime.now(UTC), kind)
    except NoNotice:
        raise click.ClickException(say("Tệp này không phải một thông báo dạng JSON.")) from None


def _kept(recording: IO[bytes]) -> str:
    """The source under which it is kept."""
    try:
        return keep(read_settings().data_dir, recording.read(LARGEST + 1))
    except NotARecording:
        raise click.ClickException(say("Tệp tiếng này không đọc được. Dùng tệp Ogg, MP3, M4A hoặc AAC.")) from None
    except RecordingTooLarge:
        raise click.ClickException(say("Tệp tiếng lớn hơn 2 MB. Đọc ngắn hơn, hoặc nén nhỏ lại.")) from None


def _write(writing: _Writing, as_json: bool) -> None:
    """Keep it and print what was found about its wording; what has errors is not submitted."""
    read = writing.read
    found: dict[str, Any] = {"errors": read.rows(Severity.ERROR), "warnings": read.rows(Severity.WARNING)}
    if not as_json:
        click.echo("\n".join(read.told()), err=True, nl=bool(read.findings))
    if writing.submit and read.refused:
        if as_json:
            tell(Outcome(None), as_json, **found)
        raise SystemExit(1)
    tell(kept(writing.keep), as_json, **found)
