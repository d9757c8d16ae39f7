from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import Part
from bot.channels.layout import lay_out
from bot.channels.terminal import COLUMNS, TerminalChannel, wrapped
from bot.messages import Address, Choice, Incoming, Kind, Media, MediaKind, Paragraph, Priority, Screen
from tests.channels.simulated_time import run

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
STORY = "Chiều qua có người gọi cho bà Sáu, xưng là công an, bảo bà chuyển hết tiền vào một tài khoản an toàn."


def typed(line: str) -> list[Incoming]:
    return TerminalChannel(print, "lan", clock=lambda: NOON).parse({}, line.encode())


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("2\n", Kind.TEXT, "2"),
        ("  cau hoi ", Kind.TEXT, "cau hoi"),
        ("/start", Kind.START, ""),
        ("/start xa-26734", Kind.START, "xa-26734"),
        ("/startle", Kind.TEXT, "/startle"),
    ],
)
def test_reads_a_typed_line(line: str, kind: Kind, text: str) -> None:
    [incoming] = typed(line)
    assert (incoming.kind, incoming.text, incoming.address, incoming.at) == (
        kind,
        text,
        Address("terminal", "lan"),
        NOON,
    )


@pytest.mark.parametrize("line", ["", "\n", "  "])
def test_an_empty_line_is_nothing(line: str) -> None:
    assert typed(line) == []


def test_no_two_lines_are_taken_for_a_repeat_not_even_in_another_sitting() -> None:
    channels = [TerminalChannel(print), TerminalChannel(print)]
    ids = [channel.parse({}, b"1")[0].id for channel in channels for _ in range(2)]
    assert len(set(ids)) == 4


def test_writes_a_screen_with_its_numbered_lines() -> None:
    written: list[str] = []
    channel = TerminalChannel(written.append)
    screen = Screen(
        (Paragraph("Bác làm gì?"),), (Choice("yes", "Tắt máy"), Choice("back", "Về đầu", "0")), hint="Gõ số."
    )
    prepared = channel.prepare(lay_out(screen, channel.capabilities))
    assert run(channel.send(Address("terminal", "lan"), prepared, Priority.REPLY)) == ("1",)
    assert "".join(written) == "Bác làm gì?\n\n1. Tắt máy\n0. Về đầu\n\nGõ số.\n\n"


def test_wraps_between_words_and_keeps_line_feeds() -> None:
    lines = wrapped(f"Chuyện bà Sáu\n\n{STORY}").split("\n")
    assert lines[:2] == ["Chuyện bà Sáu", ""]
    assert len(lines) == 4
    assert max(map(len, lines)) <= COLUMNS


def test_a_numbered_line_goes_on_under_its_own_words() -> None:
    first, second = wrapped(f"1. {STORY}").split("\n")
    assert (first[:3], second[:3], second[3].isspace()) == ("1. ", "   ", False)


def test_a_link_stays_whole() -> None:
    link = "https://" + "mot-dia-chi-rat-dai." * 8 + "gov.vn"
    assert link in wrapped(f"Bác xem {link} nhé.").split("\n")[1]


@given(st.text(max_size=300))
def test_nothing_is_ever_truncated(text: str) -> None:
    [body] = TerminalChannel(print).prepare([Part((Paragraph(text),))]).bodies
    assert "".join(str(body["text"]).split()) == "".join(text.split())


def test_a_recording_is_told_by_where_it_lies() -> None:
    written: list[str] = []
    channel = TerminalChannel(written.append, find={"tieng/a.ogg": Path("/lessons/tieng/a.ogg")}.get)
    for source in ("tieng/a.ogg", "tieng/mat-roi.ogg"):
        screen = Screen((Paragraph("Gọi số đã lưu."),), media=(Media(MediaKind.VOICE, source, "Bản đọc: Gọi lại"),))
        run(
            channel.send(
                Address("terminal", "lan"), channel.prepare(lay_out(screen, channel.capabilities)), Priority.REPLY
            )
        )
    first, _, second, _ = written
    assert first == "[Bản đọc: Gọi lại]\n/lessons/tieng/a.ogg\n\n"
    assert second == "[Bản đọc: Gọi lại]\n\n"
