"""From what is shown, no hidden count can be computed, not even by somebody who knows the rule."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.hiding import FEW, few, hide

PARTS = st.dictionaries(st.integers(0, 40), st.integers(0, 30), max_size=12)


@pytest.mark.parametrize(("parts", "highest"), [(1, 12), (2, 14), (3, 12), (4, 8), (5, 5)])
def test_every_hidden_part_may_be_more_than_one_number(parts: int, highest: int) -> None:
    worlds = defaultdict(list)
    for counts in product(range(highest + 1), repeat=parts):
        shown = hide(dict(enumerate(counts)))
        worlds[shown.total, tuple(shown.parts.values())].append(counts)
    for (total, seen), possible in worlds.items():
        for place, value in enumerate(seen):
            known = {counts[place] for counts in possible}
            edge = total is not None and total > highest  # larger worlds, which are not all looked at
            assert value is not None or len(known) > 1 or edge, (total, seen, possible)


@given(PARTS)
def test_no_small_count_is_ever_shown(counts: dict[int, int]) -> None:
    shown = hide(counts)
    assert not any(few(value) for value in shown.parts.values() if value is not None)
    assert shown.total is None or not few(shown.total)


@given(PARTS)
def test_what_is_shown_is_true(counts: dict[int, int]) -> None:
    shown = hide(counts)
    assert shown.parts.keys() == counts.keys()
    assert all(value in {None, counts[key]} for key, value in shown.parts.items())
    assert shown.total in {None, sum(counts.values())}


@given(PARTS)
def test_one_hidden_part_never_stands_alone_beside_its_sum(counts: dict[int, int]) -> None:
    shown = hide(counts)
    hidden = [key for key, value in shown.parts.items() if value is None]
    assert shown.total is None or len(hidden) != 1


@pytest.mark.parametrize(
    ("counts", "total", "shown"),
    [
        ([], 0, []),
        ([0, 0], 0, [0, 0]),
        ([3], None, [None]),
        ([FEW, 9], 14, [FEW, 9]),
        ([3, 9, 7], 19, [None, 9, None]),
        ([2, 3, 9], 14, [None, None, 9]),
        ([1, 1, 9, 8], 19, [None, None, 9, None]),
        ([4, 4, 4], None, [None, None, None]),
        ([1, 1, 0], None, [None, None, 0]),
    ],
)
def test_small_counts_and_their_neighbours_are_hidden(
    counts: list[int], total: int | None, shown: list[int | None]
) -> None:
    found = hide(dict(enumerate(counts)))
    assert (found.total, list(found.parts.values())) == (total, shown)
