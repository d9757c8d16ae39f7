"""Names of persons in a text, known by what is said before them: "tên tôi là …", "họ tên: …", "em tên …"."""

import re
from collections.abc import Iterator

from bot.vietnamese.fold import fold

_SURNAME_WORDS = """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan dao mai lam cao luu luong ha
    to trieu ta chau thai than kieu vuong quach tong nghiem phung truong quan khuong thach son danh kim lo quang giang
    vang sung hau ma lu vi mua cu thao ksor rcom siu nay y a dieu thi ong au lai chu tang vien bach
"""
_SURNAMES = frozenset(_SURNAME_WORDS.split())
# Before "tên"; where no "là" follows, it takes one of these to tell that a name does.
_WHOM_WORDS = """
    toi tui em con chau minh bac anh chi co chu ong ba me bo be no chong vo ban nguoi thang dua ay nay gai trai ho va
"""
_WHOM = frozenset(_WHOM_WORDS.split())
_WHOSE = re.compile(
    r"(?:\s++(?:c[uủ]a|t[oô]i|tui|em|con|ch[aá]u|m[iì]nh|b[aá]c|anh|ch[iị]|c[oô]|ch[uú]|[oô]ng|b[aà]|m[eẹ]|b[oố]|ba|m[aá]|b[eé]"
    r"|n[oó]|ch[oồ]ng|v[oợ]|n[oộ]i|ngo[aạ]i|g[aá]i|trai|[aấ]y|n[aà]y|th[aậ]t|đ[aầ]y|đ[uủ]|h[oọ]|khai|sinh|ch[uủ]|t[aà]i"
    r"|kho[aả]n|th[eẻ]|ng[uư][oờ]i|nh[aậ]n|g[uử]i)(?![^\W_])){1,5}+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[Tt][EeÊê][Nn](?![^\W_])")
_IS = re.compile(r"\s*+(?:l[aà](?![^\W_])\s*+[:=]?|[:=])")
_ASKING = re.compile(r"(?:g[iì]|j|ai|n[aà]o|th[eế]|sao|c[aá]i|m[oộ]t|đ[oó]|t[eê]n)(?![^\W_])", re.IGNORECASE)
# Words with which a sentence goes on behind a name: without marks only those that are no names then.
_GOES_ON = re.compile(
    r"""
    (?:b[iị]|[oở]|l[aà]|m[uư][oố]n|h[oỏ]i|xin|cho|đ[uư][oợ]c|đang|đ[aã]|s[eẽ]|v[aà]|v[oớ]i|kh[oô]ng|ko|ch[uư]a|c[uủ]a|n[aà]y
    |đ[oó]|đây|nh[eé]|nha|ạ|dạ|[oơ]i|th[uư]a|nh[oờ]|c[oó]|cần|phải|làm|sống|quê|nhà|xã|th[oô]n|phường|huyện|tỉnh|hiện|trú
    |ngụ|từ|tại|thì|mà|n[eê]n|để|v[iì]|n[eế]u|khi|l[uú]c|h[oô]m|ng[aà]y|tu[oổ]i|l[oớ]p|h[oọ]c|b[aá]n|mua|đi|v[eề]|ra|v[aà]o
    |đ[eế]n|t[oớ]i|l[eê]n|xu[oố]ng|chuy[eể]n|g[uử]i|g[oọ]i|n[oó]i|nghe|thấy|biết|d[uù]ng|xài|m[aấ]t|qu[eê]n|th[ií]ch|hay|v[uừ]a
    |m[oớ]i|l[oỡ]|trót|r[oồ]i|c[uũ]ng|còn|t[oô]i|tui|em|con|cháu|mình|bác|chị|cô|chú|ông|bà|mẹ|bố|nó|họ|s[oố]|mã|mk|otp|stk
    |s[dđ]t|đt|cccd|cmnd|đi[eệ]n\s+tho[aạ]i|đ[iị]a\s+ch[iỉ]|n[aă]m\s+(?:nay|sinh)|sinh\s+(?:n[aă]m|ng[aà]y)|m[aậ]t\s+kh[aẩ]u
    |g[iì]|ai|thế|sao|l[uừ]a|nhắn|nh[uư]|trên|trong|cùng|giúp|báo|kể)(?![^\W_])
    """,
    re.IGNORECASE | re.VERBOSE,
)

