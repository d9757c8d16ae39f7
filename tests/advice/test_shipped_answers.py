"""The answers that are shipped are whole, and found by people who ask in their own words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bench.answers import asked, by_hand, is_right, rows, wilson
from bot.advice.book.answer_check import check_answers
from bot.advice.desk import advise
from bot.advice.knowledge import Knowledge
from bot.advice.response import Route
from bot.learning.lesson import Audience
from tests.advice.shipped import desk

LESSONS = Path(__file__).parent.parent.parent / "lessons"


def test_every_answer_is_without_mistakes() -> None:
    report = check_answers(LESSONS, date(2026, 11, 22))
    assert [f"{one.file}:{one.line}: {one.message}" for one in report.mistakes] == []
    assert report.good >= 120


def test_every_answer_is_found_by_each_of_its_own_ways() -> None:
    from bot.advice.book.answer_rank import AnswerIndex

    index = AnswerIndex(desk().knowledge.answers)
    lost = [
        (way, found[0].answer.id)
        for answer in desk().knowledge.answers
        for way in (answer.question, *answer.ways)
        if (found := index.rank(index.plain(way))) and found[0].answer.id != answer.id
    ]
    assert len(lost) <= 0.02 * sum(len(answer.ways) for answer in desk().knowledge.answers), lost


@pytest.mark.parametrize(
    ("way", "least"), [("as written", 0.9), ("without tone marks", 0.9), ("slips on glass", 0.85), ("rambling", 0.85)]
)
def test_questions_find_their_answers_in_every_way_of_writing(way: str, least: float) -> None:
    questions = rows("questions.jsonl")
    missed = [row["text"] for row in questions if not is_right(row, asked(row, way, desk()))]
    assert len(questions) == 300
    assert len(missed) <= (1 - least) * len(questions), missed


@pytest.mark.parametrize(("way", "least"), [("text", 0.88), ("bare", 0.87), ("typos", 0.82), ("rambling", 0.77)])
def test_questions_in_peoples_own_words_find_their_answers_too(way: str, least: float) -> None:
    questions = rows("own-words.jsonl")
    missed = [row["id"] for row in questions if not is_right(row, by_hand(row, way, desk()))]
    assert len(questions) == 340
    assert len(missed) <= (1 - least) * len(questions), missed


def test_answers_with_four_ways_to_ask_are_found_beside_those_with_forty() -> None:
    """Whoever writes a new answer writes a few ways."""
    questions = [row for row in rows("own-words.jsonl") if row["route"] == "faq"]
    few = set(sorted({row["answers"][0] for row in questions})[::8])
    written = (replace(one, ways=one.ways[:4]) if one.id in few else one for one in desk().knowledge.answers)
    book = replace(desk(), knowledge=Knowledge(answers=tuple(written)))
    found = [is_right(row, by_hand(row, "text", book)) for row in questions if row["answers"][0] in few]
    assert len(found) > 20
    assert sum(found) >= 0.4 * len(found), f"{sum(found)} of {len(found)}"


def test_what_must_not_be_answered_is_not() -> None:
    messages = rows("refusals.jsonl")
    answered = [row["text"] for row in messages if asked(row, "as written", desk()).route is not Route.UNKNOWN]
    assert len(messages) == 60
    assert len(answered) <= 3, answered


ELDER, CHILD = Audience.ELDER, Audience.CHILD


@pytest.mark.parametrize(
    ("text", "who", "source"),
    [
        ("112 là số gì", ELDER, "so-khan-cap"),
        ("115 là số gì", ELDER, "so-khan-cap"),
        ("111 là số gì", ELDER, "goi-111"),
        ("156 gọi làm gì", ELDER, "goi-156"),
        ("xin số công an xã", ELDER, "gap-can-bo-xa"),
        ("zalo của mẹ tôi bị khóa rồi", ELDER, "tai-khoan-bi-khoa"),
        ("bao hiem y te tra cuu sao", ELDER, "vssid"),
        ("nó bảo bác cài cái VNeID ngoài", ELDER, "cong-an-goi-vneid"),
        ("có phải của nhà nước không", ELDER, "cam-tay-la-ai"),
        ("mất tiền không cháu", ELDER, "cam-tay-mat-tien-khong"),
        ("làm lại sim có mất tiền không", ELDER, "mat-sim"),
        ("cô là thật hay giả vậy", ELDER, "cam-tay-co-that-khong"),
        ("kim cương miễn phí có thật không ạ", CHILD, "robux-mien-phi"),
        ("nói to hơn nữa", ELDER, "nghe-doc-thanh-tieng"),
        ("nói lại đi", ELDER, "cham-lai"),
        ("tắt đọc to kiểu gì", ELDER, "doc-to-phu-de"),
        ("đang bão tôi phải làm gì", ELDER, "dang-co-bao"),
        ("đang có bão thì làm gì", ELDER, "dang-co-bao"),
        ("sắp có bão thì làm gì", ELDER, "sap-co-bao"),
        ("có người lạ cứ xin ảnh em", CHILD, "xin-anh-rieng-tu"),
        ("em lỡ gửi ảnh cho người ta rồi", CHILD, "xin-anh-rieng-tu"),
    ],
)
def test_what_was_answered_wrongly_once_finds_its_answer(text: str, who: Audience, source: str) -> None:
    found = advise(text, who, desk())
    assert (found.route, found.source) == (Route.FAQ, source)


@pytest.mark.parametrize("text", ["1022 là số gì", "789 là số gì", "ok", "okie cháu", "mày ngu thế", "as you see"])
def test_what_no_answer_is_about_gets_none(text: str) -> None:
    found = advise(text, ELDER, desk())
    assert (found.route, found.source) == (Route.UNKNOWN, "")


@pytest.mark.parametrize("text", ["ok", "okie cháu", "as you see"])
def test_what_is_no_question_brings_up_none(text: str) -> None:
    assert advise(text, ELDER, desk()).nearest == ()


@pytest.mark.parametrize(
    "opening", ["cháu ơi cho bác hỏi {}", "Dạ thưa cô, cho em hỏi chút ạ: {}", "chi oi cho hoi ti {}"]
)
def test_how_politely_a_question_begins_changes_no_answer(opening: str) -> None:
    questions = [row for row in rows("questions.jsonl") if row["route"] == "faq"][::2]
    plain = [advise(row["text"], ELDER, desk()) for row in questions]
    polite = [advise(opening.format(row["text"]), ELDER, desk()) for row in questions]
    same = sum((one.route, one.source) == (two.route, two.source) for one, two in zip(plain, polite, strict=True))
    assert same >= 0.98 * len(questions)


def test_a_question_without_its_subject_gets_the_same_answer() -> None:
    asked = [row["text"] for name in ("questions.jsonl", "unseen.jsonl") for row in rows(name) if row["answers"]]
    begun = [text for text in asked if text.split()[0] in ("Bác", "Tôi", "Em", "Con", "Tui", "Mình")]
    whole = [advise(text, ELDER, desk()) for text in begun]
    dropped = [advise(text.partition(" ")[2], ELDER, desk()) for text in begun]
    same = sum((one.route, one.source) == (two.route, two.source) for one, two in zip(whole, dropped, strict=True))
    assert len(begun) >= 40
    assert same >= 0.95 * len(begun), f"{same} of {len(begun)}"


def test_an_interval_lies_around_its_share() -> None:
    low, high = wilson(90, 100)
    assert low < 90 < high
    assert wilson(0, 0) == (0.0, 100.0)
