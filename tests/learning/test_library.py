"""The lessons folder as a whole: what is offered, what is refused, and that good lessons are never lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.learning.lesson import Audience
from bot.learning.lesson_text import MOST_BYTES
from bot.learning.library import Library, LibraryWatch, read_library, reread
from bot.recordings import LARGEST
from tests.learning.samples import GOOD

ELDERS = "khoa-hoc/nguoi-cao-tuoi"
FIRST, SECOND = f"{ELDERS}/01-dung-lai.md", f"{ELDERS}/02-goi-lai.md"

Write = Callable[[str, str | bytes], Path]


def lesson(id: str, title: str, audience: str = "người cao tuổi") -> str:
    """A good lesson of this `mã`, title and audience."""
    text = GOOD.replace("dung-hoi-goi-lai", id).replace("# Dừng lại – Hỏi – Gọi lại", f"# {title}")
    text = text.replace("người cao tuổi, người lớn", audience)
    return text.replace("Bác", "Em").replace("bác", "em") if audience == "trẻ em" else text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lessons folder with one course of two lessons."""
    write = _writer(tmp_path)
    write("danh-ba/ten-mien.csv", "tên miền,tên,loại,đã kiểm chứng,nguồn,ngày\n")
    write("danh-ba/so-dien-thoai.csv", "số,tên,việc,nguồn,ngày\n113,Công an,báo công an,,\n")
    write("danh-ba/lien-he-xa.csv", "mã xã,nơi,điện thoại,địa chỉ,ngày\n")
    write("tu-kho.csv", "từ,thay bằng\nwebsite,trang mạng\n")
    write("hinh/dat-may.svg", "<svg/>")
    write(f"{ELDERS}/khoa.md", "# Bác vui\n\nđối tượng: người cao tuổi\n")
    write(FIRST, lesson("dung-lai", "Dừng lại"))
    write(SECOND, lesson("goi-lai", "Gọi lại"))
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Write:
    """Writes a file of the folder, always with a new time of change."""
    return _writer(folder)


def _writer(folder: Path) -> Write:
    times = iter(range(1_800_000_000, 1_900_000_000))

    def write(path: str, content: str | bytes) -> Path:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        now = next(times)
        os.utime(file, (now, now))
        return file

    return write


def ids(library: Library | None) -> list[str]:
    """The `mã` of every Vietnamese lesson in its order."""
    assert library is not None
    return [lesson.id for course in library.courses for lesson in course.lessons]


def codes(library: Library | None) -> list[tuple[str, int, str]]:
    """File, line and code of every mistake."""
    assert library is not None
    return [(one.file, one.line, str(one.code)) for one in library.mistakes]


def test_courses_hold_their_lessons_in_order(folder: Path, write: Write) -> None:
    write(f"{ELDERS}/10-chuyen-tien.md", lesson("chuyen-tien", "Chuyển tiền"))
    write(f"{ELDERS}/9-lien-he.md", lesson("lien-he", "Liên hệ"))
    write(f"{ELDERS}/README.md", "Ghi chú")
    write(f"{ELDERS}/.09-cu.md", "cũ")
    library = read_library(folder)
    assert library.mistakes == ()
    assert ids(library) == ["dung-lai", "goi-lai", "lien-he", "chuyen-tien"]
    (course,) = library.courses
    assert (course.id, course.title, course.audiences) == ("nguoi-cao-tuoi", "Bác vui", frozenset({Audience.ELDER}))


def test_a_lesson_is_found_by_its_id_and_by_its_version(folder: Path) -> None:
    library = read_library(folder)
    first = library.lesson("dung-lai", "vi")
    assert first is not None
    assert library.lesson("dung-lai", "en") == first
    assert library.version(first.version) == first
    assert library.source(first.version) == (folder / FIRST).read_text("utf-8")
    assert library.lesson("khong-co", "vi") is None
    assert library.version("0" * 16) is None
    with pytest.raises(KeyError):
        library.source("0" * 16)


def test_every_version_can_be_kept_and_read_again(folder: Path) -> None:
    library = read_library(folder)
    kept = library.sources()
    assert [(one.lesson, one.file, one.course, one.language) for one in kept] == [
        ("dung-lai", FIRST, "nguoi-cao-tuoi", "vi"),
        ("goi-lai", SECOND, "nguoi-cao-tuoi", "vi"),
    ]
    for one in kept:
        assert reread(one.source, one.file, one.course, one.language) == library.version(one.version)
    assert reread("không phải bài", "a.md", "a", "vi") is None


def test_an_empty_library_answers_everything() -> None:
    library = Library()
    assert (library.courses, library.courses_for(None, "vi"), library.sources()) == ((), (), ())
    assert library.lesson("dung-lai", "vi") is None


