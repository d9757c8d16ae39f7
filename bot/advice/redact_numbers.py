"""Long numbers in a text, in digits or spoken digit by digit: "không chín một hai …"."""

import re

_FEWEST = 6  # digits: fewer are sums, times and the numbers that everybody may call
_SPOKEN = re.compile(
    r"kh[oô]ng|ko|m[oộố]t|hai|ba|b[oố]n|t[uư]|n[aă]m|l[aă]m|nh[aă]m|s[aá]u|b[aảẩ]y|t[aá]m|ch[ií]n|m[uư][oờ]i"
)
_BETWEEN = re.compile(r"m[uư][oơ]i|tr[aă]m|linh|l[eẻ]")  # "chín mươi mốt"
DIGIT = rf"(?=[\dkmhbtnlsc])(?:\d|(?<![^\W\d_])(?:{_SPOKEN.pattern})(?![^\W_]))"  # for patterns that ignore case
_GAP = rf"[\W_]{{0,5}}+(?:(?<![^\W_])(?:{_BETWEEN.pattern})[\W_]{{1,5}}+)?"
_RUN = re.compile(rf"{DIGIT}(?:{_GAP}{DIGIT})*+", re.IGNORECASE)
_DIGIT = re.compile(DIGIT, re.IGNORECASE)


def without_numbers(text: str, gone: str) -> str:
    """The text with `gone` in the place of each number of six digits or more, however they are parted."""
    return _RUN.sub(lambda run: gone if len(_DIGIT.findall(run[0])) >= _FEWEST else run[0], text)
