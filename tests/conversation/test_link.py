"""The way of one person through the codes that link two places."""

from dataclasses import replace

import pytest

from bot.conversation.facts import Linked, Parted
from bot.conversation.scenes.link import typed_link
from tests.conversation.talk import Talk


def text(talk: Talk) -> str:
    return "\n".join(paragraph.text for paragraph in talk.screen.paragraphs)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("nối 7K2M-9QXA", "7K2M9QXA"),
        ("Noi 7k2m9qxa", "7K2M9QXA"),
        ("NỐI MÃ 7K2M 9QXA.", "7K2M9QXA"),
        ("nối 7K2M-9QX", None),
        ("nói 7K2M9QXAA", None),
        ("nối mạng như thế nào", None),
    ],
)
def test_a_typed_link_is_known_in_any_writing(typed: str, code: str | None) -> None:
    move = typed_link(typed)
    assert (move.place["code"] if move else None) == code


def test_the_code_of_another_place_is_agreed_to_with_a_warning() -> None:
    asked = Talk().start().type("nối 7K2M-9QXA")
    assert "đừng" in text(asked)
    agreed = asked.type("1")
    assert agreed.facts == (Linked("7K2M9QXA"),)
    refused = asked.type("0")
    assert refused.facts == ()
    assert refused.state.scene == "preferences"


def test_whoever_only_looks_is_asked_to_join_first() -> None:
    looking = Talk().start().press("go:link")
    assert "Tôi là ai" in text(looking)
    assert looking.offered[0].id == "go:welcome"


def test_a_known_person_can_ask_for_a_code_and_part_again() -> None:
    known = replace(Talk().start(), links=("telegram", "web"), link="")
    known = replace(known, person=replace(known.person, contact="0" * 32))
    page = known.press("go:link")
    assert [choice.id for choice in page.offered] == ["new", "part", "back"]
    with_code = replace(page, link="7K2M9QXA").press("new")
    assert "nối 7K2M-9QXA" in text(with_code)
    assert page.press("part").facts == (Parted(),)
