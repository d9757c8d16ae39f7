"""What is learned from our own cases about words, and how it is counted."""

import pytest

from bot.advice.families import family_pieces
from bot.advice.family_words import FAMILIES
from bot.advice.known import Known
from bot.advice.leanings import MOST, leaning, leaning_words, table
from bot.advice.pieces import Pieces
from bot.advice.reading import read
from bot.vietnamese.plain import plain
from bot.vietnamese.slips import Expected


def leans(text: str, known: Known) -> float:
    return sum(one.points for one in leaning(read(text, known, Expected(()))))


def test_the_table_holds_words_and_pairs_with_weights() -> None:
    assert len(table()) > 1_000
    assert all(1 <= len(piece.split()) <= 2 for piece in table())


def test_whoever_is_spoken_to_and_whatever_the_sum_is_counts_the_same() -> None:
    one, other = (Pieces(plain(text).split()) for text in ("bà gửi 5 triệu", "chị gửi 300k"))
    assert one.said() == other.said()
    assert [piece for piece, _, _ in one.placed()] == ["gui", "#tien", "ai gui", "gui #tien", "@give"]
    assert one.said().pieces == {piece for piece, _, _ in one.placed()}


def test_a_scam_leans_further_than_a_family(known: Known) -> None:
    scam = leans("đọc mã cho em, chuyển tiền vào tài khoản này ngay kẻo bị khóa", known)
    assert scam > 1
    assert leans("chiều nay mẹ đón con ở trường nhé", known) < 0


def test_what_is_quoted_is_a_clause_and_no_half_word(known: Known) -> None:
    text = "Chào bà ạ. Bà cho em số CCCD để em đọc nội dung, rồi bà nghỉ ngơi nhé."
    assert leaning_words(read(text, known, Expected(()))) == "Bà cho em số CCCD để em đọc nội dung"


@pytest.mark.parametrize("text", ["", "?", "xyzzy"])
def test_of_words_that_nobody_knows_nothing_is_said(known: Known, text: str) -> None:
    assert leans(text, known) == 0


def test_words_alone_weigh_only_so_much(known: Known) -> None:
    assert abs(leans("chuyển tiền đặt cọc nhận thưởng zalo link nạp " * 50, known)) <= MOST


def test_families_carry_over_to_words_that_no_case_has() -> None:
    one, other = ({piece for piece, _, _ in family_pieces(plain(text).split())} for text in ("đọc mã", "cung cấp otp"))
    assert one == other == {"@give", "@code", "@give @code"}


def test_words_far_apart_make_no_pair() -> None:
    words = plain("đọc " + "bla " * 30 + "mã").split()
    assert {piece for piece, _, _ in family_pieces(words)} == {"@give", "@code"}


def test_a_family_in_the_table_is_one_that_there_is() -> None:
    named = {part for piece in table() for part in piece.split() if part.startswith("@")}
    assert named == {f"@{name}" for name in FAMILIES}
