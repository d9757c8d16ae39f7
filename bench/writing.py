"""One question in four ways of writing: as written, without tone marks, with slips on glass, rambling as spoken."""

import random
import re
from collections.abc import Callable, Mapping

from bot.vietnamese.fold import fold

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at, key in enumerate(row)}
_SLIPS_IN = 15  # letters for each slip
_OPENINGS = (
    "a lô a lô cháu ơi nghe bác hỏi cái này tí nhé",
    "dạ chào anh chị ạ thì là em có chuyện này muốn hỏi một chút xíu",
    "ờ thì cái này nó là như vầy nè hôm qua ngồi uống nước với mấy ông bạn già mới sực nhớ ra",
    "à mà này tiện đây cho hỏi luôn một câu không biết có phiền không",
)
_MIDDLES = ("ờ", "thì", "à", "ấy mà", "nói chung là", "kiểu như là", "đấy", "ừm")
_CLOSINGS = (
    "đấy cháu xem rồi nói cho bác biết với chứ bác già rồi chả rành mấy thứ này",
    "thế thôi ạ mong được giải thích giùm cảm ơn nhiều lắm nhé",
    "mấy đứa nhỏ nó đi làm xa hết rồi có ai ở nhà mà hỏi đâu",
    "nói dài dòng vậy chứ chỉ có mỗi chuyện đó thôi à",
)


def as_written(text: str, chance: random.Random) -> str:
    """The text itself."""
    return text


def without_marks(text: str, chance: random.Random) -> str:
    """Lower case, no tone marks, đ as d."""
    return fold(text)


def with_slips(text: str, chance: random.Random) -> str:
    """About one slip in fifteen letters: a neighbouring key, two letters swapped, one doubled or lost."""
    letters = list(text)
    places = [at for at, letter in enumerate(letters[:-1]) if letter.isalpha() and letters[at + 1].isalpha()]
    for at in chance.sample(places, max(1, len(places) // _SLIPS_IN) if places else 0):
        match chance.randrange(4):
            case 0:
                letters[at] = chance.choice(_NEAR.get(fold(letters[at]), letters[at]))
            case 1:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            case 2:
                letters[at] *= 2
            case _:
                letters[at] = ""
    return "".join(letters)


def rambling(text: str, chance: random.Random) -> str:
    """No capitals, no punctuation, a long beginning and end, words thrown in and said twice."""
    words = re.findall(r"[\w.:/-]*\w", text.lower())
    said: list[str] = []
    for word in words:
        said.append(word)
        if chance.random() < 0.12:
            said.append(chance.choice(_MIDDLES))
        elif chance.random() < 0.08:
            said.append(word)
    return " ".join((chance.choice(_OPENINGS), *said, chance.choice(_CLOSINGS)))


WAYS: Mapping[str, Callable[[str, random.Random], str]] = {
    "as written": as_written,
    "without tone marks": without_marks,
    "slips on glass": with_slips,
    "rambling": rambling,
}
