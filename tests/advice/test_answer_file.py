"""An answer is read whole, or every mistake in its file is named with its line and what to write."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.book.answer_file import read_answer
from bot.advice.knowledge import Answer
from bot.recordings import Sound
from tests.advice.answer_samples import FILE, GOOD, KNOWN


def mistakes(text: str, file: str = FILE) -> list[tuple[str, int]]:
    """Each mistake's code and line; fails where there are none."""
    found = read_answer(text, file, KNOWN)
    assert isinstance(found, tuple)
    return [(str(one.code), one.line) for one in found]


def test_a_good_file_becomes_an_answer() -> None:
    assert read_answer(GOOD, FILE, KNOWN) == Answer(
        id="quen-mat-khau",
        question="Quên mật khẩu thì làm sao?",
        ways=("quên pass rồi", "khong nho mat khau", "lấy lại mật khẩu kiểu gì"),
        reply="Bấm “Quên mật khẩu”, rồi làm từng bước.\n\n1. Tự tay nhập mã.\n2. Cần giúp thì gọi 113.",
        elder="Bác bấm “Quên mật khẩu” nhé.",
        child="",
        topic="mật khẩu",
        lesson="mat-khau-manh-hai-lop",
        owner="Ban biên tập",
        reviewed=date(2026, 11, 21),
        source="Khung kỹ năng số, 2025; Cẩm nang, 2023",
    )


def test_each_reply_may_be_read_aloud() -> None:
    text = GOOD.replace("2. Cần giúp thì gọi 113.", "2. Cần giúp thì gọi 113.\n\n[Nghe](tieng/quen.mp3)")
    text = text.replace("“Quên mật khẩu” nhé.", "“Quên mật khẩu” nhé.\n\n[Nghe](tieng/quen-bac.ogg)")
    sounds = {"tieng/quen.mp3": Sound(9000, "mp3"), "tieng/quen-bac.ogg": Sound(9000, "ogg")}
    found = read_answer(text, FILE, replace(KNOWN, recordings=sounds))
    good = read_answer(GOOD, FILE, KNOWN)
    assert isinstance(good, Answer)
    assert found == replace(good, recording="tieng/quen.mp3", elder_recording="tieng/quen-bac.ogg")


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("gọi 113.", "gọi 113.\n\n[Nghe](tieng/khac.mp3)", ["recording-missing"]),
        ("gọi 113.", "gọi 113.\n\n[Nghe](../quen.mp3)", ["recording-path"]),
        ("gọi 113.", "gọi 113.\n\n[Nghe](tieng/quen.mp3)\n\n[Nghe](tieng/quen.mp3)", ["two-answer-recordings"]),
        ("- quên pass rồi", "[Nghe](tieng/quen.mp3)\n\n- quên pass rồi", ["answer-markup"]),
        ("mã: quen-mat-khau", "mã: quen-mat-khau\n\n[Nghe](tieng/quen.mp3)\n", ["stray-answer-text"]),
        ("gọi 113.", "gọi 113.\n\n[Nghe](tieng/vo.mp3)", ["not-a-recording"]),
    ],
)
def test_a_recording_that_nobody_could_hear_is_a_mistake(before: str, after: str, codes: list[str]) -> None:
    sounds = {"tieng/quen.mp3": Sound(9000, "mp3"), "tieng/vo.mp3": Sound(9000, "")}
    found = read_answer(GOOD.replace(before, after), FILE, replace(KNOWN, recordings=sounds))
    assert isinstance(found, tuple)
    assert [str(one.code) for one in found] == codes


LONG = "Bấm chữ ấy rồi chờ. " * 35
TWENTY_ONE = " ".join(["máy"] * 21) + "."


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("# Quên mật khẩu thì làm sao?", "", "no-answer-title", 1),
        ("mã: quen-mat-khau\n", "", "no-answer-id", 1),
        ("mã: quen-mat-khau", "mã: quen-mk", "answer-file-name", 3),
        ("chủ đề: mật khẩu\n", "", "no-answer-topic", 1),
        ("chủ đề: mật khẩu", "chủ đề: mật khẩu, mạng", "bad-answer-topic", 4),
        ("nguồn: Khung kỹ năng số, 2025; Cẩm nang, 2023\n", "", "no-source", 1),
        ("người phụ trách: Ban biên tập\n", "", "no-owner", 1),
        ("người phụ trách: Ban biên tập", "người phụ trách: ?", "bad-owner", 6),
        ("ngày duyệt: 21/11/2026", "ngày duyệt: 31/11/2026", "bad-review-date", 7),
        ("ngày duyệt: 21/11/2026", "ngày duyệt: 21/11/2026\nngười viết: An", "unknown-header", 8),
        ("## Trả lời\n", "## Trả  lờì ngay\n", "unknown-answer-section", 16),
        ("## Trả lời\n", "## Trả lời\n\nChờ chút.\n\n## Trả lời\n", "doubled-answer-section", 20),
        ("- quên pass rồi\n- khong nho mat khau\n- lấy lại mật khẩu kiểu gì", "", "wrong-way-count", 10),
        ("- quên pass rồi", "quên pass rồi\n\n- mất pass", "ways-not-a-list", 12),
        ("- quên pass rồi", "- Quen mat khau thi lam sao", "ways-alike", 12),
        ("- quên pass rồi", "- " + "quên " * 80, "bad-way", 12),
        ("Bác bấm “Quên mật khẩu” nhé.", "", "empty-answer-section", 23),
        ("Bấm “Quên mật khẩu”, rồi làm từng bước.", LONG, "reply-too-long", 16),
        ("Bấm “Quên mật khẩu”, rồi làm từng bước.", TWENTY_ONE, "long-sentence", 18),
        ("Bấm “Quên mật khẩu”, rồi làm từng bước.", "Vao cai dat bam vao do.", "no-tone-marks", 18),
        ("Bấm “Quên mật khẩu”, rồi làm từng bước.", "Mở website ấy.", "hard-word", 18),
        ("Bấm “Quên mật khẩu”, rồi làm từng bước.", "Vào quen-mat-khau.top đi.", "unknown-link", 18),
        ("gọi 113", "gọi 1900 1234", "unknown-number", 21),
        ("Bác bấm “Quên mật khẩu” nhé.", "Bạn hãy bấm nút ấy.", "mixed-address", 25),
        ("Bấm “Quên mật khẩu”, rồi làm từng bước.", "> Bấm nút ấy.", "answer-markup", 18),
        ("chủ đề: mật khẩu", "chủ đề: mật khẩu\n\nLời mở đầu.", "stray-answer-text", 6),
    ],
)
def test_every_mistake_is_named_with_its_line(old: str, new: str, code: str, line: int) -> None:
    assert old in GOOD
    assert (code, line) in mistakes(GOOD.replace(old, new, 1))


def test_ways_to_ask_may_be_hard_and_without_marks() -> None:
    assert isinstance(read_answer(GOOD.replace("quên pass rồi", "website bao quen mat khau"), FILE, KNOWN), Answer)


def test_an_empty_file_is_told_what_to_copy() -> None:
    assert mistakes("") == [("empty-answer-file", 1)]


@given(st.text(max_size=400))
def test_any_text_gives_an_answer_or_mistakes(text: str) -> None:
    found = read_answer(text, FILE, KNOWN)
    assert isinstance(found, Answer) or found
