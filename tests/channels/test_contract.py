"""What every channel keeps to; a new channel adds one function to CHANNELS."""

import json
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.channel import Channel, ChannelError, NotSupported, Part, Prepared
from bot.channels.devnull import DevnullChannel
from bot.channels.layout import lay_out
from bot.channels.telegram.account import Account
from bot.channels.terminal import TerminalChannel
from bot.channels.webchat.send import WebChatChannel
from bot.messages import Address, Choice, Incoming, Media, MediaKind, Paragraph, Priority, Screen, numbered
from tests.channels.telegram.opened import opened
from tests.channels.token_store_contract import Clock
from tests.channels.zalo_bot.opened import opened as at_zalo
from tests.channels.zalo_oa import opened as zalo_oa_opened
from tests.fakes import MemoryMailbox
from tests.telegram_server.judge import judged_server
from tests.zalo_bot_server.server import ZaloBotServer
from tests.zalo_oa_server.people import mac_of
from tests.zalo_oa_server.server import APP_ID, OA_ID, OA_SECRET, ZaloOaServer

SECRET = "so-ket-noi-khong-duoc-lo"
LONG = "Chiều qua có người lạ gọi cho bà Sáu, xưng là công an. " * 500
CHOICES = (Choice("call", "Gọi cho con"), Choice("hang-up", "Tắt máy"), Choice("back", "Về đầu", "0"))
SCREEN = Screen((Paragraph("Bác làm gì?"),), CHOICES, hint="Bác gõ số.", id="q1")
ILLUSTRATED = Screen(
    (Paragraph("Bài 6"), Paragraph(LONG)),
    CHOICES,
    tuple(Media(kind, f"hinh/{kind.value}", f"Hình {kind.value}") for kind in MediaKind),
    id="q2",
)


@dataclass(frozen=True)
class Trial:
    """One channel, and how its network looks from the other side."""

    channel: Channel
    types: Callable[[str], bytes]  # the body in which typed words arrive
    presses: Callable[[str, str], bytes]  # the body in which a press of (choice, screen) arrives
    shown: Callable[[], Awaitable[str]]  # everything the person at `account` has been shown
    headers: Mapping[str, str]
    account: str = "lan"
    shows_a_key_once: bool = False
    signs: Callable[[bytes], Mapping[str, str]] = lambda body: {}  # the headers that prove this very body

    @property
    def address(self) -> Address:
        return Address(self.channel.name, self.account)

    def reads(self, body: bytes) -> Incoming:
        [incoming] = self.channel.parse({**self.headers, **self.signs(body)}, body)
        return incoming


def devnull() -> Trial:
    channel, number = DevnullChannel(), count()

    def message(**fields: str) -> bytes:
        return json.dumps({"account": "lan", "id": str(next(number)), **fields}).encode()

    async def shown() -> str:
        return "".join(str(body) for delivered in channel.delivered for body in delivered.prepared.bodies)

    return Trial(
        channel,
        lambda text: message(text=text),
        lambda choice, screen: message(choice=choice, screen=screen),
        shown,
        {},
    )


def terminal() -> Trial:
    written: list[str] = []

    async def shown() -> str:
        return "".join(written)

    def nothing_to_press(choice: str, screen: str) -> bytes:
        raise AssertionError("a terminal has no buttons")

    return Trial(TerminalChannel(written.append, "lan"), str.encode, nothing_to_press, shown, {})


def webchat() -> Trial:
    mailbox, number = MemoryMailbox(), count()

    def message(**fields: str) -> bytes:
        return json.dumps({"id": f"m{next(number)}", **fields}).encode()

    async def shown() -> str:
        return json.dumps([letter.body for letter in await mailbox.after("lan", 0, most=1000)], ensure_ascii=False)

    return Trial(
        WebChatChannel(mailbox, lambda headers: "lan" if headers.get("cookie") == SECRET else None),
        lambda text: message(text=text),
        lambda choice, screen: message(choice=choice, screen=screen),
        shown,
        {"Cookie": SECRET, "Content-Type": "application/json"},
        shows_a_key_once=True,
    )


@asynccontextmanager
async def telegram() -> AsyncIterator[Trial]:
    number = count(1)
    who = {"id": 77, "is_bot": False, "first_name": "Lan"}
    chat = {"id": 77, "type": "private", "first_name": "Lan"}

    def update(**fields: object) -> bytes:
        return json.dumps({"update_id": next(number), **fields}).encode()

    def types(text: str) -> bytes:
        return update(message={"message_id": next(number), "date": 1795000000, "chat": chat, "from": who, "text": text})

    def presses(choice: str, screen: str) -> bytes:
        data = {"id": str(next(number)), "from": who, "chat_instance": "1", "data": f"{screen}|{choice}"}
        return update(callback_query=data)

    async with judged_server() as server, opened(server.url) as channel:
        person = server.person(77, "Lan", started=True)

        async def shown() -> str:
            return "".join(seen.text + "".join(seen.labels) for seen in person.sees)

        headers = {"X-Telegram-Bot-Api-Secret-Token": Account(server.token).secret}
        yield Trial(channel, types, presses, shown, headers, account="77")


