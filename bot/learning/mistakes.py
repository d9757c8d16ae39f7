"""A mistake found in a lesson file, and the list that gathers them while the file is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.learning.mistake_codes import Code
from bot.translations import Words


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: the file (a path below the lessons folder), the line from 1, the code, what fills its sentence.

    `message` says in Vietnamese what is wrong and what to write instead.
    """

    file: str
    line: int
    code: Code
    values: tuple[tuple[str, str], ...] = ()
    message: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", self.said(Words()))

    def said(self, words: Words) -> str:
        """The message in the reader's language."""
        return words.say(self.code.sentence, **dict(self.values))


class Findings:
    """Gathers the mistakes of one file while it is read."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[Mistake, None] = {}

    def add(self, line: int, code: Code, **values: object) -> None:
        """Keep one mistake; the same one twice is kept once."""
        self._found[mistake(self._file, line, code, values)] = None

    def extend(self, mistakes: Iterable[Mistake]) -> None:
        """Keep mistakes that were found elsewhere."""
        self._found.update(dict.fromkeys(mistakes))

    def all(self) -> tuple[Mistake, ...]:
        """Every mistake found, in the order of the lines."""
        return tuple(sorted(self._found, key=lambda found: found.line))


LONGEST_VALUE = 80  # of what a sentence quotes from the file, so that it stays readable


def mistake(file: str, line: int, code: Code, values: Mapping[str, object]) -> Mistake:
    """A mistake with its values as text on one line, long ones cut."""
    return Mistake(file, line, code, tuple((name, _short(str(value))) for name, value in values.items()))


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
