"""`camtay officer`: who may write and send notices, and cutting off a lost telephone."""

import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime

import click
import segno

from bot.areas import commune, find_commune, find_province, full_name, province
from bot.cli.inviting import invitation_link
from bot.cli.opening import read_settings
from bot.cli.storing import kept
from bot.notices.times import moment
from bot.storage.database import Transaction
from bot.storage.offices import accounts, binding, invitations
from bot.storage.offices.accounts import Account, Appointment
from bot.storage.offices.factor import otpauth
from bot.storage.offices.officers import officer_by_id
from bot.translations import Words, mark
from broadcasts.officer import Role, appointable

WORDS = Words()
say = WORDS.say
LINK = mark("Vào bàn làm việc trên máy tính, dùng một lần trong 24 giờ: {link}")
NOT_IN_USE = mark("Tài khoản này chưa có, hoặc đang bị khóa. Xem: camtay officer list")
MOST_GUESSES = 8
_CODE = re.compile(r"[0-9]{2}|[0-9]{5}")


@click.group()
def officer() -> None:
    """Appoint officers, bind their telephones, cut them off."""


@officer.command()
@click.option("--name", required=True, help="The officer's name, as colleagues read it.")
@click.option("--office", required=True, help="The office in full, without abbreviations.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice([role.value for role in Role]))
@click.option(
    "--area", "areas", multiple=True, help="Code or name of a commune, or of a province for all its communes."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def add(name: str, office: str, roles: tuple[str, ...], areas: tuple[str, ...], as_json: bool) -> None:
    """Make an account; prints the code that binds a telephone and the key of the second factor, both once."""
    appointed = Appointment(name, office, frozenset(map(Role, roles)), tuple(map(_area, areas)))
    _check(appointed)
    id, secret, code, token = kept(lambda tx, now: _added(tx, appointed, now))
    uri, link = otpauth(secret, name), invitation_link(read_settings(), token)
    if as_json:
        told = {"id": id, "code": code, "secret": secret, "otpauth": uri, "link": link}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo("\n".join((say("Đã thêm {name}, mã cán bộ: {id}", name=name, id=id), "", *_told(code), "")))
    click.echo(f"{say(LINK, link=link)}\n")
    click.echo(
        say("Mã thứ hai (sáu số): quét hình này bằng ứng dụng mã xác thực, hoặc gõ khóa {secret}", secret=secret)
    )
    click.echo(f"{_drawn(uri)}\n{uri}")


def _check(appointed: Appointment) -> None:
    if not appointable(appointed.roles):
        raise click.UsageError(
            "An administrator hands out keys and does not send: give that role an account of its own."
        )
    if not appointed.areas and appointed.roles != {Role.ADMINISTRATOR}:
        raise click.UsageError("An officer answers for an area: give --area at least once.")


def _added(tx: Transaction, appointed: Appointment, now: datetime) -> tuple[str, str, str, str]:
    id, secret = accounts.add(tx, appointed, now)
    return id, secret, binding.new_code(tx, id, now), invitations.invite(tx, id, now) or ""


@officer.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def invite(id: str, as_json: bool) -> None:
    """Print a new one-time link to the desk: for a forgotten password, or a lost second factor."""
    token = kept(lambda tx, now: invitations.invite(tx, id, now))
    if token is None:
        raise click.ClickException(say(NOT_IN_USE))
    link = invitation_link(read_settings(), token)
    click.echo(json.dumps({"id": id, "link": link}) if as_json else say(LINK, link=link))


def _area(written: str) -> str:
    """The code of the area that is meant; ends the command with what it may be where that is not clear."""
    if _CODE.fullmatch(written):
        if commune(written) or province(written):
            return written
        raise click.ClickException(say("Không có nơi nào mang mã {area}.", area=written))
    meant = [found.only for found in (find_province(written), find_commune(written)) if found.only]
    if len(meant) != 1:  # "Sài Gòn" is a ward and a city: an area is never widened by a guess
        raise click.ClickException("\n".join(_guesses(written)))
    return meant[0].unit.code


def _guesses(written: str) -> Iterator[str]:
    yield say("Chưa rõ {area} là nơi nào. Viết mã của xã (năm số) hoặc của tỉnh (hai số).", area=written)
    for above in find_province(written).matches[:MOST_GUESSES]:
        yield f"  {above.unit.code}     {above.unit.titled}"
    for one in find_commune(written).matches[:MOST_GUESSES]:
        yield f"  {one.unit.code}  {full_name(one.unit)}"


def _told(code: str) -> Iterator[str]:
    yield say("Mã gắn máy, dùng một lần trong 30 phút: {code}", code=code)
    link = say("Telegram: mở https://t.me/TÊN_BOT?start={code} trên máy của cán bộ, hoặc nhắn /start {code}", code=code)
    elsewhere = say("Kênh khác: nhắn {code}", code=code)
    yield from (f"  {link}", f"  {elsewhere}")


def _drawn(uri: str) -> str:
    """The QR code as characters of a terminal."""
    drawing = io.StringIO()
    segno.make(uri, error="l").terminal(drawing, compact=True)
    return drawing.getvalue()


@officer.command()
@click.argument("id")
@click.option("--replace", "replaces", is_flag=True, help="Cut off the telephones bound before, once this one is.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def code(id: str, replaces: bool, as_json: bool) -> None:
    """Print a new one-time code for another telephone; it works beside the present ones unless it replaces them."""
    found = kept(lambda tx, now: _new_code(tx, id, replaces, now))
    if found is None:
        raise click.ClickException(say(NOT_IN_USE))
    click.echo(json.dumps({"id": id, "code": found}) if as_json else "\n".join(_told(found)))


def _new_code(tx: Transaction, id: str, replaces: bool, now: datetime) -> str | None:
    found = officer_by_id(tx, id)
    return binding.new_code(tx, id, now, replaces) if found and found.active else None


@officer.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for scripts.")
def list_(as_json: bool) -> None:
    """Print every account with its roles, its area and when it was last used."""
    for account in kept(lambda tx, now: accounts.accounts(tx)):
        click.echo(json.dumps(_row(account), ensure_ascii=False) if as_json else _line(account))


def _row(account: Account) -> dict[str, object]:
    return {
        "id": account.officer.id,
        "name": account.officer.name,
        "office": account.officer.office,
        "roles": sorted(role.value for role in account.officer.roles),
        "areas": list(account.areas),
        "state": account.state.value,
        "places": account.places,
        "added_at": account.added_at.isoformat(),
        "seen_at": account.seen_at and account.seen_at.isoformat(),
    }


def _line(account: Account) -> str:
    roles = ", ".join(sorted(role.value for role in account.officer.roles))
    seen = moment(account.seen_at, WORDS) if account.seen_at else say("chưa dùng lần nào")
    areas = " ".join(account.areas)
    one = account.officer
    return f"{one.id}  {account.state.value:<7}  {one.name} · {one.office} · {roles} · {areas} · {seen}"


def _cut(change: Callable[[Transaction, str, datetime], bool], id: str, done: str) -> None:
    if not kept(lambda tx, now: change(tx, id, now)):
        raise click.ClickException(say("Không có tài khoản {id}, hoặc nó đã như vậy rồi.", id=id))
    click.echo(say(done, id=id))


@officer.command()
@click.argument("id")
def revoke(id: str) -> None:
    """Cut an account off for good, and every telephone from it."""
    _cut(accounts.revoke, id, mark("Đã thu hồi tài khoản {id}. Mọi máy gắn với nó đều bị gỡ."))


@officer.command()
@click.argument("id")
def freeze(id: str) -> None:
    """Cut an account off until it is given back: what to do first when a telephone is lost."""
    _cut(accounts.freeze, id, mark("Đã khóa tài khoản {id}. Mở lại: camtay officer unfreeze {id}"))


@officer.command()
@click.argument("id")
def unfreeze(id: str) -> None:
    """Give a frozen account back."""
    _cut(accounts.unfreeze, id, mark("Đã mở lại tài khoản {id}. Mã truy cập cũ của chương trình không dùng lại được."))
