"""What ARCHITECTURE.md promises about the size and the shape of the code."""

import ast
from collections.abc import Iterator
from pathlib import PurePath
from statistics import median

import pytest

from tests.guards.sources import CODE, ROOT, modules, parsed

LONGEST_FILE = 300
VAGUE_NAMES = {"utils", "util", "common", "manager", "misc", "helpers", "helper"}
# The doors where something unknown may come in; each logs it once, with its context.
DOORS = {"bot/inbound.py", "bot/jobs.py", "broadcasts/door.py", "bot/web/server.py"}
BROAD = {"Exception", "BaseException"}
READS_ENVIRONMENT = {"bot/settings.py"}

MODULES = modules()


def _functions() -> list[int]:
    """The number of lines of every function."""
    return [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


@pytest.mark.parametrize("path", MODULES)
def test_no_file_is_long(path: str) -> None:
    lines = len((ROOT / path).read_text("utf-8").splitlines())
    assert lines <= LONGEST_FILE


def test_half_of_the_functions_are_under_eight_lines() -> None:
    assert median(_functions()) < 8


def test_nine_of_ten_functions_are_under_thirty_lines() -> None:
    lengths = _functions()
    assert sum(length < 30 for length in lengths) >= 0.9 * len(lengths)


def test_no_module_has_a_vague_name() -> None:
    assert not [path for path in MODULES if VAGUE_NAMES & set(PurePath(path).with_suffix("").parts)]


def test_broad_catching_happens_in_four_doors_only() -> None:
    found = [f"{path}:{line}" for path in MODULES if path not in DOORS for line in _broad_catches(parsed(path))]
    assert not found


def _broad_catches(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and (node.type is None or _names(node.type) & BROAD):
            yield node.lineno
        if isinstance(node, ast.Call) and "suppress" in _names(node.func) and any(_names(a) & BROAD for a in node.args):
            yield node.lineno


def _names(node: ast.AST) -> set[str]:
    """The names that stand in an expression: the last part of `a.b`, every part of a tuple."""
    if isinstance(node, ast.Tuple):
        return {name for element in node.elts for name in _names(element)}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    return {node.id} if isinstance(node, ast.Name) else set()


def test_only_the_settings_read_the_environment() -> None:
    readers = {path for path in MODULES for node in ast.walk(parsed(path)) if _names(node) & {"environ", "getenv"}}
    assert readers <= READS_ENVIRONMENT


@pytest.mark.parametrize(
    ("source", "broad"),
    [
        ("try: pass\nexcept: pass", True),
        ("try: pass\nexcept Exception: pass", True),
        ("try: pass\nexcept (ValueError, builtins.BaseException): pass", True),
        ("with contextlib.suppress(Exception): pass", True),
        ("try: pass\nexcept (ValueError, KeyError): pass", False),
        ("with suppress(KeyError): pass", False),
    ],
)
def test_a_broad_catch_is_recognised(source: str, broad: bool) -> None:
    assert bool(list(_broad_catches(ast.parse(source)))) is broad


def test_the_code_is_found() -> None:
    assert {path.split("/")[0] for path in MODULES} == set(CODE)
