"""The shelf: read when first asked for, told what is wrong, and once more when something was edited."""

from pathlib import Path

from bot.learning.mistakes import Mistake
from bot.notices.template_shelf import TemplateShelf
from tests.notices.samples import GOOD
from tests.notices.test_templates import BROKEN, folder, write

__all__ = ["folder"]


def test_whoever_asks_first_gets_what_is_there(folder: Path) -> None:
    told: list[Mistake] = []
    shelf = TemplateShelf(folder, told.extend)
    write(folder, BROKEN, "thong-bao-mau/bao.md")
    assert [entry.template.id for entry in shelf.templates().entries] == ["lu-quet"]
    assert {one.file for one in told} == {"thong-bao-mau/bao.md"}


def test_an_edit_is_taken_up_and_the_first_look_is_no_edit(folder: Path) -> None:
    shelf = TemplateShelf(folder, lambda mistakes: None)
    assert not shelf.refresh()
    first = shelf.templates()
    assert not shelf.refresh()
    write(folder, GOOD.replace("Mưa rất to.", "Mưa to."))
    assert shelf.refresh()
    assert shelf.templates() is not first
