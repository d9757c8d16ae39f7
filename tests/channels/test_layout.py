from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.long_text import length
from bot.messages import BACK, HELP, RESERVED_KEYS, Choice, Media, MediaKind, Paragraph, Screen, Tone

LINES = Capabilities(longest_text=2000)
BUTTONS = Capabilities(longest_text=2000, buttons=5, longest_label=20, pictures=True)
ASK = Paragraph("Bác làm gì?")
CHOICES = (Choice("back", "Về trang đầu", BACK), Choice("yes", "Tắt máy"), Choice("no", "Đọc mã cho họ"))
PICTURE = Media(MediaKind.PICTURE, "hinh/dat-may-xuong.svg", "Bà cụ đặt điện thoại xuống")


def test_choices_become_buttons_where_they_fit_with_the_reserved_ones_last() -> None:
    [part] = lay_out(Screen((ASK,), CHOICES, hint="Bác gõ số.", id="q1"), BUTTONS)
    keys = [(button.key, button.id) for button in part.buttons]
    assert (part.text, keys, part.screen) == ("Bác làm gì?", [("1", "yes"), ("2", "no"), ("0", "back")], "q1")


def test_choices_become_numbered_lines_with_the_hint_where_there_are_no_buttons() -> None:
    [part] = lay_out(Screen((ASK,), CHOICES, hint="Bác gõ số.", id="q1"), LINES)
    assert part.text == "Bác làm gì?\n\n1. Tắt máy\n2. Đọc mã cho họ\n0. Về trang đầu\n\nBác gõ số."
    assert part.buttons == ()


@pytest.mark.parametrize(
    "choices",
    [
        (*(Choice(str(n), "Bài") for n in range(5)), Choice("help", "Giúp", HELP)),
        (Choice("a", "Một câu trả lời dài hơn cái nút"),),
    ],
    ids=["too many", "too long"],
)
def test_all_become_lines_where_not_all_can_be_buttons(choices: tuple[Choice, ...]) -> None:
    [part] = lay_out(Screen((ASK,), choices), BUTTONS)
    assert part.buttons == ()
    assert part.text.count("\n") == 1 + len(choices)


def test_buttons_need_words_to_stand_under() -> None:
    [part] = lay_out(Screen((), CHOICES), BUTTONS)
    assert part.text.startswith("1. Tắt máy")
    assert part.buttons == ()


def test_a_hint_about_numbers_is_left_out_where_nothing_can_be_chosen() -> None:
    assert [part.text for part in lay_out(Screen((ASK,), hint="Bác gõ số."), LINES)] == ["Bác làm gì?"]


def test_a_picture_comes_before_its_text() -> None:
    screen = Screen((ASK,), CHOICES, (PICTURE,))
    assert [(part.media, part.text) for part in lay_out(screen, BUTTONS)] == [(PICTURE, ""), (None, "Bác làm gì?")]


@pytest.mark.parametrize("kind", MediaKind)
def test_what_cannot_be_shown_becomes_its_words_in_brackets(kind: MediaKind) -> None:
    [part] = lay_out(Screen((ASK,), media=(Media(kind, "tệp", "Bà cụ đặt máy xuống"),)), LINES)
    assert part == Part((Paragraph("[Bà cụ đặt máy xuống]"), ASK))


def test_each_kind_of_file_asks_for_its_own_ability() -> None:
    media = tuple(Media(kind, kind.value, kind.value) for kind in MediaKind)
    shown = {
        ability: [part.media.source for part in lay_out(Screen((ASK,), media=media), capable) if part.media]
        for ability, capable in {
            "picture": Capabilities(2000, pictures=True),
            "voice": Capabilities(2000, voice=True),
            "file": Capabilities(2000, files=True),
        }.items()
    }
    assert shown == {"picture": ["picture"], "voice": ["voice"], "file": ["file"]}


def test_long_text_is_parted_between_paragraphs_before_sentences() -> None:
    first, second = Paragraph("Một hai ba.", Tone.TITLE), Paragraph("Bốn năm. Sáu bảy.", Tone.ACTION)
    parts = lay_out(Screen((first, second)), Capabilities(longest_text=20))
    assert [part.paragraphs for part in parts] == [(first,), (second,)]


