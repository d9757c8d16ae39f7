"""The project's own files, for the tests that read them."""

import ast
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CODE = ("bot", "broadcasts")
MARKS = {"say", "plain", "mark", "_"}  # the calls whose first argument `make translations` collects


def pyproject() -> dict[str, Any]:
    """The content of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def modules(*rooms: str) -> list[str]:
    """The modules of the rooms (of all code by default) by their path below the root."""
    paths = (path for room in rooms or CODE for path in sorted((ROOT / room).rglob("*.py")))
    return [path.relative_to(ROOT).as_posix() for path in paths]


@cache
def parsed(module: str) -> ast.Module:
    """A module, parsed when a test first looks into it, and once: to collect the tests nothing has to be parsed."""
    return ast.parse((ROOT / module).read_bytes())


def project_files() -> Iterator[Path]:
    """Every file that belongs to the project, found without git, so that it also works in an unpacked archive."""
    patterns = (".git/", *(ROOT / ".gitignore").read_text("utf-8").split())
    return _files_below(ROOT, patterns)


def _files_below(folder: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if any(_ignored(path, pattern) for pattern in patterns):
            continue
        if path.is_dir():
            yield from _files_below(path, patterns)
        else:
            yield path


def _ignored(path: Path, pattern: str) -> bool:
    if pattern.startswith("/"):
        return path == ROOT / pattern.strip("/")
    return fnmatch(path.name, pattern.rstrip("/"))
