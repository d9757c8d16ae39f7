"""A short name that much-alike messages share, from which nobody gets the message back.

Of all runs of three folded words (numbers, codes and names taken out before) the one whose hash is smallest gives its
last 20 bits. Two messages share it as often as they share such runs: mostly where a word was changed, hardly
ever where they only speak of the same thing. A million names for all messages that there are: each stands for very
many, and holds nothing of the order or number of words.
"""

from hashlib import blake2b

from bot.advice.redact import GONE, redact
from bot.vietnamese.fold import words

SHINGLE = 3  # words
LEAST = 8  # words: shorter messages are alike by chance
_LOOKED_AT = 4_000  # characters: how a long message goes on says no more
_BITS = 0xFFFFF
_GONE = frozenset(words(GONE))


def likeness(text: str) -> str:
    """Five hexadecimal digits; "" for a message too short to be told from others."""
    said = [word for word in words(redact(text[:_LOOKED_AT])) if word not in _GONE and not word.isdecimal()]
    if len(said) < LEAST:
        return ""
    runs = {" ".join(said[start : start + SHINGLE]) for start in range(len(said) - SHINGLE + 1)}
    return f"{min(map(_hash, runs)) & _BITS:05x}"


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big")
