"""`camtay lessons`: check what administrators write, begin a new lesson, look at all of them, list what is taught."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path

import click

from bot.advice.book.answer_check import check_answers
from bot.advice.catalogue_check import check_catalogue
from bot.advice.room_check import RoomReport
from bot.cli.opening import read_settings
from bot.conversation.visit import VIETNAM
from bot.learning.check import CheckReport, check_folder, lessons_folder
from bot.learning.curriculum import curriculum as curriculum_of
from bot.learning.library import read_library
from bot.learning.skeleton import new_lesson
from bot.notices.template_check import TemplateReport, check_templates
from bot.translations import Words, mark
from bot.vietnamese.fold import words

say = Words().say
_NUMBERED = re.compile(r"[0-9]{1,4}-")
# Each room of knowledge: how many files in it are good, and who checks it.
_ROOMS = ((mark("{n} dạng lừa đảo"), check_catalogue), (mark("{n} câu hỏi đáp"), check_answers))


@click.group()
def lessons() -> None:
    """Write and check lessons."""


@lessons.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")
def check(path: Path | None, as_json: bool) -> None:
    """Name every mistake with file, line, what is wrong and what to write; exit status 1 when there are any."""
    path, today = path or read_settings().lessons_dir, _today()
    report, templates = check_folder(path, today), check_templates(path, today)
    rooms = [(counted, check_room(path, today)) for counted, check_room in _ROOMS]
    mistakes = _mistakes(report, templates, [found for _, found in rooms])
    click.echo(_as_json(report, mistakes) if as_json else _as_text(report, _counts(report, templates, rooms), mistakes))
    if mistakes:
        raise SystemExit(1)


def _today() -> date:
    return datetime.now(VIETNAM).date()


Row = dict[str, str | int]


def _mistakes(report: CheckReport, templates: TemplateReport, rooms: Iterable[RoomReport]) -> list[Row]:
    """All of them, those of the directory under one code."""
    found = (*report.mistakes, *templates.mistakes, *chain.from_iterable(room.mistakes for room in rooms))
    written = [_row(one.file, one.line, one.code, one.message) for one in found]
    return written + [_row(one.file, one.line, "directory", one.message) for one in report.directory_mistakes]


def _row(file: str, line: int, code: str, message: str) -> Row:
    return {"file": file, "line": line, "code": code, "message": message}


def _as_json(report: CheckReport, mistakes: list[Row]) -> str:
    levels = [
        {"file": file, "level": found.level.value, "words_per_sentence": round(found.words_per_sentence, 1)}
        for file, found in report.levels
    ]
    return json.dumps({"lessons": report.lessons, "mistakes": mistakes, "levels": levels}, ensure_ascii=False)


def _counts(report: CheckReport, templates: TemplateReport, rooms: Iterable[tuple[str, RoomReport]]) -> str:
    """How many of everything are good; of what there is none, nothing is said, but for lessons."""
    more = ((mark("{n} mẫu thông báo"), templates.templates), *((counted, room.good) for counted, room in rooms))
    return ", ".join((say("{n} bài học", n=report.lessons), *(say(counted, n=good) for counted, good in more if good)))


def _as_text(report: CheckReport, counts: str, mistakes: list[Row]) -> str:
    lines = ["{file}:{line}: {message}  [{code}]".format(**mistake) for mistake in mistakes]
    return "\n".join((*lines, *_levels(report), _summary(counts, len(mistakes))))


def _levels(report: CheckReport) -> Iterator[str]:
    for file, found in report.levels:
        number = f"{found.words_per_sentence:.1f}".replace(".", ",")
        yield say("{file}: {level}, mỗi câu {n} tiếng", file=file, level=say(found.level.value), n=number)


def _summary(counts: str, mistakes: int) -> str:
    if mistakes:
        return say("{n} lỗi cần sửa. Sửa xong, chạy lại lệnh này.", n=mistakes)
    return say("{counts}, không có lỗi nào.", counts=counts)


@lessons.command()
@click.option("--title", prompt=say("Tên bài"), help="The title of the lesson.")
@click.option("--course", prompt=say("Thư mục của khóa (ví dụ nguoi-cao-tuoi)"), help="The folder of its course.")
def new(title: str, course: str) -> None:
    """Write the skeleton of a new lesson into its course's folder."""
    folder = read_settings().lessons_dir / "khoa-hoc" / course
    if not folder.is_dir():
        raise click.ClickException(say("Chưa có thư mục {folder}. Tạo thư mục ấy và tệp khoa.md trước.", folder=folder))
    file = folder / f"{_next_number(folder):02}-{'-'.join(words(title))}.md"
    with file.open("x", encoding="utf-8") as empty:
        empty.write(new_lesson(title, course, _today()))
    click.echo(say("Đã tạo {file}. Điền xong, chạy: camtay lessons check {file}", file=file))


def _next_number(folder: Path) -> int:
    numbers = [int(file.name.partition("-")[0]) for file in folder.glob("[0-9]*-*.md") if _NUMBERED.match(file.name)]
    return max(numbers, default=0) + 1


@lessons.command()
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/preview.html"), show_default=True)
def preview(path: Path | None, out: Path) -> None:
    """Write one page with every card and question as each channel shows it."""
    from bot.web.preview import preview_page

    folder = (path and lessons_folder(path)) or read_settings().lessons_dir
    shown = path or folder
    report = check_folder(shown, _today())
    if not report.lessons:
        raise click.ClickException(say("Ở {path} chưa có bài nào đúng. Chạy: camtay lessons check", path=shown))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(preview_page(folder, report, path), encoding="utf-8")
    click.echo(say("Đã viết {file}. Mở tệp này bằng trình duyệt.", file=out))


@lessons.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs/curriculum.md"), show_default=True)
def curriculum(out: Path) -> None:
    """Write the table of everything that is taught; all lessons must be without mistakes."""
    library = read_library(read_settings().lessons_dir)
    if library.mistakes:
        raise click.ClickException(say("{n} lỗi cần sửa. Chạy: camtay lessons check", n=len(library.mistakes)))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(curriculum_of(library), encoding="utf-8")
    click.echo(say("Đã viết {file}.", file=out))
