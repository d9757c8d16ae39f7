from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import Part, Refused
from bot.channels.layout import lay_out
from bot.channels.telegram.payloads import Body, File, prepare
from bot.channels.telegram.send import TelegramChannel
from bot.messages import Choice, Media, MediaKind, Paragraph, Screen, Tone, numbered
from tests.telegram_server.calls import Call, Upload
from tests.telegram_server.judge import judge

PNG = b"\x89PNG\r\n\x1a\n"
FILES = {"hinh/dat-may.svg": PNG, "tieng/bai-6.ogg": b"OggS", "to-roi.pdf": b"%PDF"}
PICTURE = Media(MediaKind.PICTURE, "hinh/dat-may.svg", "Bà cụ đặt điện thoại xuống")
VOICE = Media(MediaKind.VOICE, "tieng/bai-6.ogg", "Nghe bài 6")
LEAFLET = Media(MediaKind.FILE, "to-roi.pdf", "Tờ rơi")
CHOICES = numbered(
    (Choice("answer:0", "Đọc mã cho họ"), Choice("answer:1", "Tắt máy"), Choice("go:home", "Về đầu", "0"))
)


def bodies(*parts: Part) -> Sequence[Body]:
    return prepare(parts, FILES.get).bodies


def bold(body: Body) -> list[str]:
    """The words that are drawn bold, read as Telegram reads offsets: in UTF-16."""
    units = str(body["text"]).encode("utf-16-le")
    entities = body.get("entities", [])
    assert isinstance(entities, list)
    spans = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in spans]


def faults(body: Body) -> list[str]:
    """What aiogram's models and the limits say against a body."""
    fields = {name: value for name, value in body.items() if name not in {"method", "file"}}
    method, file = str(body["method"]), body.get("file")
    uploads = {method.removeprefix("send").lower(): Upload(file.name, file.data)} if isinstance(file, File) else {}
    return judge(Call(method, {"chat_id": 77, **fields}, uploads, 0))


def test_words_are_sent_plain_and_without_previews() -> None:
    assert bodies(Part((Paragraph("<b>5 > 3</b> & *vậy*"), Paragraph("xem https://xa.example.vn")))) == (
        {
            "method": "sendMessage",
            "text": "<b>5 > 3</b> & *vậy*\n\nxem https://xa.example.vn",
            "link_preview_options": {"is_disabled": True},
        },
    )


@pytest.mark.parametrize("tone", Tone)
def test_only_titles_are_bold(tone: Tone) -> None:
    [body] = bodies(Part((Paragraph("👍🏽 Ông ơi"), Paragraph(" Dừng lại 👵 \n", tone), Paragraph("hết"))))
    assert bold(body) == (["Dừng lại 👵"] if tone is Tone.TITLE else [])


def test_buttons_stand_in_one_row_each_with_their_numbers() -> None:
    [body] = bodies(Part((Paragraph("Bác làm gì?"),), CHOICES, screen="17"))
    assert body["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "1. Đọc mã cho họ", "callback_data": "17|answer:0"}],
            [{"text": "2. Tắt máy", "callback_data": "17|answer:1"}],
            [{"text": "0. Về đầu", "callback_data": "17|go:home"}],
        ]
    }


def test_a_choice_with_a_long_name_is_carried_by_its_number() -> None:
    [body] = bodies(Part((Paragraph("Bài nào?"),), (Choice("lesson:" + "ạ" * 30, "Bài dài", "2"),), screen="17"))
    assert body["reply_markup"] == {"inline_keyboard": [[{"text": "2. Bài dài", "callback_data": "#17|2"}]]}


def test_a_screen_whose_name_no_button_can_carry_is_refused() -> None:
    with pytest.raises(Refused):
        bodies(Part((Paragraph("Bài nào?"),), CHOICES, screen="x" * 64))


