"""The polite beginning of a question: "cháu ơi, cho bác hỏi một chút" says nothing of what is asked."""

import re

from bot.vietnamese.fold import fold

_KIN = """
    con chau bac ong ba co chu cau mo di duong thim anh chi em me ma bo cha cu ban toi tui minh o me cac may ad bot
"""
_CALLED = "|".join(_KIN.split())
_OPENING = re.compile(
    rf"(?:(?:da|vang|a lo|alo|xin|chao|thua|nay|lam on|{_CALLED})(?: oi| a)? )*"
    rf"cho (?:(?:{_CALLED}) )?(?:xin )?hoi(?: (?:tham|chut|xiu|ti(?! vi)|ty|te|voi|luon|nay|la|a|nhe|nha"
    r"|mot (?:chut|ti|xiu|cau|dieu|chuyen)|(?:cai|cau|dieu|chuyen) nay))*(?!\S)"
)
_WORD = re.compile(r"\S+")
_AROUND = ".,:;?!…-–\"'“”()"
_LONGEST = 16  # words


def without_opening(text: str) -> str:
    """The text without it; the text itself where nothing else would be left."""
    words = [found for _, found in zip(range(_LONGEST), _WORD.finditer(text), strict=False)]
    found = _OPENING.match(" ".join(fold(word[0]).strip(_AROUND) or "-" for word in words))
    left = text[words[found[0].count(" ")].end() :].lstrip(f" \n{_AROUND}") if found else ""
    return left or text
