"""`camtay token`: other programs' access to the JSON API, each in an officer's name."""

import json
from datetime import timedelta

import click

from bot.cli.storing import kept
from bot.notices.times import moment
from bot.storage.offices import api_tokens
from bot.storage.offices.api_grants import LONGEST, USUAL, Grant, NotGrantable, Scope
from bot.storage.offices.api_tokens import ApiToken
from bot.translations import Words
from bot.web.console.token_words import FLAWS

WORDS = Words()
say = WORDS.say


@click.group()
def token() -> None:
    """Give other programs access to the JSON API, and end it."""


@token.command()
@click.option("--officer", required=True, help="The id of the officer in whose name it reads and writes drafts.")
@click.option("--name", required=True, help="Which program it is for.")
@click.option("--scope", "scopes", multiple=True, required=True, type=click.Choice([scope.value for scope in Scope]))
@click.option("--area", "areas", multiple=True, help="Code of a commune or province; default: all of the officer's.")
@click.option("--days", default=USUAL.days, show_default=True, type=click.IntRange(1, LONGEST.days))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def add(  # noqa: PLR0913, PLR0917 -- click names them
    officer: str, name: str, scopes: tuple[str, ...], areas: tuple[str, ...], days: int, as_json: bool
) -> None:
    """Make a token and print it, once."""
    grant = Grant(name, frozenset(map(Scope, scopes)), areas, timedelta(days=days))
    try:
        made = kept(lambda tx, now: api_tokens.add(tx, officer, grant, now))
    except NotGrantable as refused:
        raise click.ClickException(say(FLAWS[refused.flaw])) from None
    click.echo(json.dumps({"token": made}) if as_json else "\n".join((say("Mã truy cập, chỉ hiện một lần:"), made)))


@token.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for scripts.")
def list_(as_json: bool) -> None:
    """Print every token with its scopes, its end and when it was last used."""
    for one in kept(lambda tx, now: api_tokens.tokens(tx)):
        click.echo(json.dumps(_row(one), ensure_ascii=False) if as_json else _line(one))


@token.command()
@click.argument("id")
def revoke(id: str) -> None:
    """End a token for good; ID is as `token list` prints it."""
    if not kept(lambda tx, now: api_tokens.revoke(tx, id, now)):
        raise click.ClickException(say("Không có mã truy cập {id}, hoặc nó đã thu hồi rồi.", id=id))
    click.echo(say("Đã thu hồi mã truy cập {id}.", id=id))


def _row(one: ApiToken) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "officer": one.officer,
        "office": one.office,
        "scopes": _scopes(one),
        "areas": list(one.areas),
        "made_by": one.made_by,
        "made_at": one.made_at.isoformat(),
        "expires_at": one.expires_at.isoformat(),
        "used_at": one.used_at and one.used_at.isoformat(),
        "revoked_at": one.revoked_at and one.revoked_at.isoformat(),
    }


def _line(one: ApiToken) -> str:
    used = moment(one.used_at, WORDS) if one.used_at else say("chưa dùng lần nào")
    until = say("đã thu hồi") if one.revoked_at else say("Hết hạn {at}", at=moment(one.expires_at, WORDS))
    return f"{one.id}  {one.name} · {one.office} · {', '.join(_scopes(one))} · {until} · {used}"


def _scopes(one: ApiToken) -> list[str]:
    return sorted(scope.value for scope in one.scopes)
