"""A Markdown file as plain passages, each with its line: what the reader of lessons works on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain words; each line feed in `text` is one in the file too, so that `line_at` is exact."""

    line: int
    text: str

    def line_at(self, position: int) -> int:
        """The line of the file on which the character at `position` stands."""
        return self.line + self.text.count("\n", 0, position)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as written, unchecked."""

    line: int
    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Recording:
    """It read aloud, as written and unchecked."""

    line: int
    path: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands behind `>`."""

    line: int
    texts: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, and what is quoted below it."""

    line: int
    text: Passage
    quotes: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list of one level; `first` is the number of the first entry, None where there are bullets."""

    line: int
    items: tuple[Item, ...]
    first: int | None


Block = Passage | Drawing | Recording | Quote | Items


@dataclass(frozen=True, slots=True)
class Section:
    """Everything below one `##`."""

    title: Passage
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A whole file: its `#` title, what stands before the first `##`, and the sections."""

    title: Passage | None
    head: tuple[Block, ...]
    sections: tuple[Section, ...]
