"""Codes and passwords in a text, known by what is said before them: short ones too, and spoken ones."""

import re
from collections.abc import Iterator

from bot.advice.redact_numbers import DIGIT

_CUE = re.compile(
    r"(?=[mpocs])(?<![^\W_])(?:(?P<password>mk|pass(?:word|code|wd)?|m[aậ]t\s?kh[aẩ]u)"
    r"|otp|pin|cv[vc]2?|code|m[aã]|stk|s[oố]\s(?:t[aà]i\skho[aả]n|th[eẻ]|tk)|cccd|cmnd)(?![^\W_])",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"c[uủ]a|n[aà]y|đây|t[oô]i|em|con|b[aá]c|ch[aá]u|m[iì]nh|nh[aà]|ch[oồ]ng|v[oợ]|m[eẹ]|b[oố]|b[aà]|[oô]ng|anh|ch[iị]"
    r"|trai|g[aá]i|m[oớ]i|c[uũ]|s[oố]|otp|pin|b[ií]|m[aậ]t|x[aá]c|th[uự]c|nh[aậ]n|minh|đ[aă]ng|nh[aậ]p|zalo|facebook|fb"
    r"|wifi|email|gmail|vneid|vssid|app|nick|th[eẻ]|m[aá]y|t[ií]nh|đi[eệ]n|tho[aạ]i|t[aà]i|kho[aả]n|ng[aâ]n|h[aà]ng",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\n:]{1,30}:")
_SAYS = re.compile(r"l[aà](?![^\W_])")
_WORD = rf"[\s,]++(?!{_SAYS.pattern})[^\W\d_]++(?![^\W_])"
_IS = re.compile(rf"(?P<between>(?:{_WORD}){{0,10}}?)\s*+(?:[:=]|{_SAYS.pattern}\s*+[:=]?)(?P<gap>\s*+)", re.IGNORECASE)
_DIGITS = re.compile(rf"{DIGIT}(?:[\W_]{{0,3}}+{DIGIT}){{2,}}", re.IGNORECASE)
_NEXT_DIGITS = re.compile(
    rf"(?P<between>(?:{_WORD}){{0,6}}?)[^\w.!?]{{0,5}}+(?P<code>{_DIGITS.pattern})", re.IGNORECASE
)
_DIGITS_FIRST = re.compile(
    rf"(?<![^\W_])(?P<code>\d(?:[\W_]{{0,3}}+\d){{2,4}})\s++{_SAYS.pattern}\s++\Z", re.IGNORECASE
)
_SHORTEST = 4  # characters of a code and what stands before it: no shorter stretch between two such words is looked at
_LONGEST_BEFORE = 24  # characters of "4 8 2 9 là "
_AMOUNT = re.compile(
    r"%|\s?(?:k|tr|tri[eệ]u|ngh[iì]n|ng[aà]n|[dđ]|[dđ][oồ]ng|vn[dđ]|t[yỷ]|mah|ph[uú]t|gi[aâ]y)(?![^\W_])", re.IGNORECASE
)
_OTHER_DIGITS = re.compile(r"(?:^|\s)(?:g[oọ]i|l[uú]c|ng[aà]y|th[aá]ng|n[aă]m|tr[uừ]|m[aấ]t|h[oơ]n)\Z", re.IGNORECASE)
# "Mã OTP là gì", "mật khẩu là mất hết", "mã là 6 số", "mã là mã …": what stands there is no code.
_NO_TOKEN = re.compile(
    r"(?:g[iì]|j|chi|ai|sao|th[eế]|n[aà]o|c[aá]i|m[oộ]t|để|do|b[iị]|được|kh[oô]ng|nh[uư]|bao|đ[uú]ng|sai|m[aấ]t|l[uừ]a"
    r"|ph[aả]i|h[eế]t|xong|n[eê]n|c[oó]|c[uủ]a|[1-9]\d?\s+[^\W\d_]+)(?![^\W_])",
    re.IGNORECASE,
)
_WITH_DIGIT = r"[^\s\d]{0,40}+\d\S*+"
_MORE = rf"(?: {_WITH_DIGIT}){{0,3}}"  # "Hoa 2019"
_TOKEN = re.compile(rf"\S++{_MORE}")
_TOKEN_WITH_DIGIT = re.compile(rf"{_WITH_DIGIT}{_MORE}")
_BARE_TOKEN = re.compile(
    rf"(?:\s++(?:{_LINKING.pattern})(?![^\W_])){{0,4}}\s++(?P<code>(?=[^\s\d]{{0,40}}+\d)(?!\d+(?:k|tr)\b)\S{{4,}}+)",
    re.IGNORECASE,
)


def without_codes(text: str, gone: str) -> str:
    """The text with `gone` in the place of each code and password."""
    return "".join(_pieces(text, gone))


def _pieces(text: str, gone: str) -> Iterator[str]:
    done = 0
    for cue, end in _cues(text):
        for find in (_before, _behind):
            if cue.start() >= done and (place := find(text, done, cue, end)):
                yield text[done : place[0]]
                yield gone
                done = place[1]
    yield text[done:]


def _cues(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """What codes are called, each with where the next one stands: so far a code is looked for."""
    cues = tuple(_CUE.finditer(text))
    return zip(cues, (*(cue.start() for cue in cues[1:]), len(text)), strict=False)


def _before(text: str, done: int, cue: re.Match[str], end: int) -> tuple[int, int] | None:
    """Where digits stand before what they are called: "4829 là mã OTP"."""
    start = cue.start()
    if text[max(done, start - 5) : start].rstrip()[-2:-1] not in {"l", "L"}:
        return None
    found = _DIGITS_FIRST.search(text, max(done, start - _LONGEST_BEFORE), start)
    return found.span("code") if found else None


def _behind(text: str, done: int, cue: re.Match[str], end: int) -> tuple[int, int] | None:
    """Where the code stands behind the cue; words between them may tell whose it is, and what for."""
    if end - cue.end() < _SHORTEST and end < len(text):
        return None
    said, digits = _IS.match(text, cue.end(), end), _NEXT_DIGITS.match(text, cue.end(), end)
    if digits and not (said and said.end() <= digits.start("code")) and not _is_amount(text, digits):
        return digits.span("code")
    if said:
        return _told(text, said)
    bare = _BARE_TOKEN.match(text, cue.end()) if cue["password"] else None
    return bare.span("code") if bare else None


def _is_amount(text: str, digits: re.Match[str]) -> bool:
    """Whether a sum, a moment or a number to call stands there."""
    return bool(_AMOUNT.match(text, digits.end()) or _OTHER_DIGITS.search(digits["between"]))


def _told(text: str, said: re.Match[str]) -> tuple[int, int] | None:
    """A code behind "là" or a colon: anything where only linking words stand before it, else something with a digit."""
    start = said.end()
    if "\n" in said["gap"] and _LABEL.match(text, start):
        return None
    if digits := _DIGITS.match(text, start):
        rest = _TOKEN.match(text, digits.end())
        return start, rest.end() if rest else digits.end()
    if _NO_TOKEN.match(text, start) or _CUE.match(text, start):
        return None
    linked = all(map(_LINKING.fullmatch, said["between"].replace(",", " ").split()))
    token = (_TOKEN if linked else _TOKEN_WITH_DIGIT).match(text, start)
    return token.span() if token else None