@asynccontextmanager
async def zalo_oa() -> AsyncIterator[Trial]:
    clock, number, lan = Clock(), count(1), zalo_oa_opened.LAN_ID
    timestamp = str(int(clock().timestamp() * 1000))

    def types(text: str) -> bytes:
        message = {"msg_id": f"m{next(number)}", "text": text}
        people = {"sender": {"id": lan}, "recipient": {"id": OA_ID}}
        event = {"event_name": "user_send_text", **people, "message": message, "timestamp": timestamp}
        return json.dumps(event).encode()

    def signs(body: bytes) -> Mapping[str, str]:
        return {"X-ZEvent-Signature": f"mac={mac_of(APP_ID, OA_SECRET, body, timestamp)}"}

    async with ZaloOaServer(clock) as server, zalo_oa_opened.opened(server, clock) as channel:
        person = server.person(lan)

        async def shown() -> str:
            return "".join(seen.text + "".join(one["title"] for one in seen.buttons) for seen in person.sees)

        yield Trial(channel, types, lambda choice, screen: types(f"#{screen}|{choice}"), shown, {}, lan, signs=signs)


@asynccontextmanager
async def zalo_bot() -> AsyncIterator[Trial]:
    who, number = {"id": "6ede9afa", "display_name": "Lan", "is_bot": False}, count(1)

    def types(text: str) -> bytes:
        message = {"message_id": f"2d75aa{next(number)}", "date": 1795000000123, "from": who, "text": text}
        message["chat"] = {"id": "6ede9afa", "chat_type": "PRIVATE"}
        return json.dumps({"event_name": "message.text.received", "message": message}).encode()

    def nothing_to_press(choice: str, screen: str) -> bytes:
        raise AssertionError("a bot of Zalo has no buttons")

    async with ZaloBotServer() as server, at_zalo(server.url, secret=SECRET) as channel:
        person = server.person("6ede9afa", known=True)

        async def shown() -> str:
            return "".join(seen.text for seen in person.sees)

        headers = {"X-Bot-Api-Secret-Token": SECRET}
        yield Trial(channel, types, nothing_to_press, shown, headers, account="6ede9afa")


CHANNELS = [devnull, terminal, webchat]


@pytest.fixture(params=[*CHANNELS, telegram, zalo_bot, zalo_oa], ids=lambda build: str(build.__name__))
async def trial(request: pytest.FixtureRequest) -> AsyncIterator[Trial]:
    built = request.param()
    if isinstance(built, Trial):
        yield built
        return
    async with built as opened_trial:
        yield opened_trial


def prepared(trial: Trial, screen: Screen) -> Prepared:
    return trial.channel.prepare(lay_out(screen, trial.channel.capabilities))


def test_its_abilities_make_sense(trial: Trial) -> None:
    can = trial.channel.capabilities
    assert can.longest_text >= 1000
    assert can.buttons >= 0
    assert can.longest_label > 0


def test_its_name_can_stand_in_an_address(trial: Trial) -> None:
    assert Address.parse(str(trial.address)) == trial.address


async def test_a_screen_with_everything_on_it_arrives_whole(trial: Trial) -> None:
    bodies = prepared(trial, ILLUSTRATED)
    ids = await trial.channel.send(trial.address, bodies, Priority.REPLY, "k1")
    seen = await trial.shown()
    assert len(set(ids)) == len(bodies.bodies)
    assert all(label in seen for label in ("Gọi cho con", "Tắt máy", "Về đầu", "Bài 6"))
    assert all(media.alt in seen for media in ILLUSTRATED.media)
    assert "".join(seen.split()).count("bàSáu") == LONG.count("bà Sáu")


async def test_no_two_messages_share_an_id(trial: Trial) -> None:
    bodies = prepared(trial, SCREEN)
    one, other = [await trial.channel.send(trial.address, bodies, Priority.REPLY, key) for key in ("k1", "k2")]
    assert not {*one} & {*other}


def test_preparing_changes_nothing_and_gives_the_same_again(trial: Trial) -> None:
    parts = tuple(lay_out(ILLUSTRATED, trial.channel.capabilities))
    assert trial.channel.prepare(parts) == trial.channel.prepare(parts)
    assert parts == tuple(lay_out(ILLUSTRATED, trial.channel.capabilities))


