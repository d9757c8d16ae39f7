"""No cell of any table begins as a formula, and what is none stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cells import safe

SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@given(st.text())
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    assert not safe(cell).lstrip().startswith(SIGNS)
    assert not safe(cell).startswith(("\t", "\r", "\n"))
    assert safe(cell).removeprefix("'") == cell.removeprefix("'")


@pytest.mark.parametrize("cell", ["=1+1", " =1+1", "\t=1", "＝SUM(A1)", "-2", "\n"])
def test_what_a_spreadsheet_would_reckon_is_marked_as_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "–", "xã Đồng Văn", "3 - 1", "0219 3846 123"])
def test_plain_words_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell
