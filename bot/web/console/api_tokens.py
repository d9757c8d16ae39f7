"""Tokens for other programs: made here, shown once, ended here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from starlette.datastructures import FormData
from starlette.responses import Response

from bot.notices.area_reading import read_areas
from bot.notices.times import moment
from bot.storage.database import Transaction
from bot.storage.offices import accounts, api_tokens
from bot.storage.offices.api_grants import USUAL, Flaw, Grant, Scope
from bot.storage.offices.officer_rows import AccountState
from bot.translations import mark
from bot.web.api.app import BASE
from bot.web.console.access import may
from bot.web.console.at import HOME, At, field
from bot.web.console.door import Door
from bot.web.console.me import WRONG_CODE
from bot.web.console.proof import proven
from bot.web.console.token_words import FLAWS, SCOPES
from broadcasts.officer import Action
from broadcasts.wording import AreaState

TOKENS = f"{HOME}/tai-khoan/api"
UNKNOWN_AREA = ("?",)  # no code: the storage refuses it as it refuses any other area
FIELDS: Mapping[Flaw, str] = {
    Flaw.ACCOUNT: "can-bo",
    Flaw.ROLE: "quyen",
    Flaw.AREA: "dia-ban",
    Flaw.NO_SCOPE: "quyen",
    Flaw.NO_NAME: "ten",
    Flaw.TOO_LONG: "ngay",
}
REVOKED = mark("Đã thu hồi mã truy cập. Chương trình dùng mã ấy không vào được nữa.")
NOT_REVOKED = mark("Mã này đã thu hồi từ trước, hoặc không có.")


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was sent, to be shown again where something is wrong."""

    name: str = ""
    officer: str = ""
    areas: str = ""
    days: str = str(USUAL.days)
    scopes: frozenset[str] = frozenset()

    def grant(self) -> Grant:
        """What is asked for."""
        scopes = frozenset(scope for scope in Scope if scope.value in self.scopes)
        days = int(self.days) if self.days.isascii() and self.days.isdecimal() and len(self.days) < 5 else 0
        return Grant(self.name, scopes, _codes(self.areas), timedelta(days=days))


async def page(at: At) -> Response:
    """Every token, and the form for a new one."""
    return await _shown(at, Typed(), ())


async def add(at: At) -> Response:
    """The new token on a page that is shown once; asks for the second factor, after everything else is right."""
    form = await at.form()
    typed = _typed(form)
    flaw = await at.read(lambda tx: api_tokens.flaw_of(tx, typed.officer, typed.grant()))
    if flaw is not None:
        return await _shown(at, typed, ((FIELDS[flaw], at.say(FLAWS[flaw])),))
    if not await proven(at, field(form, "ma", 20)):
        return await _shown(at, typed, (("ma", at.say(WRONG_CODE)),))
    token = await at.write(lambda tx: api_tokens.add(tx, typed.officer, typed.grant(), at.now, at.officer.id))
    return at.page("api_token.html", token=token, program=typed.name, base=BASE, way=TOKENS)


async def revoke(at: At) -> Response:
    """One token less."""
    id = str(at.request.path_params["id"])
    done = await at.write(lambda tx: api_tokens.revoke(tx, id, at.now, at.officer.id))
    return at.go(TOKENS, at.say(REVOKED if done else NOT_REVOKED))


async def _shown(at: At, typed: Typed, mistakes: tuple[tuple[str, str], ...]) -> Response:
    tokens, officers = await at.read(_known)
    values = {"typed": typed, "mistakes": mistakes, "tokens": tokens, "officers": officers, "scopes": SCOPES}
    status = 422 if mistakes else 200
    return at.page("api_tokens.html", status, moment=moment, base=BASE, **values)


def _known(tx: Transaction) -> tuple[tuple[api_tokens.ApiToken, ...], dict[str, accounts.Account]]:
    return api_tokens.tokens(tx), {one.officer.id: one for one in accounts.accounts(tx) if _takes_part(one)}


def _takes_part(account: accounts.Account) -> bool:
    return account.state is not AccountState.REVOKED


def _typed(form: FormData) -> Typed:
    scopes = frozenset(value for value in form.getlist("quyen") if isinstance(value, str))
    return Typed(
        field(form, "ten", 200), field(form, "can-bo", 80), field(form, "dia-ban"), field(form, "ngay", 8), scopes
    )


def _codes(written: str) -> tuple[str, ...]:
    """The codes of all areas that are named; where one of them is not clear, none that could be granted."""
    areas = read_areas(written).areas
    sure = all(area.state is AreaState.KNOWN for area in areas)
    return tuple(area.written for area in areas) if sure else UNKNOWN_AREA


ROUTES = (
    Door("/tai-khoan/api", page, may(Action.APPOINT)),
    Door("/tai-khoan/api", add, may(Action.APPOINT), ("POST",)),
    Door("/tai-khoan/api/{id}/thu-hoi", revoke, may(Action.APPOINT), ("POST",)),
)
