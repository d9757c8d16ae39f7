"""Two lessons that tell the same story, or ask with the same message: whoever learns the second learns nothing new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.learning.collection import Entry
from bot.learning.lesson_passages import QUOTED, spoken
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Mistake, mistake
from bot.vietnamese.likeness import likeness

STORY_TOO_ALIKE = 0.3  # a share of pieces in common, see `likeness`
EXAMPLE_TOO_ALIKE = 0.5  # short texts have more in common by chance
SHORTEST_EXAMPLE = 8  # words; shorter messages are everybody's


@dataclass(frozen=True, slots=True)
class _Text:
    """A story or a message: where it stands, and its words."""

    file: str
    language: str
    line: int
    words: str


def doubled(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A mistake for every story and every message of a lesson that is too like one of a lesson before it."""
    stories = [_story(entry) for entry in entries]
    examples = [example for entry in entries for example in _examples(entry)]
    yield from _alike(stories, STORY_TOO_ALIKE, MistakeCode.STORIES_ALIKE)
    yield from _alike(examples, EXAMPLE_TOO_ALIKE, MistakeCode.EXAMPLES_ALIKE)


def _alike(texts: Sequence[_Text], too_alike: float, code: MistakeCode) -> Iterator[Mistake]:
    for first, second in combinations(texts, 2):
        comparable = first.file != second.file and first.language == second.language
        if comparable and likeness(first.words, second.words) >= too_alike:
            yield mistake(second.file, second.line, code, {"other": f"{first.file}:{first.line}"})


def _story(entry: Entry) -> _Text:
    card = entry.lesson.cards[0]
    return _Text(entry.file, entry.lesson.language, _line(entry, f"## {card.title}"), card.text)


def _examples(entry: Entry) -> Iterator[_Text]:
    for question in entry.lesson.questions:
        for quoted in QUOTED.findall(question.text):
            if len(spoken(quoted)) >= SHORTEST_EXAMPLE:
                line = _line(entry, quoted.split("\n")[0]) or _line(entry, f"## {question.title}")
                yield _Text(entry.file, entry.lesson.language, line or 1, quoted)


def _line(entry: Entry, words: str) -> int:
    """The first line with these words; 0 where there is none, because it was written with signs or double blanks."""
    lines = enumerate(entry.source.split("\n"), start=1)
    return next((number for number, line in lines if words in line), 0)
