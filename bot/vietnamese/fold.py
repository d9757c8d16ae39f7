"""Text reduced to what two people mean alike, whatever their keyboard did."""

import re
import unicodedata

_INVISIBLE = frozenset({"Cf", "Mn", "Me"})  # zero-width, soft hyphen, bidi; accents, variation selectors; keycap frames
_STROKED_D = dict.fromkeys(map(ord, "đĐðÐɖƉ"), ord("d"))  # old fonts and copied PDFs carry the Icelandic or African one
_REMEMBERED = 0x3000  # codes below it, where all that people here write lies, are looked up once
_SHORT = 10_000  # characters, of which no run of marks takes long
_VIETNAMESE_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_WORD = re.compile(r"[^\W_]+")
_LONG_RUN = re.compile(r"([^\W\d_])\1{2,}")
# Letters for formulas, in circles, and small capitals, by which advertisements look bold: "𝐓𝐚̀𝐢", "Ⓣⓐⓘ", "ᴛᴀɪ".
_DRESSED_UP = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0x1D400, 0x1D800), *range(0x24B6, 0x24EA))
}
_DRESSED_UP |= dict(zip(map(ord, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"), "abcdefghijklmnoprstuvwyz", strict=True))
_LETTERS = "".join(  # with each mark and tone, as one character
    letter
    for base in "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    for letter in (unicodedata.normalize("NFC", base + tone), unicodedata.normalize("NFC", base + tone).upper())
    if len(letter) == 1
)
_ORDINARY = re.compile(f"[\t\n -~{''.join(sorted(_VIETNAMESE_MARKS))}{_LETTERS}]*")  # in nearly all that people write
_SEEMS_DRESSED_UP = re.compile("[\U0001d400-\U0001d7ffⒶ-ⓩᴀ-ᴢɢɪɴʀʏʙʜʟꜰꜱ]")


def nfc(text: str) -> str:
    """The text in composed form and in plain letters, the only one that is stored, shown and read aloud."""
    if not text.isascii() and _SEEMS_DRESSED_UP.search(text):
        text = text.translate(_DRESSED_UP)
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The text for searching: plain lower case without marks, đ as d, single blanks; fold(fold(x)) == fold(x)."""
    if text.isascii():
        return " ".join(text.lower().split())
    if len(text) <= _SHORT and _ORDINARY.fullmatch(text):
        bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        return " ".join(bare.encode("ascii", "ignore").decode().lower().split())
    # Marks go before normalising, which is quadratic in a long run of them; lower case may bring new ones.
    plain = _plain(_plain(text).lower())
    return " ".join(plain.split())


class _Visible(dict[int, int | None]):
    """For `translate`: what is invisible goes, every other character stays; worked out when it is first met."""

    def __missing__(self, code: int) -> int | None:
        found = None if unicodedata.category(chr(code)) in _INVISIBLE else code
        if code < _REMEMBERED:
            self[code] = found
        return found


_VISIBLE = _Visible()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_VISIBLE))
    return decomposed.translate(_VISIBLE).translate(_STROKED_D)


def words(text: str) -> tuple[str, ...]:
    """The folded words, without punctuation."""
    return tuple(_WORD.findall(fold(text)))


def squash(text: str) -> str:
    """The folded letters and digits with nothing between them, so that "Hà Nội" and "hanoi" are one."""
    return "".join(words(text))


def has_tone_marks(text: str) -> bool:
    """Whether anything is written with a Vietnamese mark: a tone, ă â ê ô ơ ư, or đ."""
    if text.isascii():
        return False
    decomposed = unicodedata.normalize("NFD", text)
    return "đ" in decomposed or "Đ" in decomposed or not _VIETNAMESE_MARKS.isdisjoint(decomposed)


def collapse_repeats(text: str) -> str:
    """The text with a letter held three times or longer written once: "alooo" becomes "alo"."""
    return _LONG_RUN.sub(r"\1", text)
