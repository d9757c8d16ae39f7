"""What an officer types into a blank: the words that go into the notice, or why not and an example of what would do."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.notices.template import Blank
from bot.notices.template_names import BlankKind
from bot.notices.tidy import tidy
from bot.translations import Words, mark
from bot.vietnamese.closest import only_closest
from bot.vietnamese.fold import fold
from bot.vietnamese.moments import Unclear, moment, said_moment
from bot.vietnamese.number_words import from_words
from bot.vietnamese.numerals import number_of
from bot.vietnamese.times import said_time, time_of_day
from broadcasts.wording.characters import hidden_characters

EMPTY = mark("Ô này cần điền{polite}. {You} gõ giúp {me}, ví dụ: {example}")
HIDDEN = mark("Câu này có ký tự ẩn, hay gặp khi dán từ nơi khác. {You} gõ lại giúp {me}, ví dụ: {example}")
TOO_LONG = mark("Câu này dài {length} ký tự, ô này nhận nhiều nhất {most}. {You} viết gọn lại, ví dụ: {example}")
NOT_A_NUMBER = mark("{Me} chỉ cần một con số. {You} gõ, ví dụ: {example}")
NOT_A_TIME = mark("{Me} chưa đọc được mấy giờ. {You} gõ giờ và phút, ví dụ: {example}")
NOT_A_MOMENT = mark("{Me} cần cả giờ lẫn ngày, mà ngày ấy phải có thật. {You} gõ, ví dụ: {example}")
WHICH_NIGHT = mark("Giờ sau nửa đêm dễ lẫn sang ngày khác. {You} gõ giờ sáng với ngày, ví dụ: {example}")
WHICH_MORNING = mark("Bây giờ mới rạng sáng, “mai” dễ hiểu thành hai ngày. {You} gõ hẳn ngày, ví dụ: {example}")
NOT_A_CHOICE = mark("{You} chọn một trong các ý này nhé: {choices}")

LONGEST_NUMBER = 6  # digits
_NUMBER = re.compile(
    r"(?:(?:cap|so|muc) )?(?P<minus>-|am )? ?(?:(?P<dotted>[0-9]{1,3}(?:\.[0-9]{3})+)|(?P<plain>[0-9]+))"
    r"(?:[.,](?P<decimals>[0-9]{1,2}))?"
)
_UNCLEAR = {
    Unclear.UNREADABLE: NOT_A_MOMENT,
    Unclear.WHICH_NIGHT: WHICH_NIGHT,
    Unclear.WHICH_MORNING: WHICH_MORNING,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The words for the blank."""

    text: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why the words will not do: a marked sentence and what fills it."""

    sentence: str
    values: tuple[tuple[str, str], ...] = ()

    def said(self, words: Words) -> str:
        """The sentence in the officer's language."""
        return words.say(self.sentence, **dict(self.values))


def read_answer(blank: Blank, typed: str, now: datetime) -> Answer | Wrong:
    """What goes into the blank for what was typed; never raises."""
    text = one_line(typed)
    if not text:
        return _wrong(blank, EMPTY)
    if hidden_characters(text):
        return _wrong(blank, HIDDEN)
    match blank.kind:
        case BlankKind.NUMBER:
            return _number(blank, text)
        case BlankKind.TIME:
            return _time(blank, text)
        case BlankKind.MOMENT:
            return _moment(blank, text, now)
        case BlankKind.CHOICE:
            return _choice(blank, text)
        case BlankKind.WORDS:
            return _words(blank, text)


def one_line(typed: str) -> str:
    """Repaired, on one line, without blanks around it and without the full stop that the template has."""
    return " ".join(tidy(typed).split()).rstrip(" .,;:")


def _wrong(blank: Blank, sentence: str, **values: object) -> Wrong:
    given = {"example": blank.example, **values}
    return Wrong(sentence, tuple((name, str(value)) for name, value in given.items()))


def _words(blank: Blank, text: str) -> Answer | Wrong:
    if len(text) > blank.longest:
        return _wrong(blank, TOO_LONG, length=len(text), most=blank.longest)
    return Answer(_without_phones_capital(text) if blank.example[:1].islower() else text)


def _without_phones_capital(text: str) -> str:
    """A telephone begins every message with a capital; it stays where the next word has one too, as in a name."""
    first, _, rest = text.partition(" ")
    return text[0].lower() + text[1:] if first[1:].islower() and rest and not rest[0].isupper() else text


def _number(blank: Blank, text: str) -> Answer | Wrong:
    in_words = from_words(text)
    if in_words is not None:
        return Answer(_written(in_words))
    found = _NUMBER.fullmatch(fold(text))
    digits = found and (found["dotted"] or found["plain"]).replace(".", "")
    if not found or not digits or len(digits) > LONGEST_NUMBER:
        return _wrong(blank, NOT_A_NUMBER)
    decimals = f",{found['decimals']}" if found["decimals"] else ""
    return Answer(("-" if found["minus"] else "") + _written(int(digits)) + decimals)


def _written(number: int) -> str:
    """With the dots that part thousands in Vietnam."""
    return f"{number:,}".replace(",", ".")


def _time(blank: Blank, text: str) -> Answer | Wrong:
    found = time_of_day(text)
    return _wrong(blank, NOT_A_TIME) if found is None else Answer(said_time(found))


def _moment(blank: Blank, text: str, now: datetime) -> Answer | Wrong:
    found = moment(text, now)
    return _wrong(blank, _UNCLEAR[found]) if isinstance(found, Unclear) else Answer(said_moment(found, now))


def _choice(blank: Blank, text: str) -> Answer | Wrong:
    """By its number, its words, or what is nearer to it than to any other."""
    number = number_of(text)
    if number is not None and 1 <= number <= len(blank.choices):
        return Answer(blank.choices[number - 1])
    near = only_closest(text, blank.choices)
    return (
        _wrong(blank, NOT_A_CHOICE, choices=", ".join(blank.choices)) if near is None else Answer(blank.choices[near])
    )