@pytest.mark.parametrize(
    ("media", "method", "name"),
    [
        (PICTURE, "sendPhoto", "dat-may.png"),
        (VOICE, "sendVoice", "bai-6.ogg"),
        (LEAFLET, "sendDocument", "to-roi.pdf"),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_a_file_is_sent_as_what_it_is(media: Media, method: str, name: str) -> None:
    [body] = bodies(Part((), media=media))
    file = body["file"]
    assert isinstance(file, File)
    assert (body["method"], body["caption"]) == (method, media.alt)
    assert (file.name, file.data) == (name, FILES[media.source])


def test_the_key_of_a_file_names_its_content_and_its_kind() -> None:
    again = Media(MediaKind.FILE, "khac.pdf", "Tên khác")
    other = Media(MediaKind.VOICE, "to-roi.pdf", "Tờ rơi")
    files = {**FILES, "khac.pdf": FILES["to-roi.pdf"]}
    found = [
        prepare([Part((), media=media)], files.get).bodies[0]["file"] for media in (LEAFLET, again, other, PICTURE)
    ]
    keys = [file.key for file in found if isinstance(file, File)]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


def test_a_file_made_for_one_person_is_kept_for_nobody_else() -> None:
    [body] = bodies(Part((), media=Media(MediaKind.FILE, "du-lieu.txt", "Dữ liệu", b"Lan")))
    assert body["file"] == File("du-lieu.txt", b"Lan", key="")


@pytest.mark.parametrize("media", [PICTURE, VOICE, LEAFLET], ids=lambda media: str(media.source))
def test_in_place_of_a_file_that_is_missing_stand_its_words(media: Media) -> None:
    [body] = prepare([Part((), media=media)], lambda source: None).bodies
    assert (body["method"], body["text"]) == ("sendMessage", media.alt)


def test_a_file_with_words_and_buttons_of_its_own_becomes_two_messages() -> None:
    picture, words = bodies(Part((Paragraph("Thẻ 1"),), CHOICES, PICTURE, "17"))
    assert (picture["method"], words["text"]) == ("sendPhoto", "Thẻ 1")
    assert "reply_markup" in words


def test_a_long_caption_is_cut_between_words() -> None:
    [body] = bodies(Part((), media=Media(MediaKind.PICTURE, PICTURE.source, "Bà cụ " * 400)))
    assert 900 < len(str(body["caption"])) <= 1024
    assert {*str(body["caption"]).split()} == {"Bà", "cụ"}


def test_a_file_without_words_has_no_caption() -> None:
    [body] = bodies(Part((), media=Media(MediaKind.PICTURE, PICTURE.source, "")))
    assert "caption" not in body


def test_what_is_in_a_file_stays_out_of_logs() -> None:
    assert "Lan" not in repr(File("du-lieu.txt", b"Lan"))


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
PARAGRAPHS = st.lists(st.builds(Paragraph, WORDS | st.just("Dài quá 👵 " * 700), st.sampled_from(Tone)), max_size=4)
OFFERS = st.lists(st.builds(Choice, WORDS, WORDS.filter(str.strip), st.sampled_from(["", "0", "7"])), max_size=6).map(
    lambda choices: numbered(tuple(choices))
)


@given(paragraphs=PARAGRAPHS, choices=OFFERS, media=st.lists(st.sampled_from([PICTURE, VOICE, LEAFLET]), max_size=2))
def test_whatever_is_laid_out_keeps_the_limits_and_parses_in_aiogram(
    paragraphs: list[Paragraph], choices: tuple[Choice, ...], media: list[Media]
) -> None:
    screen = Screen(tuple(paragraphs), choices, tuple(media), id="17")
    made = bodies(*lay_out(screen, TelegramChannel.capabilities))
    assert [fault for body in made for fault in faults(body)] == []
    titles = [p.text.strip() for p in paragraphs if p.tone is Tone.TITLE and 0 < len(p.text.strip()) < 60]
    drawn = [words for body in made if "text" in body for words in bold(body)]
    assert set(titles) <= set(drawn)
