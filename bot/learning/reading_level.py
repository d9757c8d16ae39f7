"""How hard a lesson is to read, for comparing our lessons with one another.

The measure is ours and no published scale: it was set so that lessons which read well aloud are easy. In points:

    words per sentence                           (Vietnamese writes every syllable apart, so a word is a syllable)
    + a quarter of what the longest sentence has above TWELVE words
    + HARD_WEIGHT × the share of hard words      (those of tu-kho.csv, and what is no Vietnamese syllable: OTP, Zalo)
    + LONG_WEIGHT × the share of long words      (syllables of six letters and more: chuyển, nghiêng)

Read are the cards, the questions with what they quote, and the explanations; titles and answers are too short to count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bot.learning.hard_words import HardWords
from bot.learning.lesson import Audience, Lesson
from bot.learning.lesson_passages import sentences, spoken
from bot.translations import mark
from bot.vietnamese.syllable import is_syllable

TWELVE = 12
HARD_WEIGHT = 40
LONG_WEIGHT = 10
LONG = 6  # letters
_SIGN = re.compile(r"^(?:\d+\.|•) ", re.MULTILINE)  # of a list
_WORD = re.compile(r"[^\W\d_]+")


class Level(Enum):
    """How hard, in one word."""

    EASY = mark("dễ")
    MEDIUM = mark("vừa")
    HARD = mark("khó")


# Up to how many points a lesson is easy, and up to how many it is not yet hard.
LIMITS = {
    Audience.CHILD: (10.5, 12.5),
    Audience.ELDER: (10.5, 13.0),
    Audience.ADULT: (12.0, 16.0),
}


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """What was counted in one lesson; `hard` and `long` are shares between 0 and 1."""

    level: Level
    points: float
    words_per_sentence: float
    longest: int
    hard: float
    long: float
    most: float  # points above which it is hard


def reading_level(lesson: Lesson, hard_words: HardWords) -> ReadingLevel:
    """How hard the lesson is for those it is meant for; where these are several, for the least practised."""
    texts = [_SIGN.sub("", text) for text in _read(lesson)]
    lengths = [len(words) for text in texts for _, sentence in sentences(text) if (words := spoken(sentence))]
    words = [word for text in texts for word in _WORD.findall(text)]
    mean, longest = sum(lengths) / max(1, len(lengths)), max(lengths, default=0)
    hard = _hard(texts, hard_words) / max(1, len(words))
    long = sum(len(word) >= LONG for word in words) / max(1, len(words))
    points = mean + max(0, longest - TWELVE) / 4 + HARD_WEIGHT * hard + LONG_WEIGHT * long
    easy, most = min(LIMITS[audience] for audience in lesson.audiences)
    return ReadingLevel(_level(points, easy, most), points, mean, longest, hard, long, most)


def _level(points: float, easy: float, most: float) -> Level:
    if points <= easy:
        return Level.EASY
    return Level.MEDIUM if points <= most else Level.HARD


def _read(lesson: Lesson) -> Iterator[str]:
    for card in lesson.cards:
        yield card.text
    for question in lesson.questions:
        yield question.text
        yield from (answer.why for answer in question.answers)
        yield question.explanation


def _hard(texts: list[str], hard_words: HardWords) -> int:
    """How many hard words stand there, each counted once however it is hard."""
    count = 0
    for text in texts:
        listed = [range(one.at, one.at + len(one.word)) for one in hard_words.find(text)]
        strange = (found for found in _WORD.finditer(text) if not _is_syllable(found[0]))
        count += len(listed) + sum(not any(found.start() in span for span in listed) for found in strange)
    return count


@lru_cache(maxsize=5_000)  # the same words stand in all lessons
def _is_syllable(word: str) -> bool:
    return is_syllable(word)
