"""Words go past the library: what is written for each person, and how the answer is read."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from telegram.error import TelegramError

from bot.channels.budget import Budget
from bot.channels.channel import Part, Prepared, Unwanted
from bot.channels.layout import lay_out
from bot.channels.telegram import payloads
from bot.channels.telegram.answer import message_id
from bot.channels.telegram.payloads import Words
from bot.channels.telegram.send import TelegramChannel
from bot.messages import Address, Choice, Paragraph, Priority, Screen, Tone
from tests.channels.simulated_time import run
from tests.channels.telegram.opened import opened
from tests.telegram_server.calls import Call
from tests.telegram_server.judge import judge, judged_server

LAN = Address("telegram", "77")
HARD = {
    "Vietnamese": "Nước sông lên nhanh: bà con xóm Bến đi ngay, đừng chờ.",
    "decomposed": "Tie\u0302\u0301ng Vie\u0323\u0302t",
    "quotes": "Nó bảo \"chuyển tiền đi\", 'nhanh lên' \\ và “đừng kể ai”",
    "emoji": "👵🏽 Bà ơi 🇻🇳 ‼️ 👨‍👩‍👧",
    "percent and braces": "Giảm 100% {you} %d %(x)s %b {0}",
    "lines": "một\nhai\r\n\tba\u2028bốn\x0b",
    "mark-up": "<b>5 > 3</b> & *vậy* _đó_",
}


def notice(text: str) -> Prepared:
    screen = Screen((Paragraph(text, Tone.TITLE), Paragraph("Bác chọn nhé.")), (Choice("read", text, "8"),), id="tb-7")
    return payloads.prepare(lay_out(screen, TelegramChannel.capabilities), lambda source: None)


def words(text: str) -> Words:
    [body] = notice(text).bodies
    assert isinstance(body, Words)
    return body


@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_what_is_written_is_sound_and_says_what_was_prepared(text: str, quiet: bool) -> None:
    body = words(text)
    written = json.loads(body.to(77, quiet=quiet))
    assert not judge(Call("sendMessage", written, {}, 0.0))
    silence = {"disable_notification": True} if quiet else {}
    assert written == {"chat_id": 77, **silence, **{name: value for name, value in body.items() if name != "method"}}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
async def test_people_see_it_as_it_was_meant(text: str) -> None:
    async with judged_server() as server, opened(server.url) as channel:
        lan, ba = server.person(77, started=True), server.person(1_000_000_088, started=True)
        prepared = notice(text)
        for account in ("77", "1000000088"):
            await channel.send(Address("telegram", account), prepared, Priority.URGENT)
        for person in (lan, ba):
            seen = await person.sees_next()
            assert seen.text == f"{text}\n\nBác chọn nhé."
            assert seen.labels == [f"8. {text}"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=50))
@example("\ud800")
def test_whatever_is_said_is_written_whole_or_refused(text: str) -> None:
    body = Words(method="sendMessage", text=text)
    try:
        written = body.to(77, quiet=False)
    except UnicodeError:
        assert any("\ud800" <= letter <= "\udfff" for letter in text)
    else:
        assert json.loads(written) == {"chat_id": 77, "text": text}


def test_a_text_for_many_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []

    def dumps(fields: object, **how: object) -> str:
        written.append(fields)
        return "{}"

    monkeypatch.setattr(json, "dumps", dumps)
    body = words("Nước lên.")
    for chat in range(1, 1000):
        body.to(chat, quiet=True)
    assert len(written) == 1


async def test_a_body_that_was_not_prepared_here_goes_the_same_way() -> None:
    async with judged_server() as server, opened(server.url) as channel:
        lan = server.person(77, started=True)
        await channel.send(LAN, Prepared(({"method": "sendMessage", "text": "Chào bác."},)), Priority.REPLY)
        assert (await lan.sees_next()).text == "Chào bác."


ID = 4_000_000_001
SENT = {"message_id": ID, "chat": {"id": 77, "type": "private"}, "date": 1795000000, "text": "message_id"}


@pytest.mark.parametrize(
    "body",
    [
        json.dumps({"ok": True, "result": SENT}),
        json.dumps({"ok": True, "result": SENT}, separators=(",", ":")),
        json.dumps({"ok": True, "result": SENT}, indent=2),
        json.dumps({"result": dict(reversed(SENT.items())), "ok": True}),
        json.dumps({"ok": True, "result": {"message_id": ID}}),
        json.dumps({"description": "", "ok": True, "result": {"text": '{"ok":true,"result":{"message_id":7', **SENT}}),
    ],
    ids=["as json writes it", "as Telegram writes it", "in lines", "backwards", "bare", "with an id in the words"],
)
def test_the_id_is_found_however_the_answer_is_written(body: str) -> None:
    assert run(message_id(200, body.encode(), ())) == ID


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["message_id", "a"]), inner, max_size=2)
    ),
    max_leaves=4,
)
ANSWER = st.fixed_dictionaries({}, optional={"ok": JSON, "result": JSON, "description": JSON, "parameters": JSON})


@settings(deadline=None)
@given(
    st.sampled_from([200, 201, 302, 400, 403, 429, 500]),
    st.binary(max_size=40) | ANSWER.map(lambda answer: json.dumps(answer).encode()),
)
@example(200, b'{"ok":true,"result":{"message_id":true}}')
@example(200, b'{"ok":true,"result":{"message_id":"7"}}')
@example(200, b'{"ok":false,"result":{"message_id":7}}')
@example(200, b'{"ok":true,"result":{"message_id":' + b"7" * 5000 + b"}}")
@example(403, b'{"ok":true,"result":{"message_id":7}}')
def test_whatever_comes_back_is_an_id_or_an_error_of_the_library(status: int, body: bytes) -> None:
    try:
        found = run(message_id(status, body, ()))
    except TelegramError:
        return
    told = json.loads(body)
    assert status < 300
    assert (told["ok"], told["result"]["message_id"]) == (True, found)


async def test_what_is_no_longer_wanted_does_not_leave() -> None:
    async with judged_server() as server, opened(server.url) as channel:
        server.person(77, started=True)
        with pytest.raises(Unwanted):
            await channel.send(LAN, notice("Nước lên."), Priority.ROUTINE, still=lambda: False)
        assert server.requests == []


async def test_what_has_begun_is_finished() -> None:
    wanted = iter([True])
    async with judged_server() as server, opened(server.url) as channel:
        lan = server.person(77, started=True)
        prepared = channel.prepare([Part((Paragraph(text),)) for text in ("một", "hai", "ba")])
        await channel.send(LAN, prepared, Priority.ROUTINE, still=lambda: next(wanted, False))
        assert [seen.text for seen in lan.sees] == ["một", "hai", "ba"]


@pytest.mark.parametrize(
    ("rate", "priority", "paid"),
    [
        (1000.0, Priority.URGENT, True),
        (1000.0, Priority.ROUTINE, True),
        (1000.0, Priority.REPLY, False),
        (30.0, Priority.URGENT, False),
    ],
)
async def test_only_what_is_above_the_free_rate_is_paid_for(rate: float, priority: Priority, paid: bool) -> None:
    async with judged_server() as server, opened(server.url, Budget(rate)) as channel:
        server.person(77, started=True)
        await channel.send(LAN, notice("Nước lên."), priority)
        assert server.asked("sendMessage")[-1].parameters.get("allow_paid_broadcast", False) is paid
