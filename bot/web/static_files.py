"""The public pages as files, so that they live when the program does not: lessons, what is in force, every notice.

A page at `/bai/x/y` is the file `bai/x/y.html`: its links, all relative, lead right at either address.
"""

import os
import posixpath
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.learning.address import FORM_OF
from bot.learning.lesson import Lesson
from bot.learning.library import Library
from bot.notices.public import PublicNotice
from bot.notices.times import moment
from bot.notices.verdicts import answer_to, told
from bot.translations import SOURCE, Words
from bot.web import in_force, lesson_pages
from bot.web.assets import assets
from bot.web.pages import html
from bot.web.ports import Picture
from bot.web.shell import PICTURE
from broadcasts.code import shown

WORDS = Words(SOURCE, FORM_OF[None])
_LINK = re.compile(r'(?P<name>href|src)="/(?P<path>[^"#?]*)(?P<rest>[^"]*)"')
_DRAWING = re.compile(r'src="/hinh/([^"]+)"')
_FILE = re.compile(r"(?:static|hinh)/")
SHELL = ("tokens.css", "chat.css", "public.css", "icon.svg", "icon-192.png")


Files = Mapping[str, bytes]  # by their paths below the folder


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that the files are made from; nothing of it concerns one person."""

    library: Library
    notices: tuple[PublicNotice, ...]  # everything that was sent lately, drills included
    owner: str = ""
    address: str = ""  # where people reach the chat; empty: no QR code on the sheets


def files_of(contents: Contents, picture: Picture, now: datetime) -> Files:
    """Every file of the site as it is at this moment."""
    pages = dict(_pages(contents, moment(now, WORDS), now))
    files = {path_of_file(path): linked(text, path).encode() for path, text in pages.items()}
    return {**files, **_shell(), **_pictures(pages.values(), picture)}


def write(folder: Path, files: Files) -> None:
    """Each file is there as a whole or not at all; pages come after what they show, and what is stale goes last."""
    for path in sorted(files, key=lambda path: path.endswith(".html")):
        _put(folder / path, files[path])
    for stale in sorted(folder.rglob("*"), reverse=True):
        if stale.is_dir():
            _remove_empty(stale)
        elif stale.relative_to(folder).as_posix() not in files:
            stale.unlink(missing_ok=True)


def path_of_file(path: str) -> str:
    """The file of a page: "/bai/x/y" is in bai/x/y.html."""
    return f"{path.strip('/') or 'index'}.html"


def linked(text: str, path: str) -> str:
    """The page with relative links only, as they hold at `path` and in its file."""
    above = posixpath.dirname(path.strip("/"))

    def relative(found: re.Match[str]) -> str:
        target = found["path"] if _FILE.match(found["path"]) else path_of_file(found["path"])
        return f'{found["name"]}="{posixpath.relpath(target, above or ".")}{found["rest"]}"'

    return _LINK.sub(relative, text)


def _pages(contents: Contents, saved: str, now: datetime) -> Iterator[tuple[str, str]]:
    base = {"size": "100", "owner": contents.owner, "saved": saved}
    courses = lesson_pages.published(contents.library, SOURCE)
    yield "/", html("saved.html", WORDS, **base)
    yield lesson_pages.PATH, html("courses.html", WORDS, **base, courses=courses, path_of=lesson_pages.path_of)
    for course in courses:
        for lesson in course.lessons:
            values = lesson_pages.values_of(course, lesson, contents.address)
            yield lesson_pages.path_of(lesson), html("lesson.html", _words(lesson), **base, **values)
    values = in_force.values_of(contents.notices, in_force.Place(), WORDS, now)
    yield in_force.PATH, html("in_force.html", WORDS, **base, **values)
    by_code = {one.code: one for one in contents.notices}
    for code in by_code:
        paragraphs = told(answer_to(code, by_code.get, now), WORDS, now)
        yield f"/k/{shown(code)}", html("check.html", WORDS, **base, paragraphs=paragraphs, notice="")


def _words(lesson: Lesson) -> Words:
    return lesson_pages.words_for(lesson, SOURCE)


def _shell() -> Files:
    """What every page looks as it does by; style sheets find the fonts beside them."""
    found = assets().by_name
    names = [name for name in found if name in SHELL or name.startswith("fonts/")]
    return {found[name].url.strip("/"): found[name].content.replace(b'"/static/', b'"') for name in names}


def _pictures(pages: Iterable[str], picture: Picture) -> Files:
    """The drawings that the pages show."""
    names = {name for page in pages for name in _DRAWING.findall(page)}
    found = ((name, picture(name)) for name in sorted(names) if PICTURE.fullmatch(name))
    return {f"hinh/{name}": content for name, content in found if content is not None}


def _put(file: Path, content: bytes) -> None:
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "wb") as written:
        written.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(file)


def _remove_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
