import json
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import BadSignature, Unreadable
from bot.channels.webchat.receive import LARGEST_BODY, LONGEST_TEXT, Empty, TooLong, receive
from bot.channels.webchat.send import WebChatChannel
from bot.messages import Address, Incoming, Kind
from tests.fakes import MemoryMailbox

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
JSON, FORM = "application/json; charset=utf-8", "application/x-www-form-urlencoded"
LAN = Address("web", "lan")


def sent(content_type: str = JSON, **fields: object) -> Incoming:
    body = json.dumps(fields) if content_type == JSON else urlencode(fields)
    return receive("lan", content_type, body.encode(), NOON)


@pytest.mark.parametrize("content_type", [JSON, FORM])
@pytest.mark.parametrize(
    ("fields", "incoming"),
    [
        ({"text": "Đường dẫn này lạ quá"}, Incoming(LAN, "lan:m1", text="Đường dẫn này lạ quá", at=NOON)),
        ({"text": "một\r\nhai\rba\0"}, Incoming(LAN, "lan:m1", text="một\nhai\nba", at=NOON)),
        ({"choice": "yes", "screen": "q1"}, Incoming(LAN, "lan:m1", choice="yes", screen="q1", at=NOON)),
        ({"choice": "yes", "text": "Tắt máy"}, Incoming(LAN, "lan:m1", text="Tắt máy", choice="yes", at=NOON)),
        ({"start": "xa-26734"}, Incoming(LAN, "lan:m1", Kind.START, "xa-26734", at=NOON)),
        ({"start": "", "text": " "}, Incoming(LAN, "lan:m1", Kind.START, at=NOON)),
        ({"start": "", "text": "2"}, Incoming(LAN, "lan:m1", text="2", at=NOON)),
    ],
    ids=["text", "line feeds", "press", "press with its label", "start", "bare start", "text in a form with start"],
)
def test_reads_what_the_page_sends(content_type: str, fields: dict[str, str], incoming: Incoming) -> None:
    assert sent(content_type, id="m1", **fields) == incoming


def test_a_field_that_is_null_is_not_there() -> None:
    assert sent(id="m1", text="2", choice=None, start=None) == Incoming(LAN, "lan:m1", text="2", at=NOON)


def test_one_page_cannot_take_the_ids_of_another() -> None:
    body = b'{"id": "m1", "text": "2"}'
    assert receive("lan", JSON, body, NOON).id != receive("minh", JSON, body, NOON).id


@pytest.mark.parametrize("fields", [{}, {"text": ""}, {"text": " \n "}, {"screen": "q1"}])
def test_nothing_said_is_told_apart(fields: dict[str, str]) -> None:
    with pytest.raises(Empty):
        sent(id="m1", **fields)


def test_the_longest_text_is_taken_in_the_widest_encoding() -> None:
    text = "ữ" * LONGEST_TEXT
    assert sent(FORM, id="m1", text=text).text == sent(JSON, id="m1", text=text).text == text


@pytest.mark.parametrize("content_type", [JSON, FORM])
def test_a_longer_text_is_refused_with_the_limit_that_the_page_can_show(content_type: str) -> None:
    with pytest.raises(TooLong) as refused:
        sent(content_type, id="m1", text="a" * (LONGEST_TEXT + 1))
    assert refused.value.most == LONGEST_TEXT


def test_a_body_that_is_far_too_large_is_not_even_read() -> None:
    with pytest.raises(TooLong):
        receive("lan", JSON, b"[" * (LARGEST_BODY + 1), NOON)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (JSON, b""),
        (JSON, b"[]"),
        (JSON, b"\xff"),
        (JSON, b"[" * LARGEST_BODY),
        (JSON, b'{"id": ' + b"1" * 5000 + b"}"),
        (JSON, b'{"id": 1, "text": "2"}'),
        (JSON, b'{"text": "2"}'),
        (JSON, b'{"id": "a b", "text": "2"}'),
        (JSON, b'{"id": "' + b"a" * 65 + b'", "text": "2"}'),
        (JSON, b'{"id": "m1\\n", "text": "2"}'),
        (JSON, b'{"id": "m1", "text": "\\ud800"}'),
        (JSON, b'{"id": "m1", "choice": "a\\u0000"}'),
        (JSON, b'{"id": "m1", "choice": "' + b"a" * 201 + b'"}'),
        (JSON, b'{"id": "m1", "start": "' + b"a" * 201 + b'"}'),
        (FORM, b"id=m1&text=%FF"),
        (FORM, b"id=m1&text=2" + b"&a=b" * 20),
        ("multipart/form-data; boundary=x", b"--x--"),
    ],
)
def test_what_the_page_would_never_send_is_unreadable(content_type: str, body: bytes) -> None:
    with pytest.raises(Unreadable):
        receive("lan", content_type, body, NOON)


@given(
    st.sampled_from([JSON, FORM, ""]),
    st.fixed_dictionaries(
        {"id": st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)},
        optional={name: st.text(max_size=30) for name in ("text", "choice", "screen", "start")},
    ),
)
def test_whatever_is_written_is_read_or_refused_by_name(content_type: str, fields: dict[str, str]) -> None:
    body = json.dumps(fields) if content_type == JSON else urlencode(fields, errors="replace")
    try:
        incoming = receive("lan", content_type, body.encode(), NOON)
    except Unreadable:
        return
    assert "\0" not in f"{incoming.text}{incoming.choice}{incoming.screen}"
    assert incoming.text or incoming.choice or incoming.kind is Kind.START


def test_the_channel_asks_who_the_page_belongs_to() -> None:
    channel = WebChatChannel(MemoryMailbox(), lambda headers: headers.get("x-page"), lambda: NOON)
    headers = {"X-Page": "lan", "Content-Type": "application/json"}
    assert channel.parse(headers, b'{"id": "m1", "text": "2"}') == [Incoming(LAN, "lan:m1", text="2", at=NOON)]


def test_without_proof_nobody_is_believed() -> None:
    with pytest.raises(BadSignature):
        WebChatChannel(MemoryMailbox()).parse({"content-type": JSON}, b'{"id": "m1", "text": "2"}')
