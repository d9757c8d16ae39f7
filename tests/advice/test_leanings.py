"""What is learned from our own cases about words, and how it is counted."""

import pytest

from bot.advice.known import Known
from bot.advice.leanings import MOST, leaning, pieces, table
from bot.advice.reading import read
from bot.vietnamese.plain import plain_words
from bot.vietnamese.slips import Expected


def leans(text: str, known: Known) -> float:
    return sum(one.points for one in leaning(read(text, known, Expected(()))))


def test_the_table_holds_words_and_pairs_with_weights() -> None:
    assert len(table()) > 1_000
    assert all(1 <= len(piece.split()) <= 2 for piece in table())


def test_whoever_is_spoken_to_and_whatever_the_sum_is_counts_the_same() -> None:
    one, other = ([piece for piece, _, _ in pieces(plain_words(text))] for text in ("bà gửi 5 triệu", "chị gửi 300k"))
    assert one == other == ["gui", "ai gui", "#tien", "gui #tien"]


def test_a_scam_leans_further_than_a_family(known: Known) -> None:
    scam = leans("đọc mã cho em, chuyển tiền vào tài khoản này ngay kẻo bị khóa", known)
    assert scam > 1
    assert leans("chiều nay mẹ đón con ở trường nhé", known) < 0


@pytest.mark.parametrize("text", ["", "?", "xyzzy"])
def test_of_words_that_nobody_knows_nothing_is_said(known: Known, text: str) -> None:
    assert leans(text, known) == 0


def test_words_alone_weigh_only_so_much(known: Known) -> None:
    assert abs(leans("chuyển tiền đặt cọc nhận thưởng zalo link nạp " * 50, known)) <= MOST
