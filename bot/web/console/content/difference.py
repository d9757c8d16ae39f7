"""What differs between two texts: lines, and in lines that were changed whole words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 2  # unchanged lines shown before and after
_WORDS = re.compile(r"\s+|[^\s]+")
MOST_WORDS = 2000  # of one stretch, above which whole lines are shown


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `pieces` are (how, text) with how one of "", "del", "ins"; without pieces lines were left out."""

    pieces: Sequence[tuple[str, str]] = ()
    changed: bool = False


def difference(old: str, new: str) -> Sequence[Row]:
    """The lines that differ, with a few around them; empty where nothing does."""
    if old == new:
        return ()
    return tuple(_shortened(list(_rows(old.split("\n"), new.split("\n")))))


def _rows(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield from (Row((("", line),)) for line in old[a:b])
        else:
            yield from _changed(old[a:b], new[c:d])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Lines side by side are compared word by word; what is left over was taken away or added."""
    for one, other in zip(old, new, strict=False):
        yield Row(tuple(_words(one, other)), changed=True)
    yield from (Row((("del", line),), changed=True) for line in old[len(new) :])
    yield from (Row((("ins", line),), changed=True) for line in new[len(old) :])


def _words(old: str, new: str) -> Iterator[tuple[str, str]]:
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    if len(a) + len(b) > MOST_WORDS:
        yield from (("del", old), ("ins", new))
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "", "".join(a[i:j])
        else:
            yield from ((how, text) for how, text in (("del", "".join(a[i:j])), ("ins", "".join(b[k:m]))) if text)


def _shortened(rows: Sequence[Row]) -> Iterator[Row]:
    near = {near for at, row in enumerate(rows) if row.changed for near in range(at - AROUND, at + AROUND + 1)}
    left_out = False
    for at, row in enumerate(rows):
        if at in near:
            yield row
        elif not left_out:
            yield Row()
        left_out = at not in near
