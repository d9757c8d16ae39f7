"""Whatever people read is marked for translation, in the code and on the pages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from bot.translations import FORMS
from tests.guards.sources import MARKS, ROOT, modules, parsed

NAME = "Cầm Tay"  # the same in every language

# Words that are data: they are compared, read or written, and are the same in every language of the reader.
DATA = {
    "bot/advice/book/answer_draft.py",  # an answer to be filled in: content, in the language of answers
    "bot/advice/book/answer_names.py",  # the names of the parts of the file of an answer
    "bot/advice/giveaways.py",  # words as they are written with their marks
    "bot/advice/misread.py",  # words as they are written with their marks
    "bot/advice/scam_names.py",  # the names of the parts of the file of a scam type
    "bot/conversation/always.py",  # words that are understood anywhere
    "bot/conversation/offices/warning_draft.py",  # the blanks of a template, and how kinds of scam are called
    "bot/learning/forms_of_address.py",  # the words that call a reader, looked for in lessons
    "bot/learning/lesson.py",  # what an administrator writes behind `đối tượng:`
    "bot/learning/lesson_header.py",  # the names of the lines at the head of a lesson file
    "bot/learning/skeleton.py",  # a lesson to be filled in: content, in the language of lessons
    "bot/notices/template_names.py",  # the names of the parts of a template file
    "bot/notices/action_patterns.py",  # words looked for in notices, here and in the four below
    "bot/notices/action_words.py",
    "bot/notices/office_words.py",
    "bot/notices/place_words.py",
    "bot/notices/telling_words.py",
    "bot/rehearsal.py",  # a drill that nobody gets
    "bot/web/console/content/skeletons.py",  # files to be filled in, like the skeleton of a lesson
    "bot/settings.py",  # what a setting is when nobody has set it
    "bot/translations.py",  # the names of languages, in themselves, and which forms of address belong to whom
}
DATA_ROOMS = (
    "bot/areas/",  # names of places
    "bot/vietnamese/",  # letters, syllables and how they are said
)

MODULES = [path for path in modules("bot") if path not in DATA and not path.startswith(DATA_ROOMS)]
TEMPLATES = sorted(path for path in (ROOT / "bot/web/templates").rglob("*") if path.is_file())
SCRIPTS = sorted(path for path in (ROOT / "bot/web/static").rglob("*") if path.suffix in {".js", ".css"})


@pytest.mark.parametrize("path", MODULES)
def test_sentences_in_code_are_marked(path: str) -> None:
    assert not list(_unmarked(parsed(path)))


@pytest.mark.parametrize("path", MODULES)
def test_no_sentence_is_said_inside_an_f_string(path: str) -> None:
    """Whoever collects sentences for the translators does not look there."""
    assert not list(_said_inside(parsed(path)))


def _said_inside(tree: ast.Module) -> Iterator[str]:
    filled = (part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node))
    first = (_marked(part) for part in filled)
    texts = (text for text in first if isinstance(text, ast.Constant) and isinstance(text.value, str))
    return (f"{text.lineno}: {text.value!r}" for text in texts)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_sentences_on_pages_are_marked(path: Path) -> None:
    assert not list(_unmarked_on_page(path.read_text("utf-8")))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_and_styles_hold_no_sentences(path: Path) -> None:
    assert not [line for line in path.read_text("utf-8").splitlines() if _vietnamese(line)]


def _unmarked(tree: ast.Module) -> Iterator[str]:
    """Texts with Vietnamese letters that are neither docstring nor pattern nor the first argument of a mark."""
    passed = {id(text) for node in ast.walk(tree) for text in (_docstring(node), _marked(node)) if text is not None}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in passed)
    texts = ((node.lineno, node.value) for node in constants if isinstance(node.value, str))
    return (f"{line}: {text}" for line, text in texts if text not in FORMS and _vietnamese(text))


def _docstring(node: ast.AST) -> ast.expr | None:
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    first = node.body[0] if node.body else None
    return first.value if isinstance(first, ast.Expr) else None


def _marked(node: ast.AST) -> ast.expr | None:
    if not (isinstance(node, ast.Call) and node.args):
        return None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return node.args[0] if name in MARKS | {"compile"} else None


def _unmarked_on_page(source: str) -> Iterator[str]:
    """Vietnamese words outside comments that are not said; `x.say(…)` is not collected and counts as unmarked."""
    before: list[str] = []
    for line, kind, value in Environment().lex(source):
        if kind in {"whitespace", "comment", "comment_begin", "comment_end"}:
            continue
        said = kind == "string" and before[-1:] == ["("] and MARKS & set(before[-2:-1]) and before[-3:-2] != ["."]
        if _vietnamese(value) and not said:
            yield f"{line}: {value.strip()}"
        before.append(value)


def _vietnamese(text: str) -> bool:
    return any(letter.isalpha() and not letter.isascii() for letter in text.replace(NAME, ""))


@pytest.mark.parametrize(
    ("source", "unmarked"),
    [
        ('words.say("Chào bác")', 0),
        ('SENTENCE = mark("Chào bác")', 0),
        ('"""Gửi bác."""\ndef f():\n    """Chào bác."""', 0),
        ('x = "menu"', 0),
        (r're.compile(r"\bgọi (\d+)")', 0),
        ('Words("vi", "bác")', 0),
        ('x = "Chào bác"', 1),
        ('say(f"Chào {you}, bác khỏe không?")', 2),
        ('say("{name}", name="Chào bác")', 1),
        ('say("Chào " + "bà con")', 2),
        ('print("Chào bác")', 1),
    ],
)
def test_an_unmarked_sentence_is_recognised(source: str, unmarked: int) -> None:
    assert len(list(_unmarked(ast.parse(source)))) == unmarked


@pytest.mark.parametrize(
    ("source", "unmarked"),
    [
        ('<p title="{{ say("Chào bác") }}">{{ _("Chào bác") }}</p>', 0),
        ("{# Chào bác #}<p>menu</p>", 0),
        ('{% if say( "Chào bác" ) %}x{% endif %}', 0),
        ("<p>Chào bác</p>", 1),
        ('{{ "Chào bác" }}', 1),
        ('{{ words.say("Chào bác") }}', 1),
    ],
)
def test_an_unmarked_sentence_on_a_page_is_recognised(source: str, unmarked: int) -> None:
    assert len(list(_unmarked_on_page(source))) == unmarked
