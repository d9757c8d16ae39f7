"""Nothing in the project points to one machine or to one package index."""

import re
from pathlib import Path

import pytest

from tests.guards.sources import ROOT, project_files

SOMEBODYS_FOLDER = re.compile(r"(?<![\w.>}-])/(?:root|work|tmp|home/[a-z]\w*|Users/\w+)/")
PACKAGE_INDEX = re.compile(r"(?<!emit)(?:-index-url|(?<!-no-emit)-find-links|/simple/)|^-[if] ", re.MULTILINE)
APART = ("tests/telemelya", "tests/zalo_oa_server", "bench/send")  # what has an environment of its own
LOCKS = [*sorted(ROOT.glob("requirements*.txt")), *(ROOT / folder / "requirements.txt" for folder in APART)]


def _texts() -> list[tuple[Path, str]]:
    files = [(path, path.read_bytes()) for path in project_files() if path != Path(__file__)]
    return [(path, content.decode("utf-8")) for path, content in files if b"\0" not in content]


@pytest.mark.parametrize("pattern", [SOMEBODYS_FOLDER, PACKAGE_INDEX], ids=["folder", "index"])
def test_no_file_names_one_machine(pattern: re.Pattern[str]) -> None:
    assert not [f"{path.relative_to(ROOT)}: {found[0]}" for path, text in _texts() for found in pattern.finditer(text)]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.relative_to(ROOT).as_posix())
def test_a_lock_names_packages_and_hashes_only(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"://| @ |^-", text, re.MULTILINE)
    pinned = re.findall(r"^[a-z0-9][^ \n]*==", text, re.MULTILINE)
    unpinned = re.findall(r"^(?![ #\n])(?!\S+==\S+ (?:; .*)?\\$).+", text, re.MULTILINE)
    assert pinned
    assert not unpinned


def test_there_are_two_locks_and_one_for_each_environment_apart() -> None:
    assert [lock.name for lock in LOCKS] == ["requirements-test.txt", *["requirements.txt"] * (1 + len(APART))]


@pytest.mark.parametrize("text", ["cd /work/x", "'/home/an/x'", "/tmp/x", "see file:///root/x"])
def test_a_folder_of_one_machine_is_recognised(text: str) -> None:
    assert SOMEBODYS_FOLDER.search(text)


@pytest.mark.parametrize("text", ["/static/home/x", "{{ root }}/work/", "a/tmp/b", "https://xa.example.vn/home/x"])
def test_an_address_is_not_a_folder(text: str) -> None:
    assert not SOMEBODYS_FOLDER.search(text)