def test_courses_for_an_audience(folder: Path, write: Write) -> None:
    write("khoa-hoc/tai-khoan/khoa.md", "# Giữ tài khoản\n\nđối tượng: mọi người\n")
    write("khoa-hoc/tai-khoan/01-mat-khau.md", lesson("mat-khau", "Mật khẩu", "mọi người"))
    write("khoa-hoc/tai-khoan/02-tro-choi.md", lesson("tro-choi", "Trò chơi", "trẻ em"))
    library = read_library(folder)

    def titles(audience: Audience | None) -> list[list[str]]:
        return [[lesson.title for lesson in course.lessons] for course in library.courses_for(audience, "vi")]

    assert titles(Audience.ELDER) == [["Dừng lại", "Gọi lại"], ["Mật khẩu"]]
    assert titles(Audience.CHILD) == [["Mật khẩu", "Trò chơi"]]
    assert titles(None) == [["Dừng lại", "Gọi lại"], ["Mật khẩu", "Trò chơi"]]


def test_a_translation_stands_in_for_its_original(folder: Path, write: Write) -> None:
    write(f"{ELDERS}/01-dung-lai.en.md", lesson("dung-lai", "Stop first"))
    write(f"{ELDERS}/khoa.en.md", "# Phones\n\nđối tượng: người cao tuổi\n")
    library = read_library(folder)
    assert library.mistakes == ()
    (course,) = library.courses_for(Audience.ELDER, "en")
    assert course.title == "Phones"
    assert [lesson.title for lesson in course.lessons] == ["Stop first", "Gọi lại"]
    assert [lesson.title for lesson in library.courses[0].lessons] == ["Dừng lại", "Gọi lại"]
    assert {one.language for one in library.sources()} == {"vi", "en"}


@pytest.mark.parametrize(
    ("name", "text", "line_and_code"),
    [
        ("01-dung-lai.en.md", lesson("stop", "Stop first"), (3, "translation-id")),
        ("03-khac.en.md", lesson("khac", "Another"), (1, "translation-alone")),
        (
            "01-dung-lai.en.md",
            lesson("dung-lai", "Stop").replace("## Ba", "## Hai\n\nHai.\n\n## Ba"),
            (1, "translation-differs"),
        ),
    ],
)
def test_a_translation_must_fit_its_original(
    folder: Path, write: Write, name: str, text: str, line_and_code: tuple[int, str]
) -> None:
    write(f"{ELDERS}/{name}", text)
    library = read_library(folder)
    assert codes(library) == [(f"{ELDERS}/{name}", *line_and_code)]
    assert ids(library) == ["dung-lai", "goi-lai"]


@pytest.mark.parametrize(
    ("path", "text", "line_and_code"),
    [
        (f"{ELDERS}/03-lai.md", lesson("dung-lai", "Bài khác"), (3, "doubled-id")),
        (f"{ELDERS}/03-lai.md", lesson("bai-khac", "dứng lãi"), (1, "titles-alike")),
        (f"{ELDERS}/03-lai.md", "", (1, "empty-file")),
        (f"{ELDERS}/03-lai.md", b"a" * (MOST_BYTES + 1), (1, "too-large")),
        (f"{ELDERS}/03-lai.md", GOOD.encode("utf-16"), (1, "wrong-encoding")),
        (f"{ELDERS}/03-lai.docx", "", (1, "wrong-file-name")),
        (f"{ELDERS}/03-lai.md.txt", lesson("lai", "Lại"), (1, "wrong-file-name")),
        (f"{ELDERS}/03-lai.MD", lesson("lai", "Lại"), (1, "wrong-file-name")),
        ("khoa-hoc/03-lai.md", lesson("lai", "Lại"), (1, "outside-course")),
        ("khoa-hoc/tre-em/01-a.md", lesson("lai", "Lại"), (1, "no-course-file")),
        (f"{ELDERS}/khoa.md", "# Bác vui\n\nđối tượng: mèo", (3, "bad-audience")),
        ("tu-kho.csv", "từ,thay bằng\nwebsite\n", (2, "bad-hard-word")),
        ("tu-kho.csv", "từ,thay bằng\n".encode("utf-16"), (1, "wrong-encoding")),
        ("dang-lua-dao.csv", "mã,tên\nH14\n", (2, "bad-scam-type")),
    ],
)
def test_what_is_refused(
    folder: Path, write: Write, path: str, text: str | bytes, line_and_code: tuple[int, str]
) -> None:
    write(path, text)
    library = read_library(folder)
    mistaken = path.rpartition("/")[0] + "/khoa.md" if "no-course-file" in line_and_code else path
    assert codes(library) == [(mistaken, *line_and_code)]
    assert ids(library)[:2] == ["dung-lai", "goi-lai"]


