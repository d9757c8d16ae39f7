from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.long_text import length
from bot.channels.zalo_bot.payloads import LONGEST_TEXT, Body, Look, prepare
from bot.messages import Choice, Media, MediaKind, Paragraph, Screen, Tone
from tests.channels.zalo_bot.opened import FILES
from tests.zalo_bot_server.account import Account, Chat
from tests.zalo_bot_server.calls import Call
from tests.zalo_bot_server.limits import LIMITS

PICTURE = Media(MediaKind.PICTURE, "hinh/đặt máy.svg", "Bà cụ đặt điện thoại xuống")
VOICE = Media(MediaKind.VOICE, "tieng/bai-6.aac", "Nghe bài 6")
OGG = Media(MediaKind.VOICE, "tieng/bai-6.ogg", "Nghe bài 6")
LEAFLET = Media(MediaKind.FILE, "to-roi.pdf", "Tờ rơi")
PLAIN, LARGE = Look(large=False), Look(large=True)
SHOWING = Look(large=False, files_url=FILES + "/")


def bodies(*parts: Part, look: Look = PLAIN) -> Sequence[Body]:
    return prepare(parts, look).bodies


def styled(body: Body) -> list[tuple[str, list[str]]]:
    """The words of each style, read as the network reads offsets: in UTF-16."""
    text = str(body["text"]).encode("utf-16-le")
    styles: Any = body.get("text_styles", [])
    return [(text[2 * one["start"] : 2 * (one["start"] + one["len"])].decode("utf-16-le"), one["st"]) for one in styles]


def broken(body: Body) -> list[str]:
    """The limits of the network that a body breaks."""
    account = Account(lambda: 0.0)
    account.chats["lan"] = Chat({"id": "lan", "chat_type": "PRIVATE"})
    call = Call(str(body["method"]), {**body, "chat_id": "lan"}, 0.0)
    return [limit.name for limit in LIMITS if call.method in limit.methods and limit.broken(call, account)]


def test_words_are_sent_plain_so_that_nothing_is_read_as_markup() -> None:
    text = "<b>5 > 3</b> & *vậy*\n\nxem https://xa.example.vn"
    assert bodies(Part((Paragraph("<b>5 > 3</b> & *vậy*"), Paragraph("xem https://xa.example.vn")))) == (
        {"method": "sendMessage", "text": text},
    )


@pytest.mark.parametrize("tone", Tone)
def test_a_title_is_bold(tone: Tone) -> None:
    [body] = bodies(Part((Paragraph("👍🏽 Ông ơi"), Paragraph(" Dừng lại 👵 \n", tone), Paragraph("hết"))))
    assert styled(body) == ([("Dừng lại 👵", ["b"])] if tone is Tone.TITLE else [])


def test_for_elders_everything_is_large_and_titles_larger() -> None:
    parts = Part((Paragraph("👍🏽 Bài 6", Tone.TITLE), Paragraph("Bác làm gì?"), Paragraph("1. Tắt máy")))
    [body] = bodies(parts, look=LARGE)
    assert styled(body) == [
        ("👍🏽 Bài 6", ["b", "f_20"]),
        ("Bác làm gì?", ["f_18"]),
        ("1. Tắt máy", ["f_18"]),
    ]
    assert "parse_mode" not in body


def test_files_are_addresses_below_the_public_one() -> None:
    assert bodies(Part((), media=PICTURE), Part((), media=VOICE), look=SHOWING) == (
        {
            "method": "sendPhoto",
            "photo": f"{FILES}/hinh/%C4%91%E1%BA%B7t%20m%C3%A1y.png",
            "caption": "Bà cụ đặt điện thoại xuống",
            "instead": "[Bà cụ đặt điện thoại xuống]",
        },
        {"method": "sendVoice", "voice_url": f"{FILES}/tieng/bai-6.aac", "instead": "[Nghe bài 6]"},
    )


@pytest.mark.parametrize(
    ("source", "address"), [("a/b.jpg", "a/b.jpg"), ("a/b.PNG", "a/b.PNG"), ("a/b.svg", "a/b.png"), ("b", "b.png")]
)
def test_only_drawings_change_their_ending(source: str, address: str) -> None:
    [body] = bodies(Part((), media=Media(MediaKind.PICTURE, source, "")), look=SHOWING)
    assert body == {"method": "sendPhoto", "photo": f"{FILES}/{address}"}


@pytest.mark.parametrize(
    ("media", "look"),
    [
        (PICTURE, PLAIN),
        (VOICE, PLAIN),
        (LEAFLET, SHOWING),
        (OGG, SHOWING),
        (Media(MediaKind.PICTURE, "ma.png", "Mã của bác", b"made for one person"), SHOWING),
        (Media(MediaKind.PICTURE, "", "Hình"), SHOWING),
    ],
    ids=["no address", "no address for voice", "a file", "voice of another sort", "for one person", "no name"],
)
def test_what_cannot_be_fetched_becomes_its_words(media: Media, look: Look) -> None:
    assert bodies(Part((Paragraph("Bài 6"),), media=media), look=look) == (
        {"method": "sendMessage", "text": f"{media.alt}\n\nBài 6"},
    )


def test_a_file_of_words_is_said() -> None:
    held = Media(MediaKind.FILE, "du-lieu.txt", "Dữ liệu", "Xã: An Bình".encode())
    assert bodies(Part((), media=held)) == ({"method": "sendMessage", "text": "Xã: An Bình"},)


def test_too_many_words_of_a_file_are_cut_at_sentences() -> None:
    held = Media(MediaKind.FILE, "du-lieu.txt", "", ("Bác Sáu ở xã An Bình. " * 200).encode())
    texts = [str(body["text"]) for body in bodies(Part((Paragraph("Hết"),), media=held))]
    assert len(texts) == 4
    assert texts[-1] == "Hết"
    assert all(text.rstrip().endswith(".") and length(text) <= LONGEST_TEXT for text in texts[:-1])


def test_a_long_caption_is_cut() -> None:
    [body] = bodies(Part((), media=Media(MediaKind.PICTURE, "a.png", "Bà cụ. " * 500)), look=SHOWING)
    assert broken(body) == []


def test_nothing_to_say_is_not_sent() -> None:
    assert bodies(Part((Paragraph(" \n"),))) == ()


TEXTS = st.text(st.sampled_from("aáạ .\n👵🏽\u0300đ"), max_size=3000)
SCREENS = st.builds(
    Screen,
    st.lists(st.builds(Paragraph, TEXTS, st.sampled_from(Tone)), max_size=4).map(tuple),
    st.lists(st.builds(Choice, st.just("x"), TEXTS), max_size=3).map(tuple),
    st.lists(st.builds(Media, st.sampled_from(MediaKind), st.just("a/b.svg"), TEXTS), max_size=2).map(tuple),
)


@given(screen=SCREENS, large=st.booleans(), files=st.sampled_from(["", FILES]))
def test_whatever_is_on_a_screen_keeps_within_the_limits(screen: Screen, large: bool, files: str) -> None:
    can = Capabilities(longest_text=LONGEST_TEXT, pictures=bool(files), voice=bool(files))
    for body in prepare(lay_out(screen, can), Look(large, files)).bodies:
        assert broken(body) == []
