"""What a text tells beside what to do: that the danger is over, that it is a drill, on which day."""

import re
from collections.abc import Iterator

from bot.notices import telling_words as words
from bot.notices.clauses import clauses
from bot.notices.spelt import Pattern, any_of, spelt

_OVER = Pattern(any_of(words.OVER))
_NOT_YET = Pattern(any_of(words.NOT_YET))
_BUT = Pattern(words.BUT)
_DRILL = Pattern(any_of(words.DRILL))
_NOT_A_DRILL = Pattern(any_of(words.NOT_A_DRILL))
_TOMORROW = Pattern(any_of(words.TOMORROW))
_TODAY = Pattern(any_of(words.TODAY))
_DATE = Pattern(words.DATE)
_MAI = re.compile(words.MAI)
_ALWAYS = re.compile(words.ALWAYS)


def danger_over(text: str) -> Iterator[str]:
    """Words that all is well again, unless they say when it will be: "chỉ trở về khi hết nguy hiểm"."""
    for clause in clauses(text):
        piece = clause.spelt
        for found in _OVER.within(piece).finditer(piece.text):
            before, after = clause.upto(found.start()), piece.text[found.end() :]
            if not (_NOT_YET.side(piece.marked).search(before) or _BUT.side(piece.marked).search(after)):
                yield found[0]


def drill_words(text: str) -> list[str]:
    """Words of a drill or a trial."""
    return _DRILL.all(spelt(text))


def denies_drill(text: str) -> list[str]:
    """Words that say "this is not a drill"."""
    return _NOT_A_DRILL.all(spelt(text))


def tomorrow(text: str) -> list[str]:
    """Words for a day to come that mean another day tomorrow; "mai" alone where it is no name and no flower."""
    return _TOMORROW.all(spelt(text)) or _MAI.findall(text)


def today(text: str) -> list[str]:
    """Words for this day."""
    return _TODAY.all(spelt(text))


def is_dated(text: str) -> bool:
    """Whether a day of the month is named, in digits or in words."""
    whole = spelt(text)
    return bool(_DATE.within(whole).search(_ALWAYS.sub(" ", whole.text)))
