"""A shelf: read when first asked for, told what is wrong, and once more when something was edited."""

from pathlib import Path

from bot.learning.mistakes import Mistake
from bot.shelves import shelf_of_advice, shelf_of_templates
from tests.notices.samples import GOOD
from tests.notices.test_templates import BROKEN, folder, write

__all__ = ["folder"]
LESSONS = Path(__file__).parents[1] / "lessons"


def test_whoever_asks_first_gets_what_is_there(folder: Path) -> None:
    told: list[Mistake] = []
    shelf = shelf_of_templates(folder, told.extend)
    write(folder, BROKEN, "thong-bao-mau/bao.md")
    assert [entry.template.id for entry in shelf.held().entries] == ["lu-quet"]
    assert {one.file for one in told} == {"thong-bao-mau/bao.md"}


def test_an_edit_is_taken_up_and_the_first_look_is_no_edit(folder: Path) -> None:
    shelf = shelf_of_templates(folder, lambda mistakes: None)
    assert not shelf.refresh()
    first = shelf.held()
    assert not shelf.refresh()
    write(folder, GOOD.replace("Mưa rất to.", "Mưa to."))
    assert shelf.refresh()
    assert shelf.held() is not first


def test_advice_is_read_from_both_rooms_when_it_is_first_asked_for() -> None:
    known = shelf_of_advice(LESSONS, lambda mistakes: None).held()
    assert known.knowledge.scam("H14")
    assert len(known.knowledge.answers) >= 120


def test_an_empty_folder_gives_no_advice(tmp_path: Path) -> None:
    assert shelf_of_advice(tmp_path, lambda mistakes: None).held().knowledge.scams == ()