_UPPER = "".join(chr(code) for code in range(ord("A"), 0x1F00) if chr(code).isupper())
_TAIL = r"[^\W\d_]*+(?:['‘’\u02bc-][^\W\d_]++)*+"
_WORD = rf"(?=[^\W\d_]){_TAIL}"
_CAPITAL = rf"[{_UPPER}](?![{_UPPER}]){_TAIL}"  # as names are written; in a text all of capitals they say nothing
_ON = rf"(?ix:(?!{_GOES_ON.pattern}))"
_NEXT = rf"(?:{_CAPITAL}|{_ON}{_WORD})"
_GAP = r"(?:[^\S\n]++|(?<=\b\w)\.[^\S\n]*+)"  # blanks, or the point of "V."
_LINE = rf"[^\S\n]*+\n\s*+(?![^\n:]{{1,30}}:){_ON}"  # a name may go on in the next line, where no new field begins
_CUE = re.compile(rf"{_NAME.pattern}(?=(?P<whose>(?i:{_WHOSE.pattern}))?(?P<told>(?i:{_IS.pattern}))?)")
_FIRST = re.compile(rf"""\s*+["“‘'(]?(?P<word>{_WORD})""")
_IN_CAPITALS = re.compile(rf"{_CAPITAL}(?:(?:{_GAP}|{_LINE}){_CAPITAL}(?:{_GAP}{_CAPITAL}){{0,4}})?")
_IN_ANY = re.compile(  # nobody knows where one ends that is written small: four words are taken at most
    rf"{_WORD}(?:(?:{_GAP}|{_LINE}){_NEXT}(?:(?:{_GAP}|{_LINE}){_NEXT}(?:{_GAP}{_NEXT}(?:{_GAP}{_CAPITAL}){{0,2}})?)?)?"
)
_LONGEST_BEFORE = 12  # characters of one word and blanks


def without_names(text: str, gone: str) -> str:
    """The text with `gone` in the place of each name."""
    return "".join(_pieces(text, gone))


def _pieces(text: str, gone: str) -> Iterator[str]:
    done = 0
    for cue in _CUE.finditer(text):
        if cue.start() >= done and (place := _place(text, cue)):
            yield text[done : place[0]]
            yield gone
            done = place[1]
    yield text[done:]


def _place(text: str, cue: re.Match[str]) -> tuple[int, int] | None:
    """Where the name stands that is told behind "tên", if one is."""
    start = cue.start()
    if start and text[start - 1].isalnum():
        return None
    if cue["told"]:
        return _name(text, cue.end("told"), _ASKING)
    before = text[max(0, start - _LONGEST_BEFORE) : start].split()
    if not before or fold(before[-1]) not in _WHOM:
        return None
    return (cue["whose"] and _name(text, cue.end("whose"), _GOES_ON)) or _name(text, cue.end(), _GOES_ON)


def _name(text: str, at: int, no_name: re.Pattern[str]) -> tuple[int, int] | None:
    """The name that begins here; None for words that ask for one, or only go on: "tên gì", "em tên bị sai"."""
    first = _FIRST.match(text, at)
    if first is None:
        return None
    start, word = first.start("word"), first["word"]
    capital = _IN_CAPITALS.match(text, start)
    if not capital and (_ASKING.match(text, start) or no_name.match(text, start)):
        return None
    found = None if fold(word) in _SURNAMES else capital
    found = found or _IN_ANY.match(text, start)
    return found.span() if found else None
