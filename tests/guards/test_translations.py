"""The catalogues hold every sentence of the code and the pages, and English is whole."""

from functools import cache
from pathlib import PurePath
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.translations import DOMAIN, FORMS, LANGUAGES, LOCALES, SOURCE
from tests.guards.sources import MARKS, ROOT, pyproject

ALWAYS_FILLED = set(next(iter(FORMS.values())).values())  # the forms of address, known to every sentence


class Anything:
    """A value that takes every format."""

    def __format__(self, _: str) -> str:
        return "x"

    def __getattr__(self, _: str) -> "Anything":
        return self

    def __getitem__(self, _: object) -> "Anything":
        return self


@cache
def _sentences() -> frozenset[str]:
    """Every marked sentence, found as `make translations` finds it."""
    mappings: list[dict[str, Any]] = pyproject()["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {
        mapping["pattern"]: {name: str(value) for name, value in mapping.items() if name not in {"method", "pattern"}}
        for mapping in mappings
    }
    found = extract_from_dir(ROOT, methods, options, dict.fromkeys(MARKS), directory_filter=_is_code)
    return frozenset(sentence for _, _, sentence, _, _ in found if isinstance(sentence, str))


def _is_code(folder: str) -> bool:
    return "bot" in PurePath(folder).relative_to(ROOT).parts[:1]


@cache
def _catalogue(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _messages(language: str) -> list[Message]:
    return [message for message in _catalogue(language) if message.id]


def _translated() -> list[tuple[str, str, str]]:
    """Language, sentence and translation of everything that is translated."""
    return [(language, str(m.id), str(m.string)) for language in LANGUAGES for m in _messages(language) if m.string]


def _fields(sentence: str) -> set[str]:
    """The names of the placeholders, without attributes and indexes."""
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    return {name.split(".")[0].split("[")[0] for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_up_to_date(language: str) -> None:
    known = {str(message.id) for message in _messages(language)}
    missing, gone = _sentences() - known, known - _sentences()
    assert not missing | gone, "run `make translations`"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_nothing_is_untranslated(language: str) -> None:
    assert not [message.id for message in _messages(language) if not message.string or message.fuzzy]


def test_every_sentence_has_named_placeholders() -> None:
    assert not [sentence for sentence in _sentences() if any(not name.isidentifier() for name in _fields(sentence))]


def test_translations_fill_only_what_the_sentence_fills() -> None:
    assert not [
        (language, text) for language, source, text in _translated() if _fields(text) - _fields(source) - ALWAYS_FILLED
    ]


def test_every_translation_formats() -> None:
    for _, source, text in _translated():
        assert text.format(**dict.fromkeys(_fields(source) | ALWAYS_FILLED, Anything()))


def test_sentences_are_found_in_code() -> None:
    assert {"Tôi cần giúp", "Cỡ chữ"} & _sentences()
