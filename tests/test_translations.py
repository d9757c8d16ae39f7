"""Sentences in the reader's language, with the forms of address for them."""

from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.misses import NO_SUCH_NUMBER, NOT_UNDERSTOOD, NOTHING_TO_HEAR, OLD_BUTTON
from bot.translations import FORMS, LANGUAGES, LOCALES, SOURCE, Words, mark

Address = Literal["bác", "em", "anh chị"]
NOWHERE = mark("{You} gõ {what} giúp {me}{polite}. Câu này không có trong bản dịch nào.")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("bác", "Bác hỏi cháu gì ạ? Cháu nghe bác."),
        ("em", "Em hỏi anh chị gì? Anh chị nghe em."),
        ("anh chị", "Anh chị hỏi em gì ạ? Em nghe anh chị."),
    ],
)
def test_the_forms_of_address(address: Address, said: str) -> None:
    assert Words(SOURCE, address).say("{You} hỏi {me} gì{polite}? {Me} nghe {you}.") == said


def test_whoever_is_not_told_apart_is_spoken_to_as_an_adult() -> None:
    assert Words().say("{You}") == "Anh chị"


def test_a_known_sentence_is_translated() -> None:
    said = Words("en").say("Cài đặt")
    assert said
    assert said != "Cài đặt"


def test_a_sentence_without_translation_falls_back_to_vietnamese() -> None:
    assert "không có trong bản dịch nào" in Words("en", "bác").say(NOWHERE, what="tên")


@pytest.mark.parametrize("language", ["xx", "", "../en", "en/../vi", "zh-Hant"])
def test_an_unknown_language_is_vietnamese(language: str) -> None:
    assert Words(language, "em").say("{You} chọn một bài{polite}.") == "Em chọn một bài."


@given(st.text(max_size=60))
def test_braces_in_a_value_are_only_braces(value: str) -> None:
    assert Words(SOURCE, "bác").say("Tên: {what}.", what=value) == f"Tên: {value}."
    assert Words(SOURCE, "bác").say("Tên: {what}.", what=f"{{you}}{value}{{0}}") == f"Tên: {{you}}{value}{{0}}."


def test_a_value_goes_before_a_form_of_address() -> None:
    assert Words().say("{you}", you="cả nhà") == "cả nhà"


def test_a_sentence_without_placeholders_may_hold_any_sign() -> None:
    assert Words().say("100% đúng } nhé") == "100% đúng } nhé"


@pytest.mark.parametrize("sentence", [*NOT_UNDERSTOOD, *NO_SUCH_NUMBER, *OLD_BUTTON, *NOTHING_TO_HEAR])
def test_english_calls_everybody_alike(sentence: str) -> None:
    said = {Words("en", address).say(sentence) for address in get_args(Address)}
    assert len(said) == 1
    assert Words(SOURCE).say(sentence) not in said


def test_the_forms_belong_to_the_addresses() -> None:
    assert set(FORMS) == set(get_args(Address))


def test_every_language_has_a_catalogue() -> None:
    assert [language for language in LANGUAGES if not (LOCALES / language / "LC_MESSAGES").is_dir()] == []
