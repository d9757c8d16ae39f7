"""The tables of phrases hold together."""

import csv
import re

import pytest

from bot.advice.book.ask_cues import ASKED, CLAIMED, SAID, SERVICE, WARNING
from bot.advice.book.concepts import CONCEPTS
from bot.advice.cues import parted
from bot.advice.kind_cues import CUES
from bot.advice.signals import GRAVE, POINTS, Signal
from bot.advice.stories import STORIES
from tests.guards.sources import ROOT

KINDS = {row[0] for row in csv.reader((ROOT / "lessons/dang-lua-dao.csv").read_text("utf-8").splitlines()[1:])}
CELLS = (
    *ASKED.values(),
    *SAID.values(),
    *CLAIMED.values(),
    *WARNING.values(),
    SERVICE,
    *CONCEPTS.values(),
    *CUES.values(),
)
PART = re.compile(r"(?:[a-z0-9]+|#|\.\.|\.\.\.)(?:[/_](?:[a-z0-9]+|#))*")


def test_every_kind_of_the_catalogue_has_phrases() -> None:
    assert CUES.keys() == KINDS


def test_stories_are_made_of_what_is_known() -> None:
    known = {*CONCEPTS, *map(str.upper, CLAIMED), "LINK"}
    assert STORIES.keys() <= KINDS
    assert {name for stories in STORIES.values() for story in stories for name in story} <= known


def test_every_story_has_words_to_quote() -> None:
    assert all(set(story) & CONCEPTS.keys() for stories in STORIES.values() for story in stories)


def test_what_is_spoken_of_belongs_to_a_story() -> None:
    used = {name for stories in STORIES.values() for story in stories for name in story}
    assert CONCEPTS.keys() <= used


@pytest.mark.parametrize("cell", CELLS)
def test_phrases_are_folded_and_begin_and_end_with_a_word(cell: str) -> None:
    for phrase in parted(cell):
        parts = phrase.lstrip("!?").split()
        assert parts, cell
        assert all(PART.fullmatch(part) for part in parts), phrase
        assert not {parts[0], parts[-1]} & {"..", "..."}, phrase


def test_what_is_grave_counts() -> None:
    assert all(POINTS[signal] > 0 for signal in GRAVE)
    assert set(ASKED) | set(SAID) <= set(POINTS) <= set(Signal)
