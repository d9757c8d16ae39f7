"""One living process wears a badge; what killing and pausing a process does to it is shown in tests/processes."""

import shutil
from pathlib import Path

import pytest

from bot.badge import worn


def test_the_next_process_has_the_name_of_the_last_one(tmp_path: Path) -> None:
    with worn(tmp_path / "badges") as first:
        pass
    with worn(tmp_path / "badges") as second:
        assert second == first


def test_two_living_processes_have_two_names(tmp_path: Path) -> None:
    with worn(tmp_path) as first, worn(tmp_path) as second, worn(tmp_path) as third:
        assert len({first, second, third}) == 3


def test_whoever_comes_takes_the_first_free_one(tmp_path: Path) -> None:
    with worn(tmp_path) as first, worn(tmp_path):
        pass
    with worn(tmp_path) as third:
        assert third == first


def test_another_folder_makes_other_names(tmp_path: Path) -> None:
    with worn(tmp_path / "one") as one, worn(tmp_path / "two") as two:
        assert one != two


def test_a_copied_folder_makes_other_names_on_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with worn(tmp_path / "here") as here:
        shutil.copytree(tmp_path / "here", tmp_path / "there")
    (tmp_path / "boot_id").write_text("another machine\n")
    monkeypatch.setattr("bot.badge._RUNNING_SYSTEM", tmp_path / "boot_id")
    with worn(tmp_path / "there") as there:
        assert here.split(":")[1] == there.split(":")[1]
        assert here != there


def test_a_folder_that_cannot_be_gives_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with worn(tmp_path / "file") as one, worn(tmp_path / "file") as two:
        assert one
        assert one != two


def test_what_fails_inside_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="inside"), worn(tmp_path):
        raise OSError("inside")
