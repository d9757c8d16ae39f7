"""`camtay channels`: how each of our accounts on the networks is."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import click

from bot.channels.channel import KeptTokens
from bot.cli.opening import read_settings
from bot.cli.storing import kept
from bot.conversation.offices.figures import counted
from bot.conversation.offices.reach_words import channel_name
from bot.notices.times import moment
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.delivery import account_states, usage
from bot.storage.delivery.account_states import AccountSeen, AccountState, Sending, Window
from bot.storage.delivery.account_tokens import kept_tokens
from bot.translations import Words, mark
from bot.vietnamese.moments import VIETNAM

WORDS = Words()
say = WORDS.say
NOBODY = Window(0, 0, 0)
STATES = {
    AccountState.CONNECTED: mark("đang nối"),
    AccountState.AWAY: mark("không tới được mạng, máy tự thử lại"),
    AccountState.REFUSED: mark("bị từ chối, cần người xem"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """All that is known of one channel."""

    channel: str
    on: bool
    seen: AccountSeen | None
    rate: float | None
    window: Window
    sending: Sending | None
    month: int
    plan: int | None
    tokens: KeptTokens | None


@click.group()
def channels() -> None:
    """The accounts on the chat networks."""


@channels.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for scripts.")
def status(as_json: bool) -> None:
    """Print for each channel whether it is connected and why, its rate, whom it reaches, its plan, its tokens.

    The states are those that `camtay serve` has told last.
    """
    settings = read_settings()
    for one in kept(lambda tx, now: _all(tx, settings, now)):
        click.echo(json.dumps(_row(one), ensure_ascii=False) if as_json else "\n".join(_lines(one)))


def _all(tx: Transaction, settings: Settings, now: datetime) -> list[Status]:
    seen, windows, senders = account_states.seen(tx), account_states.windows(tx, now), account_states.senders(tx, now)
    month = now.astimezone(VIETNAM).strftime("%Y-%m")
    return [
        Status(
            name,
            on,
            seen.get(name),
            settings.rates.get(name),
            windows.get(name, NOBODY),
            senders.get(name),
            usage.messages_of(tx, name, month),
            settings.plans.get(name),
            kept_tokens(tx, name),
        )
        for name, on in settings.channels.items()
    ]


def _lines(one: Status) -> list[str]:
    """Under the channel's name what there is to say of it."""
    name = channel_name(one.channel, WORDS)
    if not one.on:
        return [say("{name}: tắt, chưa có trong cài đặt", name=name)]
    told = (_state(one), _speed(one), _people(one.window), _plan(one), *_tokens(one))
    return [name, *(f"  {line}" for line in told if line)]


def _state(one: Status) -> str:
    if one.channel == "web":
        return say("luôn mở khi máy chủ chạy")
    if one.seen is None:
        return say("chưa lần nào nối: hãy chạy camtay serve")
    state = say(STATES[one.seen.state])
    since = say("{state} từ {since}", state=state, since=moment(one.seen.since, WORDS))
    return f"{since}: {one.seen.why}" if one.seen.why else since


def _speed(one: Status) -> str:
    rate = say("{rate:g} tin một giây", rate=one.rate) if one.rate else say("không giới hạn tốc độ")
    if one.sending is None:
        return say("{rate}; chưa có máy nào đang gửi", rate=rate)
    return say("{rate}; đang gửi: {owner}", rate=rate, owner=one.sending.owner)


def _people(window: Window) -> str:
    open_now = counted(window.known - window.left - window.shut, WORDS)
    known, left, shut = (counted(number, WORDS) for number in (window.known, window.left, window.shut))
    line = say("{open} nơi nhắn tới được, trong {known} nơi đã biết", open=open_now, known=known)
    blocked = say("{left} nơi đã chặn", left=left) if window.left else ""
    closed = say("{shut} nơi đã quá hạn nhắn", shut=shut) if window.shut else ""
    return "; ".join(part for part in (line, blocked, closed) if part)


def _plan(one: Status) -> str:
    if one.plan is None:
        return ""
    sent, plan = counted(one.month, WORDS), counted(one.plan, WORDS)
    return say("tháng này đã gửi {sent} trong {plan} tin của gói", sent=sent, plan=plan)


def _tokens(one: Status) -> list[str]:
    if one.tokens is None:
        return [say("chưa đăng nhập: hãy chạy camtay zalo login")] if one.channel == "zalo_oa" else []
    lines = [say("thẻ đăng nhập cấp từ {at}", at=moment(one.tokens.kept_at, WORDS))]
    if one.tokens.pair.refresh_dies:
        lines.append(say("thẻ dùng đến {at} nếu không được cấp mới", at=moment(one.tokens.pair.refresh_dies, WORDS)))
    if one.tokens.lost:
        lines.append(say("thẻ không cấp mới được nữa: hãy chạy camtay zalo login"))
    return lines


def _row(one: Status) -> dict[str, Any]:
    seen, tokens = one.seen, one.tokens
    return {
        "channel": one.channel,
        "on": one.on,
        "state": seen.state.value if seen else None,
        "why": seen.why if seen else "",
        "since": _written(seen.since if seen else None),
        "told_at": _written(seen.told_at if seen else None),
        "rate": one.rate,
        **asdict(one.window),
        "sender": one.sending.owner if one.sending else None,
        "sent_this_month": one.month,
        "plan": one.plan,
        "token_kept": _written(tokens.kept_at if tokens else None),
        "token_dies": _written(tokens.pair.refresh_dies if tokens else None),
        "token_lost": tokens.lost if tokens else "",
    }


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
