"""The plain words of a text that was written with care: no tricks, keystrokes or lost blanks to undo in it."""

import re
from functools import lru_cache

from bot.vietnamese.fold import fold, nfc
from bot.vietnamese.regional import standard
from bot.vietnamese.teencode import meant

_WORD = re.compile(r"[^\W_]+")


def clean_words(text: str) -> tuple[str, ...]:
    """The folded words, words of the regions and short forms as what they stand for: much quicker than `plain`."""
    said = [word for written in _WORD.findall(nfc(text)) for word in _usual(written)]
    return tuple(form for at in range(len(said)) for form in meant(said, at))


@lru_cache(maxsize=10_000)  # words that administrators write
def _usual(written: str) -> tuple[str, ...]:
    plain = fold(written)
    return tuple((standard(written, plain) or plain).split())
