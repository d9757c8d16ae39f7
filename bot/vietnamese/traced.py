"""A text as nothing but folded letters and digits, each with its place: what is left when blanks and signs are lost."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.vietnamese.fold import fold, nfc

# Between two digits a sign is part of the number: 1,5 is not 15, and 21/11 is no hour.
_SIGN = re.compile(r"(?<=\d)\s*[.,:/\-–−]\s*(?=\d)")
_WORD = 20  # characters; longer ones are several whose blanks were lost
_SAME_SIGN = {",": ".", "-": "/", "–": "/", "−": "/"}


@dataclass(frozen=True, slots=True)
class Traced:
    """`places[i]` is where the i-th of `letters` stands in `text`, which is in composed form."""

    text: str
    letters: str
    places: tuple[int, ...]

    def words(self, start: int, end: int) -> str:
        """What stands in the text for these letters, as whole words."""
        if start >= end:
            return ""
        first, last = self.places[start], self.places[end - 1] + 1
        while first > max(0, self.places[start] - _WORD) and not self.text[first - 1].isspace():
            first -= 1
        while last < min(len(self.text), self.places[end - 1] + _WORD) and not self.text[last].isspace():
            last += 1
        return " ".join(self.text[first:last].split())

    def between(self, start: int, end: int) -> str:
        """Exactly what stands in the text from one letter to before another, signs and blanks included."""
        last = self.places[end] if end < len(self.places) else len(self.text)
        return self.text[self.places[start] : last] if start < len(self.places) else ""


def traced(text: str) -> Traced:
    """The text's letters and digits without marks, blanks and other signs; signs within numbers stay."""
    whole = nfc(text)
    signs = {found.start() + found[0].index(found[0].strip()): found[0].strip() for found in _SIGN.finditer(whole)}
    letters, places = [], []
    for place, char in enumerate(whole):
        plain = _SAME_SIGN.get(char, char) if place in signs else _plain(char)
        letters.append(plain)
        places.extend([place] * len(plain))
    return Traced(whole, "".join(letters), tuple(places))


@lru_cache(maxsize=2_000)
def _plain(char: str) -> str:
    return "".join(one for one in fold(char) if one.isalnum())
