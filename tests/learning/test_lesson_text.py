"""From bytes to text: UTF-8 only, hidden characters found, nothing slow."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learning.lesson_text import MOST_BYTES, decode, normal, version_of
from bot.learning.mistakes import Findings
from tests.learning.samples import GOOD, found


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (GOOD.encode("utf-16"), "wrong-encoding", 1),
        (GOOD.encode("utf-16-be"), "wrong-encoding", 1),
        ("# Dừng\n\nmã: a\nđối tượng: ".encode() + "người".encode("cp1258", "ignore") + b"\xf5", "wrong-encoding", 4),
        (b"a" * (MOST_BYTES + 1), "too-large", 1),
    ],
)
def test_bytes_that_are_no_lesson(data: bytes, code: str, line: int) -> None:
    findings = Findings("a.md")
    assert decode(data, findings) is None
    assert [(str(one.code), one.line) for one in findings.all()] == [(code, line)]


def test_utf_8_is_read_with_and_without_a_byte_order_mark() -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        findings = Findings("a.md")
        assert decode(GOOD.encode(encoding), findings) == GOOD
        assert not findings.all()


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_text_or_a_mistake(data: bytes) -> None:
    findings = Findings("a.md")
    assert (decode(data, findings) is None) == bool(findings.all())


@settings(deadline=None)
@given(st.text(alphabet="aăắâê đĐ\u0301\u0303\u031b\n\r\ufeff"))
def test_normal_text_stays_as_it_is(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert version_of(normal(text)) == version_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301\u0323" * 60_000,
        "[" * 200_000,
        "![" * 100_000,
        "`a ``b " * 30_000,
        "*a **b " * 30_000,
        "<a " * 60_000,
        "\\" * 200_000,
        "a." * 100_000,
        ("a." * 3_000 + "\n\n") * 10,
        "1" * 200_000,
        "> " * 100_000,
        "- " * 100_000,
    ],
)
def test_a_text_made_to_be_slow_is_answered(text: str) -> None:
    assert found("# A\n\n" + text)
