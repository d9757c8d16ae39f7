"""The patterns by which actions are found, made of `action_words`."""

from bot.notices import action_words as words
from bot.notices.spelt import Pattern, any_of, entries
from broadcasts.wording.facts import Sense

_VERBS = entries(f"{words.LEAVE}\n{words.STAY}\n{words.OTHER}")
_MANNERS = rf"(?:(?:{entries(words.MANNERS)}) )*"
_NOT_BIDDEN = "".join(rf"(?<!{word} )" for word in words.UNDOES.split())
COMMAND = Pattern(
    rf"(?:^|(?<!\w){_NOT_BIDDEN}(?:{entries(words.BIDS)}|{entries(words.PEOPLE)}) )"
    rf"(?:(?:{entries(words.BIDS)}|{entries(words.PEOPLE)}|{entries(words.MANNERS)}) )*"
    rf"(?P<no>(?:{entries(words.FORBIDS)}) )?{_MANNERS}(?P<verb>{_VERBS})(?!\w)(?! được)"
)
STRONG = Pattern(
    rf"(?<!\w)(?:(?P<no>{entries(words.FORBIDS)}) )?(?P<verb>{entries(words.STRONG)})(?!\w)(?!(?: \w+)? được)"
)
FORBIDDEN = Pattern(
    rf"(?<!\w)(?P<no>{entries(words.SURELY_FORBIDS)}) {_MANNERS}(?P<verb>{_VERBS})(?!\w)(?!(?: \w+)? được)"
)
SPOKEN_TO = Pattern(
    rf"^(?:{entries(words.PEOPLE)}) (?P<between>(?:\w+ ){{1,8}}?)"
    rf"(?P<no>(?:{entries(words.FORBIDS)}) )?(?P<verb>{_VERBS})(?!\w)(?! được)"
)
UNKNOWN = Pattern(
    rf"^(?P<no>không) (?!(?:{entries(words.NOT_SO)}|{entries(words.VAGUE)})(?!\w))(?P<verb>\w+)"  # at the beginning
)
BIDDEN_BARE = ("hãy", "hay")
NO = ("không ", "khong ")
BARE = Pattern(rf"(?<!\w)(?P<no>đừng(?: có)?|chớ|hãy|{words.BANNED}) (?!(?:{entries(words.VAGUE)})(?!\w))(?P<verb>\w+)")
ANY = Pattern(rf"(?<!\w)(?:{_VERBS})(?!\w)")
LEAVE = Pattern(entries(words.LEAVE))
SENSES = {
    Sense.STAY: Pattern(rf"(?:{entries(words.STAY)})$"),
    Sense.GO: Pattern(any_of(words.GO)),
    Sense.TELL: Pattern(any_of(words.TELL)),
}
OUT = Pattern(words.OUT)
IN_NEED = Pattern(words.IN_NEED)
REPORTS = Pattern(words.REPORTS)
NO_COMMAND = Pattern(rf"{words.REPORTS}|{any_of(words.FORBIDS)}")
HOME_AGAIN = Pattern(any_of(words.HOME_AGAIN))
MANNER_FIRST = Pattern(rf"^\W*(?:{entries(words.MANNERS)}|{entries(words.TIMES)})(?!\w)")
BID_LAST = Pattern(rf"(?<!\w)(?:{entries(words.BIDS)}|{entries(words.MANNERS)}) $")
ONWARD = Pattern(rf"^ (?:{entries(words.ONWARD)})(?!\w)")
FOR_WHOM = Pattern(any_of(words.FOR_WHOM))
WHOM_AFTER = Pattern(rf"^\W*(?:{entries(words.WHOM_AFTER)})(?!\w)")
