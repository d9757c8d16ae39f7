"""Communes are folded by their letters: none is lost, none stands twice, and what is half marked is open."""

import pytest

from bot.areas import communes_of, provinces
from bot.web.console.notices.folded import FEWEST, MOST_UNFOLDED, folds


@pytest.mark.parametrize("province", [one.code for one in provinces()])
def test_every_commune_stands_in_one_fold_in_the_order_of_the_list(province: str) -> None:
    listed = communes_of(province)
    found = folds(listed, ())
    assert [one for fold in found for one in fold.communes] == list(listed)
    assert len({fold.letters for fold in found}) == len(found)
    assert all(len(fold.communes) >= FEWEST for fold in found[:-1])
    assert len(found) <= 15


def test_a_short_list_is_not_folded() -> None:
    listed = communes_of("08")[:MOST_UNFOLDED]
    (only,) = folds(listed, ())
    assert (only.letters, only.communes) == ("", listed)


def test_a_fold_is_open_where_some_are_marked_and_not_all() -> None:
    listed = communes_of("08")
    first = folds(listed, ())[0]
    codes = [one.code for one in first.communes]
    assert [folds(listed, codes[:n])[0].open for n in (0, 1, len(codes))] == [False, True, False]
    assert folds(listed, codes)[0].chosen == len(codes)
