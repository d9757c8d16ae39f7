"""An officer's deed from a script: who does it, from which login, what became of it and why nothing did."""

import json
import os
import pwd
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import click

from bot.conversation.facts import Why
from bot.conversation.notice_facts import NoticeMoved
from bot.conversation.offices.moves_said import STATES
from bot.conversation.refusals import why_not
from bot.storage.broadcasting import deeds
from bot.storage.broadcasting.broadcast_rows import load_named
from bot.storage.broadcasting.deeds import Outcome
from bot.storage.database import Transaction
from bot.storage.offices import officers
from bot.translations import Words, mark
from broadcasts.broadcast import Broadcast
from broadcasts.code import shown
from broadcasts.governance import SCRIPTS, Denial
from broadcasts.officer import Action

WORDS = Words()
say = WORDS.say
_SHARED_LOGIN = mark("Nếu hai người dùng chung một máy chủ: người viết thêm --factor của mình khi chạy broadcast new.")

by = click.option("--by", required=True, metavar="OFFICER", help="The id of the officer who does it.")
factor = click.option("--factor", required=True, metavar="DIGITS", help="What the officer's authenticator shows now.")
reason = click.option("--reason", default="", help="Why; it is kept with the deed.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")


@dataclass(frozen=True, slots=True)
class Deed:
    """What an officer asks for. `name` is a broadcast's id or code; `text_hash` "" means the text as it stands."""

    by: str
    action: Action
    name: str
    factor: str = ""
    reason: str = ""
    text_hash: str = ""


def login() -> str:
    """The login that the command runs under; what the environment says about it is not believed."""
    user = os.getuid()
    try:
        return f"{SCRIPTS}:{pwd.getpwuid(user).pw_name}"
    except KeyError:  # a container may have no names
        return f"{SCRIPTS}:{user}"


def do(tx: Transaction, deed: Deed, now: datetime) -> Outcome:
    """Do it, and tell whoever has to know."""
    officer, found = officers.officer_by_id(tx, deed.by), load_named(tx, deed.name)
    if officer is None or found is None:
        return Outcome(found, Denial.ACCOUNT if officer is None else Why.UNKNOWN)
    fact = NoticeMoved(found.id, deed.action, deed.text_hash or found.text_hash, deed.reason, deed.factor)
    return deeds.do(tx, officer, login(), fact, now)


def tell(outcome: Outcome, json_wanted: bool, **more: Any) -> None:
    """Print what became of it; ends the command with exit status 1 where it was refused."""
    if json_wanted:
        click.echo(json.dumps({**_row(outcome), **more}, ensure_ascii=False))
    elif outcome.refused is None and outcome.broadcast is not None:
        click.echo(line(outcome.broadcast))
    else:
        click.echo(_sentence(outcome), err=True)
    if outcome.refused is not None:
        raise SystemExit(1)


def line(broadcast: Broadcast) -> str:
    """One broadcast in a line: where it stands, its code and id, what it says."""
    notice = broadcast.notice
    what = " · ".join((say(STATES[broadcast.state]), notice.level.value, notice.headline))
    return f"{shown(broadcast.code)}  {broadcast.id}  {what}"


def fields(broadcast: Broadcast) -> Mapping[str, Any]:
    """One broadcast for scripts."""
    notice = broadcast.notice
    return {
        "id": broadcast.id,
        "code": broadcast.code,
        "state": broadcast.state.value,
        "kind": notice.kind.value,
        "level": notice.level.value,
        "drill": notice.drill,
        "office": notice.office,
        "headline": notice.headline,
        "areas": list(notice.areas),
        "starts": notice.starts and notice.starts.isoformat(),
        "ends": notice.ends and notice.ends.isoformat(),
        "begins": broadcast.begins and broadcast.begins.isoformat(),
        "people": broadcast.people,
        "refers_to": broadcast.refers_to,
        "recording": broadcast.recording,
        "text": broadcast.text_hash,
    }


def _row(outcome: Outcome) -> dict[str, Any]:
    about = dict(fields(outcome.broadcast)) if outcome.broadcast else {}
    why = outcome.refused
    return about | ({"refused": why.value, "message": _sentence(outcome)} if why else {})


def _sentence(outcome: Outcome) -> str:
    if outcome.refused is None:
        return ""
    more = say(_SHARED_LOGIN) if outcome.refused is Denial.SAME_PHONE else ""
    return " ".join(filter(None, (say(why_not(outcome.refused)), more)))
