"""`camtay audit`: whether the log of who did what is whole, and what it says."""

import json
from datetime import datetime

import click

from bot.cli.storing import kept
from bot.notices.times import moment
from bot.storage.database import Transaction
from bot.storage.offices import audit as log
from bot.storage.offices.audit import Entry, Head
from bot.translations import Words

WORDS = Words()
say = WORDS.say


@click.group()
def audit() -> None:
    """Verify and show the log of who did what."""


@audit.command()
@click.option("--count", type=int, help="How many rows there were when the head was written down elsewhere.")
@click.option("--head", "known", default="", help="The hash of the last row at that time.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def verify(count: int | None, known: str, as_json: bool) -> None:
    """Go through the whole chain; exit status 1 where a row was changed, removed or put in.

    Rows cut off at the end show only against a count and a head that were written down elsewhere: do that daily.
    """
    if (count is None) is not (not known):
        raise click.UsageError("--count and --head belong together.")
    before = None if count is None else Head(count, known)
    broken, cut, head = kept(lambda tx, now: _verified(tx, before))
    if as_json:
        click.echo(json.dumps({"count": head.count, "head": head.hash, "broken": broken, "cut": cut}))
    else:
        click.echo(_told(broken, cut, head))
    if broken is not None or cut:
        raise SystemExit(1)


def _verified(tx: Transaction, before: Head | None) -> tuple[int | None, bool, Head]:
    return log.verify(tx), before is not None and not log.holds(tx, before), log.head(tx)


def _told(broken: int | None, cut: bool, head: Head) -> str:
    if broken is not None:
        return say("Nhật ký đã bị sửa: từ dòng {row} không còn khớp với dòng trước.", row=broken)
    if cut:
        return say("Nhật ký đã bị cắt hoặc viết lại: mã ghi ở nơi khác không còn trong chuỗi.")
    return say("Nhật ký nguyên vẹn: {n} dòng, mã cuối {hash}", n=head.count, hash=head.hash)


@audit.command()
@click.option("--last", "most", type=click.IntRange(min=1), default=50, show_default=True, help="How many rows.")
@click.option("--about", default="", help="Only rows about this broadcast, officer or case.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for scripts.")
def show(most: int, about: str, as_json: bool) -> None:
    """Print the newest rows, oldest first."""
    for entry in kept(lambda tx, now: log.newest(tx, most, about)):
        click.echo(json.dumps(_row(entry)) if as_json else _line(entry))


def _row(entry: Entry) -> dict[str, object]:
    values = {name: getattr(entry, name) for name in Entry.__slots__}
    return values | {"at": entry.at.isoformat(), "details": dict(entry.details)}


def _line(entry: Entry) -> str:
    details = " ".join(f"{name}={value}" for name, value in sorted(entry.details.items()))
    at: datetime = entry.at
    return f"{entry.id}  {moment(at, WORDS)}  {entry.who}  {entry.what}  {entry.about}  {details}".rstrip()
