"""The catalogue that is shipped: every type of the table once, in words that can be read aloud."""

from datetime import date
from pathlib import Path

import pytest

from bot.advice.catalogue import read_catalogue
from bot.advice.catalogue_check import check_catalogue
from bot.advice.knowledge import ScamType
from bot.advice.scam_file import read_scam
from bot.learning.library import read_library
from bot.vietnamese.fold import fold
from tests.advice.scam_samples import KNOWN

LESSONS = Path(__file__).parents[2] / "lessons"
SCAMS = [written.scam for written in read_catalogue(LESSONS).things]
ALL = [f"H{number}" for number in range(1, 25)] + [f"N{number}" for number in range(1, 19)]

every_type = pytest.mark.parametrize("scam", SCAMS, ids=lambda scam: scam.code)


def test_no_shipped_type_has_a_mistake() -> None:
    report = check_catalogue(LESSONS, date(2026, 11, 21))
    assert [f"{one.file}:{one.line}: {one.message}" for one in report.mistakes] == []
    assert report.good == len(list((LESSONS / "lua-dao").glob("*.md")))


def test_every_type_of_the_table_has_one_file() -> None:
    assert sorted(scam.code for scam in SCAMS) == sorted(ALL)
    assert set(read_library(LESSONS).scam_types) == set(ALL)


def test_no_title_and_no_phrase_stands_in_two_types() -> None:
    for texts in ([scam.title for scam in SCAMS], [phrase for scam in SCAMS for phrase in scam.phrases]):
        assert len({fold(text) for text in texts}) == len(texts)


def test_every_type_names_a_lesson_that_is_there() -> None:
    there = {entry.lesson.id for entry in read_library(LESSONS).entries}
    assert [scam.code for scam in SCAMS if scam.lesson not in there] == []


def test_a_lesson_of_one_minute_is_for_those_whom_its_type_cheats() -> None:
    lessons = {entry.lesson.id: entry.lesson for entry in read_library(LESSONS).entries}
    short = [(scam, lesson) for scam in SCAMS if (lesson := lessons[scam.lesson or ""]).minutes == 1]
    assert len(short) >= 14
    for scam, lesson in short:
        assert lesson.scams == (scam.code,)
        assert frozenset(one.value for one in lesson.audiences) == scam.audiences
        assert "; ".join(lesson.sources) == scam.source


@every_type
def test_it_has_enough_to_recognise_it_by(scam: ScamType) -> None:
    assert 3 <= len(scam.signs) <= 6
    assert 6 <= len(scam.phrases) <= 10


@every_type
def test_whoever_has_lost_money_hears_whom_to_call_within_three_steps(scam: ScamType) -> None:
    said = fold(" ".join(scam.lost[:3]))
    assert any(help in said for help in ("mat sau the", "goi ngan hang", "113", "111"))


@every_type
def test_children_are_told_that_it_is_not_their_fault(scam: ScamType) -> None:
    if scam.audiences == {"trẻ em"}:
        assert "Em không có lỗi." in " ".join(scam.lost)
        assert "111" in " ".join((*scam.now, *scam.lost))


def test_the_sample_for_administrators_is_read() -> None:
    readme = (LESSONS / "README.md").read_text("utf-8")
    [sample] = [part.strip() for part in readme.split("```") if "## Câu hay gặp" in part]
    mistakes = read_scam(sample, "lua-dao/giay-moi-hop.md", KNOWN)
    assert isinstance(mistakes, tuple)
    assert {str(one.code) for one in mistakes} == {"unknown-scam", "wrong-scam-count"}