def test_the_same_title_may_stand_in_two_courses(folder: Path, write: Write) -> None:
    write("khoa-hoc/tre-em/khoa.md", "# Em vui\n\nđối tượng: trẻ em\n")
    write("khoa-hoc/tre-em/01-dung-lai.md", lesson("em-dung-lai", "Dừng lại", "trẻ em"))
    assert read_library(folder).mistakes == ()


def test_a_course_without_a_heading_takes_its_folders_name(folder: Path) -> None:
    (folder / ELDERS / "khoa.md").unlink()
    (course,) = read_library(folder).courses
    assert (course.title, course.audiences) == ("nguoi-cao-tuoi", frozenset({Audience.ELDER}))


def test_a_folder_without_courses_is_told(tmp_path: Path) -> None:
    assert codes(read_library(tmp_path)) == [("khoa-hoc", 1, "no-courses")]
    assert codes(read_library(tmp_path / "nowhere")) == [("khoa-hoc", 1, "no-courses")]


def test_directory_pictures_and_hard_words_of_the_folder_count(folder: Path, write: Write) -> None:
    text = lesson("khac", "Khác").replace("uống ngụm nước", "gọi 156, mở website quatang.xyz")
    write(f"{ELDERS}/03-khac.md", text.replace("hinh/dat-may.svg", "hinh/to/dat-may.svg"))
    path = f"{ELDERS}/03-khac.md"
    expected = [(12, "picture-missing"), (17, "hard-word"), (17, "unknown-link"), (17, "unknown-number")]
    assert sorted((line, code) for file, line, code in codes(read_library(folder)) if file == path) == expected
    write("danh-ba/ten-mien.csv", "tên miền,tên,loại,đã kiểm chứng,nguồn,ngày\nquatang.xyz,Quà,cửa hàng,chưa,,\n")
    write("danh-ba/so-dien-thoai.csv", "số,tên,việc,nguồn,ngày\n113,a,b,,\n156,a,b,,\n")
    write("tu-kho.csv", "từ,thay bằng\n")
    write("hinh/to/dat-may.svg", "<svg/>")
    assert read_library(folder).mistakes == ()


def test_recordings_of_the_folder_count_by_what_they_hold(folder: Path, write: Write) -> None:
    path, ogg = f"{ELDERS}/03-khac.md", "tieng/khac/ba-sau.ogg"
    text = lesson("khac", "Khác").replace("uống ngụm nước.", f"uống ngụm nước.\n\n[Nghe]({ogg})")
    write(path, text.replace("# Dừng lại – Hỏi – Gọi lại", "# Khác"))
    watch, seen = LibraryWatch(folder), []
    for content in (None, b"<html>", b"\0\0\0\x20ftypM4A ", b"OggS".ljust(LARGEST + 1), b"OggS", None):
        if content:
            write(ogg, content)
        library = watch.poll()
        seen.append([(line, code) for file, line, code in codes(library) if file == path] if library else None)
    wrong = ("recording-missing", "not-a-recording", "recording-ending", "recording-too-large")
    assert seen == [*([(19, code)] for code in wrong), [], None]


def test_a_kind_of_scam_is_known_by_the_table(folder: Path, write: Write) -> None:
    write(FIRST, lesson("dung-lai", "Dừng lại").replace("tin lành: không", "tin lành: không\ndạng lừa đảo: h14"))
    assert codes(read_library(folder)) == [(FIRST, 11, "unknown-scam")]
    write("dang-lua-dao.csv", "mã,tên\nH14,Giả công an\n")
    library = read_library(folder)
    assert library.mistakes == ()
    assert [entry.lesson.scams for entry in library.entries] == [("H14",), ()]
    assert library.scam_types == {"H14": "Giả công an"}


@pytest.mark.parametrize("target", ["file", "folder", "loop", "gone"])
def test_a_link_out_of_the_folder_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, target: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "03-ngoai.md").write_text(lesson("ngoai", "Ngoài"), "utf-8")
    link = folder / ELDERS / "03-ngoai.md"
    match target:
        case "file":
            link.symlink_to(outside / "03-ngoai.md")
        case "folder":
            link = folder / "khoa-hoc" / "ngoai"
            link.symlink_to(outside)
        case "loop":
            link.symlink_to(link)
        case "gone":
            link.symlink_to(folder / "khong-co.md")
    library = read_library(folder)
    code = "outside-folder" if target in ("file", "folder") else "unreadable"
    assert codes(library) == [(link.relative_to(folder).as_posix(), 1, code)]
    assert ids(library) == ["dung-lai", "goi-lai"]


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "hinh/may.svg").symlink_to(folder / "hinh/dat-may.svg")
    text = lesson("khac", "Khác").replace("hinh/dat-may.svg", "hinh/may.svg")
    (folder / ELDERS / "03-khac.md").write_text(text, "utf-8")
    assert read_library(folder).mistakes == ()


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / ELDERS / "03-ong.md")
    assert codes(read_library(folder)) == [(f"{ELDERS}/03-ong.md", 1, "unreadable")]


