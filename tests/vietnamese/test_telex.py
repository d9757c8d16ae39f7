import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.vietnamese.spelling import with_tone
from bot.vietnamese.syllable import TONES, could_be_syllable, is_syllable, may_carry, toneless_syllables
from bot.vietnamese.telex import decode

TELEX = {"â": "aa", "ă": "aw", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI = {"â": "a6", "ă": "a8", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tooi bij luwaf ddaor", "tôi bị lừa đảo"),
        ("Tooi BIJ luwaf", "Tôi BỊ lừa"),
        ("toi6 bi5 lu7a2 d9ao3", "tôi bị lừa đảo"),
        ("toi61 bi5", "tối bị"),
        ("dduocwj", "được"),
        ("nguoiwf", "người"),
        ("nguwowif", "người"),
        ("tieengs vieetj", "tiếng việt"),
        ("hoawcj quyeenr", "hoặc quyển"),
        ("giuwx gif", "giữ gì"),
        ("nos sex ddeens", "nó sẽ đến"),
        ("zalo bij khoas, 5tr", "zalo bị khóa, 5tr"),
        ("tôi bij luwaf", "tôi bị lừa"),
        ("toi bij lua ddaor", "toi bị lua đảo"),
        ("mat65 kha6u3?", "mật khẩu?"),
    ],
)
def test_keystrokes_become_words(typed: str, meant: str) -> None:
    assert decode(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "as",
        "gas",
        "sex",
        "test",
        "test gas as sex",
        "queen",
        "see you soon",
        "happy new year",
        "ok",
        "max six bus",
        "roof",
        "toi bi lua dao",
        "tôi bị lừa",
        "cau2",
        "bai3 cau2",
        "xã 2",
        "covid19",
        "mp3",
        "a4",
        "",
        "123",
        "!?",
        "dd",
        "w" * 500,
    ],
)
def test_what_is_no_leftover_stays_as_it_is(text: str) -> None:
    assert decode(text) is None


def _typed(toneless: str, tone: str, keys: dict[str, str], tones: str, *, inner: bool) -> str:
    """The keys for a syllable, its tone behind the last vowel or at the end."""
    pressed = [keys.get(letter, letter) for letter in toneless]
    tone_key = tones[TONES.index(tone) - 1] if tone else ""
    last = max(at for at, letter in enumerate(toneless) if letter in "aăâeêioôơuưy")
    pressed.insert(last + 1 if inner else len(pressed), tone_key)
    return "".join(pressed)


@settings(deadline=None)
@given(
    st.sampled_from(sorted(toneless_syllables())),
    st.sampled_from(TONES),
    st.sampled_from([(TELEX, "frxsj"), (VNI, "23415")]),
    st.booleans(),
)
def test_every_syllable_can_be_typed(toneless: str, tone: str, method: tuple[dict[str, str], str], inner: bool) -> None:
    if not may_carry(toneless, tone) or "oo" in toneless:  # "xoong" needs a third o, which nobody leaves standing
        return
    keys, tones = method
    typed = _typed(toneless, tone, keys, tones, inner=inner)
    opening = "bij" if keys is TELEX else "d9i"
    decoded = decode(f"{opening} {typed}")
    assert decoded is not None
    assert decoded.split()[1] == with_tone(toneless, tone)


@settings(deadline=None)
@given(st.text(alphabet="adeghinostuwxjfrs bc12569,"))
def test_only_syllables_come_out(text: str) -> None:
    decoded = decode(text)
    if decoded is not None:
        letters = [word.strip(",") for part in decoded.split() for word in part.split(",")]
        assert all(is_syllable(w) or could_be_syllable(w) or w[:1].isdecimal() for w in letters if w)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    decoded = decode(text)
    assert decoded is None or decode(decoded) in (None, decoded)


def test_a_page_of_hostile_keys_is_read_in_little_work() -> None:
    word = "".join(random.Random(1).choices("uoaw", k=10))
    assert decode(f"{word} " * 300) is None
