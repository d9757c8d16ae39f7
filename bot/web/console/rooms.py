"""Every room of the desk: its routes, and its place in the menu."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.routing import Route

from bot.translations import mark
from bot.web.console import (
    api_tokens,
    appointing,
    display,
    home,
    invited,
    log_table,
    me,
    overview,
    passkeys,
    people,
    report_pages,
    sign_in,
    staff,
)
from bot.web.console.at import HOME
from bot.web.console.content import routes as content
from bot.web.console.notices import routes as notices
from broadcasts.officer import Action


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the menu, for whoever may do one of these actions (none: for everybody signed in)."""

    path: str
    name: str  # marked for translation
    actions: tuple[Action, ...] = ()


ROOMS: Sequence[Room] = (
    Room(HOME, mark("Việc hôm nay")),
    Room(f"{HOME}/thong-bao", mark("Thông báo"), (Action.SEE,)),
    Room(f"{HOME}/can-giup", mark("Cần giúp"), (Action.HELP,)),
    Room(f"{HOME}/cau-hoi", mark("Câu hỏi"), (Action.HELP, Action.TEACH)),
    Room(f"{HOME}/noi-dung", mark("Bài và nội dung"), (Action.TEACH,)),
    Room(f"{HOME}/tong-quan", mark("Tổng quan"), (Action.SEE, Action.TEACH)),
    Room(f"{HOME}/bao-cao", mark("Báo cáo"), (Action.SEE,)),
    Room(f"{HOME}/tai-khoan", mark("Tài khoản"), (Action.APPOINT, Action.FREEZE)),
    Room(f"{HOME}/nhat-ky", mark("Nhật ký"), (Action.AUDIT,)),
)
ROUTES: Sequence[Route] = (
    *home.ROUTES,
    *api_tokens.ROUTES,
    *sign_in.ROUTES,
    *invited.ROUTES,
    *me.ROUTES,
    *display.ROUTES,
    *passkeys.ROUTES,
    *staff.ROUTES,
    *appointing.ROUTES,
    *log_table.ROUTES,
    *content.ROUTES,
    *notices.ROUTES,
    *overview.ROUTES,
    *people.ROUTES,
    *report_pages.ROUTES,
)