def test_the_pieces_of_a_paragraph_keep_its_tone() -> None:
    parts = lay_out(Screen((Paragraph("Bốn năm. Sáu bảy.", Tone.ACTION),)), Capabilities(longest_text=10))
    assert [part.paragraphs for part in parts] == [
        (Paragraph("Bốn năm.", Tone.ACTION),),
        (Paragraph("Sáu bảy.", Tone.ACTION),),
    ]


def test_the_lines_to_choose_from_move_to_the_next_message_as_a_whole() -> None:
    parts = lay_out(Screen((Paragraph("Một hai ba bốn."),), CHOICES, hint="Gõ số."), Capabilities(longest_text=60))
    assert [part.text for part in parts] == [
        "Một hai ba bốn.",
        "1. Tắt máy\n2. Đọc mã cho họ\n0. Về trang đầu\n\nGõ số.",
    ]


def test_an_empty_screen_is_no_message() -> None:
    assert list(lay_out(Screen((Paragraph(" \n"),)), BUTTONS)) == []


WORDS = st.sampled_from(["bác", "đừng", "đọc", "mã.", "👩‍👧", "Ngân hàng?", "dài" * 9, "hai\ndòng"])
TEXT = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
PARAGRAPHS = st.lists(st.builds(Paragraph, TEXT | st.text(max_size=60), st.sampled_from(Tone)), max_size=5).map(tuple)
MEDIA = st.lists(st.builds(Media, st.sampled_from(MediaKind), st.just("tệp"), TEXT), max_size=2).map(tuple)


@st.composite
def screens(draw: st.DrawFn) -> Screen:
    names = count()
    free = [Choice(f"c{next(names)}", f"«{draw(WORDS)}»") for _ in range(draw(st.integers(0, 6)))]
    kept = [Choice(f"c{next(names)}", f"«{draw(WORDS)}»", key) for key in draw(st.sets(st.sampled_from("7890")))]
    choices = tuple(draw(st.permutations([*free, *kept])))
    return Screen(draw(PARAGRAPHS), choices, draw(MEDIA), hint=draw(st.sampled_from(["", "Gõ số."])), id="s")


CAPABILITIES = st.builds(
    Capabilities,
    longest_text=st.integers(20, 300),
    buttons=st.integers(0, 10),
    longest_label=st.integers(5, 40),
    pictures=st.booleans(),
    voice=st.booleans(),
    files=st.booleans(),
)


def letters(text: str) -> str:
    return "".join(text.split())


@given(screens(), CAPABILITIES)
def test_nothing_is_lost_and_no_message_is_too_long_or_empty(screen: Screen, capabilities: Capabilities) -> None:
    parts = lay_out(screen, capabilities)
    written = letters("".join(part.text for part in parts))
    media = [part.media for part in parts if part.media]
    wanted = [f"[{one.alt}]" for one in screen.media if one not in media] + [p.text for p in screen.paragraphs]
    assert written.startswith(letters("".join(wanted)))
    assert all(part.media or part.text.strip() for part in parts)
    assert all(length(part.text) <= capabilities.longest_text for part in parts)
    assert all(paragraph.text.strip() for part in parts for paragraph in part.paragraphs)


@given(screens(), CAPABILITIES)
def test_every_choice_is_offered_exactly_once_at_the_end(screen: Screen, capabilities: Capabilities) -> None:
    parts = lay_out(screen, capabilities)
    buttons = [button for part in parts for button in part.buttons]
    by_id = {choice.id: choice.label for choice in screen.choices}
    if buttons:
        assert {button.id: button.label for button in buttons} == by_id
        assert len(buttons) == len(by_id)
        assert list(parts[-1].buttons) == buttons
    else:
        ends = letters("".join(part.text for part in parts)).removesuffix(letters(screen.hint))
        lines = [f"{choice.label}" for choice in screen.choices if choice.key not in RESERVED_KEYS]
        kept = [f"{choice.key}.{choice.label}" for choice in screen.choices if choice.key in RESERVED_KEYS]
        numbered = [f"{number}.{label}" for number, label in enumerate(lines, start=1)]
        assert ends.endswith(letters("".join(numbered + kept)))


@given(screens(), CAPABILITIES)
def test_buttons_stay_within_what_the_network_takes(screen: Screen, capabilities: Capabilities) -> None:
    for part in lay_out(screen, capabilities):
        assert len(part.buttons) <= capabilities.buttons
        assert all(len(button.label) <= capabilities.longest_label for button in part.buttons)
        assert not (part.buttons and part.media)
