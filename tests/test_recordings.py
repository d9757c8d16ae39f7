"""Recordings are known by what they hold, are kept once, and nothing else is found beside them."""

from pathlib import Path

import pytest

from bot.recordings import LARGEST, NotARecording, RecordingTooLarge, beside, file_of, finder, keep, lesson_file

BEGINNINGS = {
    "ogg": b"OggS\x00\x02",
    "m4a": b"\x00\x00\x00\x20ftypM4A ",
    "aac": b"\xff\xf1\x50\x80",
    "mp3": b"ID3\x04\x00",
}


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_what_is_kept_is_found_under_its_source(tmp_path: Path, suffix: str) -> None:
    content = BEGINNINGS[suffix] + b"\0" * 100
    source = keep(tmp_path, content)
    assert source.endswith(f".{suffix}")
    file = file_of(tmp_path, source)
    assert file is not None
    assert file.read_bytes() == content
    assert keep(tmp_path, content) == source
    assert len(list((tmp_path / "ghi-am").iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00", b"<svg/>", b"RIFF....WAVE", b"%PDF-1.7"])
def test_what_is_no_recording_is_not_kept(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotARecording):
        keep(tmp_path, content)
    assert not list(tmp_path.iterdir())


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    assert keep(tmp_path, b"OggS".ljust(LARGEST, b"\0"))
    with pytest.raises(RecordingTooLarge):
        keep(tmp_path, b"OggS".ljust(LARGEST + 1, b"\0"))


@pytest.mark.parametrize(
    "source", ["", "ghi-am/", "ghi-am/../camtay.db", "camtay.db", f"ghi-am/{'0' * 64}.ogg", "hinh/a"]
)
def test_nothing_else_is_found(tmp_path: Path, source: str) -> None:
    keep(tmp_path, BEGINNINGS["ogg"])
    (tmp_path / "camtay.db").write_text("secret")
    assert file_of(tmp_path, source) is None


def test_pictures_are_found_beside_recordings(tmp_path: Path) -> None:
    source = keep(tmp_path, BEGINNINGS["mp3"])
    content = beside({"hinh/a.svg": b"drawn"}.get, finder(tmp_path, tmp_path))
    assert (content(source), content("hinh/a.svg"), content("hinh/b.svg")) == (BEGINNINGS["mp3"], b"drawn", None)


def beside_lessons(lessons: Path, name: str, content: bytes) -> Path:
    """A file in the folder of recordings."""
    file = lessons / "tieng" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("name", ["goi-lai.ogg", "nguoi-cao-tuoi/goi-lai.ogg", "GoiLai_2.ogg"])
def test_the_recording_of_a_card_lies_beside_the_lessons(tmp_path: Path, name: str) -> None:
    file = beside_lessons(tmp_path, name, BEGINNINGS["mp3"])  # what it is called is the check's business
    assert lesson_file(tmp_path, f"tieng/{name}") == file
    assert finder(tmp_path / "data", tmp_path)(f"tieng/{name}") == file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ogg", b"<html>"),
        ("a.ogg", b""),
        ("a.ogg", BEGINNINGS["ogg"].ljust(LARGEST + 1, b"\0")),
        ("a.html", BEGINNINGS["ogg"]),
        ("a.ogg.exe", BEGINNINGS["ogg"]),
        ("gọi.ogg", BEGINNINGS["ogg"]),
        ("a b.ogg", BEGINNINGS["ogg"]),
        ("b/c/d/e/a.ogg", BEGINNINGS["ogg"]),
        (".a.ogg", BEGINNINGS["ogg"]),
    ],
)
def test_what_could_not_be_played_everywhere_is_not_found(tmp_path: Path, name: str, content: bytes) -> None:
    beside_lessons(tmp_path, name, content)
    assert lesson_file(tmp_path, f"tieng/{name}") is None


def test_nothing_outside_the_folder_is_a_recording_of_a_card(tmp_path: Path) -> None:
    outside = beside_lessons(tmp_path, "a.ogg", BEGINNINGS["ogg"]).rename(tmp_path / "a.ogg")
    (tmp_path / "lessons" / "tieng").mkdir(parents=True)
    (tmp_path / "lessons" / "tieng" / "a.ogg").symlink_to(outside)
    (tmp_path / "lessons" / "tieng" / "b.ogg").mkdir()
    for source in ("tieng/a.ogg", "tieng/../../a.ogg", f"{outside}", "tieng/b.ogg", "tieng/none.ogg", "a.ogg"):
        assert lesson_file(tmp_path / "lessons", source) is None