def test_nothing_to_send_is_nothing(trial: Trial) -> None:
    assert trial.channel.prepare(()) == Prepared(())


@pytest.mark.parametrize("choice", numbered(CHOICES), ids=lambda choice: str(choice.id))
def test_every_choice_can_be_answered_by_its_number(trial: Trial, choice: Choice) -> None:
    incoming = trial.reads(trial.types(choice.key))
    assert (incoming.address, incoming.text, incoming.choice) == (trial.address, choice.key, None)


def test_every_button_can_be_pressed(trial: Trial) -> None:
    *_, last = lay_out(SCREEN, trial.channel.capabilities)
    assert len(last.buttons) == (len(CHOICES) if trial.channel.capabilities.buttons else 0)
    for button in last.buttons:
        incoming = trial.reads(trial.presses(button.id, last.screen))
        assert (incoming.address, incoming.choice, incoming.screen) == (trial.address, button.id, "q1")


def test_no_two_messages_of_a_person_share_an_id(trial: Trial) -> None:
    assert trial.reads(trial.types("1")).id != trial.reads(trial.types("1")).id


async def test_a_repeated_key_is_shown_once_where_that_is_promised(trial: Trial) -> None:
    bodies = prepared(trial, SCREEN)
    for _ in range(2):
        await trial.channel.send(trial.address, bodies, Priority.URGENT, "notice-1")
    assert (await trial.shown()).count("Bác làm gì?") == (1 if trial.shows_a_key_once else 2)


async def test_what_it_cannot_do_it_says(trial: Trial) -> None:
    bodies = prepared(trial, SCREEN)
    [message] = await trial.channel.send(trial.address, bodies, Priority.REPLY)
    if not trial.channel.capabilities.edit:
        with pytest.raises(NotSupported):
            await trial.channel.edit(trial.address, message, bodies)
    if not trial.channel.capabilities.withdraw:
        with pytest.raises(NotSupported):
            await trial.channel.withdraw(trial.address, message)


async def test_it_can_be_closed(trial: Trial) -> None:
    await trial.channel.close()


FIELDS = st.sampled_from(["id", "account", "text", "choice", "screen", "start"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=3),
    max_leaves=5,
)
BODIES = (
    st.binary(max_size=60)
    | st.dictionaries(FIELDS, VALUES, max_size=6).map(lambda fields: json.dumps(fields).encode())
    | VALUES.map(lambda value: json.dumps(value).encode())
)


@pytest.mark.parametrize("build", CHANNELS)
@example(body=b"a\0b", content_type="")
@example(body=b'{"account": "lan", "id": "m1", "text": "\\u0000"}', content_type="application/json")
@example(body=b'{"account": "lan", "id": "m1", "text": "\\ud800"}', content_type="application/json")
@given(body=BODIES, content_type=st.sampled_from(["application/json", "application/x-www-form-urlencoded", ""]))
def test_whatever_comes_in_is_read_or_refused_by_name(
    build: Callable[[], Trial], body: bytes, content_type: str
) -> None:
    trial = build()
    try:
        messages = trial.channel.parse({**trial.headers, "Content-Type": content_type}, body)
    except ChannelError:
        return
    for incoming in messages:
        kept = f"{incoming.address}{incoming.id}{incoming.text}{incoming.choice}{incoming.screen}"
        assert "\0" not in kept.encode().decode()
        assert Address.parse(str(incoming.address)).channel == trial.channel.name


@pytest.mark.parametrize(
    "body",
    [f'{{"id": 1, "text": "{SECRET}"}}', f'{{"id": "{SECRET}!", "text": ["{SECRET}"]}}', SECRET, f"{SECRET}\udcff"],
)
@pytest.mark.parametrize("headers", [{"Cookie": f"{SECRET}-giả"}, {}], ids=["wrong proof", "right proof"])
def test_errors_tell_neither_secrets_nor_what_was_written(trial: Trial, body: str, headers: Mapping[str, str]) -> None:
    try:
        trial.channel.parse({**trial.headers, **headers}, body.encode(errors="surrogateescape"))
    except ChannelError as error:
        told = "".join(traceback.format_exception_only(error)) + f"{error.__cause__!s}{error.__context__!s}"
        assert SECRET not in told


async def test_a_part_without_buttons_is_sent_as_it_is(trial: Trial) -> None:
    bodies = trial.channel.prepare([Part((Paragraph("Chào bác."),))])
    await trial.channel.send(trial.address, bodies, Priority.ROUTINE)
    assert "Chào bác." in await trial.shown()
