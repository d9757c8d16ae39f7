"""Both rooms of knowledge are read together, and again when one of them has changed."""

import os
from pathlib import Path

import pytest

from bot.advice.book.answers import index_of
from bot.advice.knowledge import Knowledge
from bot.advice.knowledge_watch import KnowledgeWatch, read_knowledge
from tests.advice import answer_samples
from tests.advice.scam_samples import FILE, GOOD

SHIPPED = Path(__file__).parents[2] / "lessons"
ANSWER = answer_samples.GOOD.replace("bài học: mat-khau-manh-hai-lop\n", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lessons folder with one scam type in it and nothing else."""
    for room in ("lua-dao", "hoi-dap", "khoa-hoc", "danh-ba"):
        (tmp_path / room).mkdir()
    (tmp_path / "danh-ba" / "so-dien-thoai.csv").write_text("số,tên,việc,nguồn,ngày\n113,Công an,báo,,\n", "utf-8")
    (tmp_path / "dang-lua-dao.csv").write_text("mã,tên\nH15,Hàng giả\n", "utf-8")
    (tmp_path / FILE).write_text(GOOD, "utf-8")
    return tmp_path


def spoil(folder: Path) -> None:
    """The scam type loses its code, some seconds later."""
    file = folder / FILE
    stamp = file.stat().st_mtime_ns + 10**10
    file.write_text(GOOD.replace("dạng: H15", "dạng: gà"), "utf-8")
    os.utime(file, ns=(stamp, stamp))


def told(watch: KnowledgeWatch) -> list[str]:
    """The code of every mistake."""
    return [str(one.code) for one in watch.mistakes]


def test_what_was_read_stays_until_something_changes(folder: Path) -> None:
    watch = KnowledgeWatch(folder)
    first = watch.poll()
    assert first
    assert [scam.code for scam in first.scams] == ["H15"]
    assert first.answers == ()
    assert watch.poll() is None


def test_a_broken_file_changes_the_mistakes_only(folder: Path) -> None:
    watch = KnowledgeWatch(folder)
    first = watch.poll()
    assert told(watch) == []
    spoil(folder)
    assert watch.poll() == first
    assert told(watch) == ["bad-scam-code"]


def test_without_the_folder_nothing_is_known(tmp_path: Path) -> None:
    assert read_knowledge(tmp_path / "nowhere") == Knowledge()


def test_the_shipped_knowledge_has_every_scam_and_some_answers() -> None:
    knowledge = read_knowledge(SHIPPED)
    assert len(knowledge.scams) == 42
    assert knowledge.answers
    assert knowledge.scam("H14") in knowledge.scams


def test_an_edited_table_judges_every_file_again(folder: Path) -> None:
    watch = KnowledgeWatch(folder)
    assert watch.poll()
    (folder / "dang-lua-dao.csv").write_text("mã,tên\nH14,Giả công an\n", "utf-8")
    watch.poll()
    assert told(watch) == ["unknown-scam"]


def test_the_index_stays_where_no_answer_was_edited(folder: Path) -> None:
    (folder / answer_samples.FILE).write_text(ANSWER, "utf-8")
    watch = KnowledgeWatch(folder)
    before = watch.poll()
    spoil(folder)
    after = watch.poll()
    assert before
    assert after
    assert before.answers
    assert before.answers is not after.answers
    assert index_of(before) is index_of(after)
