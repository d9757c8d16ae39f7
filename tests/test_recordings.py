"""Recordings are known by what they hold, are kept once, and nothing else is found beside them."""

from pathlib import Path

import pytest

from bot.recordings import LARGEST, NotARecording, RecordingTooLarge, beside, file_of, keep

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
    content = beside({"hinh/a.svg": b"drawn"}.get, tmp_path)
    assert (content(source), content("hinh/a.svg"), content("hinh/b.svg")) == (BEGINNINGS["mp3"], b"drawn", None)
