"""From the bytes of a file to clean text: UTF-8 only, NFC, line feeds, no hidden characters."""

import re
import unicodedata
from hashlib import sha256

from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.vietnamese.fold import nfc

MOST_BYTES = 256 * 1024
KEPT_CONTROLS = {"\n", "\t", "\u200d"}  # the last one joins the parts of an emoji
LONGEST_WORD = 2000
MOST_OF_A_STRETCH = 8000
_WORD = re.compile(r"\S+")
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def decode(data: bytes, findings: Findings) -> str | None:
    """The text of a file's bytes; None with a mistake noted when it is too large or not UTF-8."""
    if len(data) > MOST_BYTES:
        findings.add(1, MistakeCode.TOO_LARGE, most=MOST_BYTES // 1024)
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        findings.add(1, MistakeCode.WRONG_ENCODING)
    else:
        return _utf8(data, findings)
    return None


def _utf8(data: bytes, findings: Findings) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        findings.add(data.count(b"\n", 0, bad.start) + 1, MistakeCode.WRONG_ENCODING)
        return None


def normal(text: str) -> str:
    """The text in NFC with line feeds only and without a byte order mark."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    longest = max(map(len, lines.split()), default=0)
    return nfc(lines) if longest <= LONGEST_WORD else _WORD.sub(_composed, lines)


def _composed(word: re.Match[str]) -> str:
    """Composing is quadratic in a pile of accents, so a word without end stays as it is: no lesson may hold one."""
    return nfc(word[0]) if len(word[0]) <= LONGEST_WORD else word[0]


def version_of(text: str) -> str:
    """The version of a lesson: SHA-256 of its normal text, the first 16 hexadecimal digits."""
    return sha256(normal(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def without_hidden(text: str, findings: Findings) -> str:
    """The text with each hidden character made a space, after noting its line."""
    hidden = {c for c in set(text) - KEPT_CONTROLS if unicodedata.category(c) in HIDDEN}
    for number, line in enumerate(text.split("\n") if hidden else (), start=1):
        for character in sorted(hidden.intersection(line)):
            name = unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"
            findings.add(number, MistakeCode.CONTROL_CHARACTER, name=name)
    return text.translate(dict.fromkeys(map(ord, hidden), " "))


def too_dense(text: str, findings: Findings) -> bool:
    """Whether lines without a blank one between them run on too long to be read in sensible time; then noted."""
    line = 1
    for stretch in text.split("\n\n"):
        if len(stretch) > MOST_OF_A_STRETCH:
            findings.add(line, MistakeCode.TEXT_TOO_LONG, length=len(stretch), most=MOST_OF_A_STRETCH)
            return True
        line += stretch.count("\n") + 2
    return False