def test_a_name_that_is_no_text_is_passed_over(folder: Path) -> None:
    (folder / ELDERS / os.fsdecode(b"03-b\xe0i.md")).write_text("x", "utf-8")
    assert read_library(folder).mistakes == ()


def test_nothing_is_told_while_nothing_changes(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    assert ids(watch.poll()) == ["dung-lai", "goi-lai"]
    assert watch.poll() is None
    write(f"{ELDERS}/notes.csv", "1")
    assert watch.poll() is None


def test_an_edit_is_taken_up(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    write(FIRST, lesson("dung-lai", "Dừng ngay"))
    library = watch.poll()
    assert library is not None
    changed = library.lesson("dung-lai", "vi")
    assert changed is not None
    assert changed.title == "Dừng ngay"
    assert watch.poll() is None


def test_a_broken_file_keeps_its_last_good_lesson_until_it_is_mended(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    before = watch.poll()
    write(FIRST, lesson("dung-lai", "Dừng ngay").replace("- [x]", "- [ ]"))
    broken = watch.poll()
    assert before is not None
    assert broken is not None
    assert codes(broken) == [(FIRST, 32, "no-right-answer")]
    assert broken.lesson("dung-lai", "vi") == before.lesson("dung-lai", "vi")
    assert broken.sources() == before.sources()
    write(FIRST, b"\xff\xfe")
    assert ids(watch.poll()) == ["dung-lai", "goi-lai"]
    write(FIRST, lesson("dung-lai", "Dừng ngay"))
    mended = watch.poll()
    assert mended is not None
    assert mended.mistakes == ()
    assert [lesson.title for lesson in mended.courses[0].lessons] == ["Dừng ngay", "Gọi lại"]


def test_a_broken_heading_keeps_the_last_good_one(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    write(f"{ELDERS}/khoa.md", "")
    library = watch.poll()
    assert library is not None
    assert library.courses[0].title == "Bác vui"
    assert codes(library) == [(f"{ELDERS}/khoa.md", 1, "empty-file")]


def test_a_removed_file_is_gone(folder: Path) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    (folder / FIRST).unlink()
    library = watch.poll()
    assert ids(library) == ["goi-lai"]
    assert codes(library) == []


def test_a_renamed_file_is_the_same_lesson(folder: Path) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    (folder / FIRST).rename(folder / ELDERS / "03-dung-lai.md")
    library = watch.poll()
    assert ids(library) == ["goi-lai", "dung-lai"]
    assert codes(library) == []


def test_a_lesson_in_use_keeps_its_id_against_a_newcomer(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    newcomer = f"{ELDERS}/00-moi.md"
    write(newcomer, lesson("goi-lai", "Bài mới"))
    library = watch.poll()
    assert codes(library) == [(newcomer, 3, "doubled-id")]
    assert ids(library) == ["dung-lai", "goi-lai"]


def test_an_edit_that_takes_a_used_id_is_refused(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    write(SECOND, lesson("dung-lai", "Gọi lại"))
    library = watch.poll()
    assert codes(library) == [(SECOND, 3, "doubled-id")]
    assert ids(library) == ["dung-lai", "goi-lai"]


def test_a_translation_that_no_longer_fits_gives_way_to_the_original(folder: Path, write: Write) -> None:
    write(f"{ELDERS}/01-dung-lai.en.md", lesson("dung-lai", "Stop first"))
    watch = LibraryWatch(folder)
    watch.poll()
    write(FIRST, lesson("dung-lai", "Dừng lại").replace("## Ba", "## Hai\n\nHai.\n\n## Ba"))
    library = watch.poll()
    assert library is not None
    shown = library.lesson("dung-lai", "en")
    assert shown is not None
    assert shown.title == "Dừng lại"
    assert [code for *_, code in codes(library)] == ["translation-differs"]


def test_a_changed_directory_checks_the_lessons_again(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    write("danh-ba/so-dien-thoai.csv", "số,tên,việc,nguồn,ngày\n114,a,b,,\n")
    library = watch.poll()
    assert {code for *_, code in codes(library)} == {"unknown-number"}
    assert ids(library) == ["dung-lai", "goi-lai"]


def test_only_changed_files_are_read_again(folder: Path, write: Write) -> None:
    watch = LibraryWatch(folder)
    watch.poll()
    stamp = (folder / SECOND).stat()
    (folder / SECOND).write_bytes(b"x" * stamp.st_size)
    os.utime(folder / SECOND, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    write(FIRST, lesson("dung-lai", "Dừng ngay"))
    assert codes(watch.poll()) == []
