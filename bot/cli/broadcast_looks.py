"""`camtay broadcast status|list|report`: how notices stand and how they went."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

import click

from bot.cli import acting
from bot.cli.acting import WORDS, fields, line, say
from bot.cli.storing import kept
from bot.conversation.notice_facts import Seen, Tally
from bot.conversation.offices.changes_said import SHORT, all_changes, said_drafts
from bot.conversation.offices.figures import lasting
from bot.conversation.offices.moves_said import DONE
from bot.conversation.offices.progress_words import progress
from bot.conversation.offices.reach_words import channel_name
from bot.notices.times import moment
from bot.storage.broadcasting import notices, reports
from bot.storage.broadcasting.reports import Report
from bot.storage.database import Transaction
from bot.translations import mark

STEPS = {
    "submitted_at": mark("Đưa đi duyệt"),
    "approved_at": mark("Duyệt"),
    "started_at": mark("Bắt đầu gửi"),
    "first_at": mark("Người đầu tiên nhận"),
}


@click.command()
@click.argument("name")
@acting.as_json
def status(name: str, as_json: bool) -> None:
    """Print how the notice NAME (its id or code) stands: what happened to it, and how many have it."""
    found = kept(lambda tx, now: notices.seen(tx, name))
    if found is None:
        raise click.ClickException(_unknown(name))
    click.echo(json.dumps(_row(found), ensure_ascii=False) if as_json else "\n".join(_lines(found)))


@click.command("list")
@click.option("--last", "most", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@acting.as_json
def list_(most: int, as_json: bool) -> None:
    """Print the newest notices, one a line."""
    for broadcast in kept(lambda tx, now: notices.newest(tx, most)):
        click.echo(json.dumps(fields(broadcast), ensure_ascii=False) if as_json else line(broadcast))


@click.command()
@click.argument("name")
@acting.as_json
def report(name: str, as_json: bool) -> None:
    """Print how the notice NAME went: times, persons by channel, why some were not reached, requests for help."""
    found = kept(lambda tx, now: _reported(tx, name))
    if found is None:
        raise click.ClickException(_unknown(name))
    seen, told = found
    if as_json:
        changed = [asdict(change) for change in all_changes(seen.broadcast)]
        click.echo(json.dumps({**_row(seen), "report": _report_row(told), "changed": changed}, ensure_ascii=False))
    else:
        drafts = said_drafts(seen.broadcast, WORDS)
        click.echo("\n".join((*_lines(seen), *drafts, "", *_report_lines(told))))


def _reported(tx: Transaction, name: str) -> tuple[Seen, Report] | None:
    seen = notices.seen(tx, name)
    return (seen, reports.report(tx, seen.broadcast.id)) if seen else None


def _unknown(name: str) -> str:
    return say("Không có thông báo nào mang mã {name}. Xem danh sách: camtay broadcast list", name=name)


def _lines(seen: Seen) -> Iterator[str]:
    yield line(seen.broadcast)
    for moved in seen.broadcast.moves:
        name = seen.names.get(moved.by) or say("máy")
        done = say(DONE[moved.move], name=name)
        yield f"  {moment(moved.at, WORDS)}  {moved.text_hash[:SHORT]}  {done}"
    yield from (paragraph.text for paragraph in progress(seen.tally, WORDS) if paragraph.text)


def _row(seen: Seen) -> dict[str, Any]:
    moves = [
        {
            "move": moved.move.value,
            "by": moved.by,
            "name": seen.names.get(moved.by, ""),
            "at": moved.at.isoformat(),
            "text": moved.text_hash,
        }
        for moved in seen.broadcast.moves
    ]
    tally = {name: getattr(seen.tally, name) for name in Tally.__slots__}
    return {**fields(seen.broadcast), "replaced_by": seen.replaced_by, "tally": tally, "moves": moves}


def _report_lines(told: Report) -> Iterator[str]:
    yield from _steps(told)
    if told.started_at:
        for share, at in told.reached.items():
            span = lasting(at - told.started_at, WORDS)
            yield say("{share}% số người đã nhận trong {span}", share=share, span=span)
    for channel, states in told.channels.items():
        counts = ", ".join(f"{state} {persons}" for state, persons in states.items())
        name = channel_name(channel, WORDS) if channel else say("không có kênh")
        yield f"{name}: {counts}"
    for why, persons in told.reasons.items():
        yield say("Không tới: {n} người, {why}", n=persons, why=why)
    yield say("Yêu cầu giúp: {n}, đã có người nhận: {taken}", n=len(told.cases), taken=_taken(told))


def _steps(told: Report) -> Iterator[str]:
    """From the submission to the first person, each with the time since the step before."""
    before: datetime | None = None
    for name, title in STEPS.items():
        at = getattr(told, name)
        if at is None:
            continue
        step, since = say(title), say("sau {span}", span=lasting(at - before, WORDS)) if before else ""
        yield f"{step}: {moment(at, WORDS)}" + (f" ({since})" if since else "")
        before = at


def _taken(told: Report) -> int:
    return sum(case.taken_at is not None for case in told.cases)


def _report_row(told: Report) -> dict[str, Any]:
    return {
        **{name: _written(getattr(told, name)) for name in STEPS},
        "reached": {str(share): _written(at) for share, at in told.reached.items()},
        "channels": told.channels,
        "reasons": told.reasons,
        "cases": [
            {name: _written(getattr(case, name)) for name in ("opened_at", "taken_at", "closed_at")}
            for case in told.cases
        ],
    }


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
