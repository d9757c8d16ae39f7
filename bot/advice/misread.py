"""Phrases found in words that mean something else: "tại app" is not "tải app", "trả trước ngày 30" is no advance."""

from bot.advice.cues import FoundCue
from bot.advice.reading import Reading
from bot.advice.signals import Signal

_APP, _TRANSFER = ("asked", Signal.APP.name), ("asked", Signal.TRANSFER.name)
# Which written word is meant by a folded one, in the phrases of which sort.
_MEANT = {
    _APP: {"tai": "tải"},
    ("warning", "advice"): {"dung": "đừng"},
    ("warning", "others"): {"chieu": "chiêu"},
}
_SIGNS = ".,:;!?\"'“”()"
_DONE = frozenset({"da", "vua", "moi"})
_NEAR = 10  # words of the same sentence
_TO_DO_THERE = frozenset({"toan", "tra", "nop", "dong", "xem", "cuu", "kiem", "dat", "doi", "nap", "mua"})
_BIDDING = frozenset({"long", "hay", "de", "can", "phai", "va", "roi", "lien", "nho", "moi", "thi", "ban", "khach"})


def is_misread(reading: Reading, one: FoundCue) -> bool:
    """Whether the phrase stands there by its folded letters only."""
    if meant := _MEANT.get(one.name):
        places = range(one.start, one.end)
        if any(_is_other_word(reading, at, meant.get(reading.words[at].plain)) for at in places):
            return True
    return any(tells(reading, one) for tells in (_is_place, _is_deadline, _is_scratch_card, _is_sent))


def _is_other_word(reading: Reading, at: int, meant: str | None) -> bool:
    """Whether a word was typed with other marks than the one that is meant; without marks it may be either."""
    if meant is None:
        return False
    written = _written(reading, at)
    return not written.isascii() and len(written) == len(meant) and written != meant


def _written(reading: Reading, at: int) -> str:
    word = reading.words[at]
    return reading.text[word.at : word.end].strip(_SIGNS).lower()


def _is_place(reading: Reading, one: FoundCue) -> bool:
    """Without marks: "thanh toan tai app" tells where, "vui long tai app" what to do."""
    words, at = reading.words, one.start
    if one.name != _APP or at == 0 or _written(reading, at) != "tai" or words[at - 1].plain in _BIDDING:
        return False
    first = next((place for place in range(at, max(0, at - _NEAR), -1) if words[place - 1].ends), max(0, at - _NEAR))
    return any(word.plain in _TO_DO_THERE for word in words[first:at])


def _is_deadline(reading: Reading, one: FoundCue) -> bool:
    """Whether the phrase ends with "trước" and a day or an hour follows."""
    words, end = reading.words, one.end
    if words[end - 1].plain != "truoc" or end + 1 >= len(words) or one.name[0] not in {"asked", "concept"}:
        return False
    next, after = words[end].plain, words[end + 1].plain
    return (next == "ngay" and after[:1].isdigit()) or (next[:1].isdigit() and (next[-1] in "hg" or after == "gio"))


def _is_scratch_card(reading: Reading, one: FoundCue) -> bool:
    """Whether the card that is to be shown is one that is bought ("thẻ cào"), and no paper of somebody's."""
    words = reading.words
    return words[one.end - 1].plain == "the" and one.end < len(words) and words[one.end].plain == "cao"


def _is_sent(reading: Reading, one: FoundCue) -> bool:
    """Whether money was sent already, or is said to have been: "gửi ảnh đã chuyển 16 triệu" asks for none."""
    return one.name == _TRANSFER and one.start > 0 and reading.words[one.start - 1].plain in _DONE
