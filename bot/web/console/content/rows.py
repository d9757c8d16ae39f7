"""Tables as text: what their columns are called, and one row more."""

import csv
import io
from collections.abc import Sequence


def columns(text: str) -> Sequence[str]:
    """The names in the first line of a table; none where they cannot be told apart."""
    first = text.split("\n", 1)[0]
    try:
        return next(csv.reader([first], delimiter=_separator(first)), [])
    except csv.Error:
        return []


def with_row(text: str, cells: Sequence[str]) -> str:
    """The table with one row more, written as its others are."""
    line = io.StringIO()
    csv.writer(line, delimiter=_separator(text.split("\n", 1)[0]), lineterminator="\n").writerow(cells)
    return f"{text.rstrip()}\n{line.getvalue()}"


def _separator(first: str) -> str:
    return max(",;\t", key=first.count)
