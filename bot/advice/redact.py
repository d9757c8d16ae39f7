"""A message without what belongs to one person, so that it may be kept or shown to somebody else."""

import re
from collections.abc import Iterator

from bot.advice.links import registered_name
from bot.learning.mentions import links
from bot.vietnamese.fold import nfc

GONE = "[xxx]"  # has letters, so that digits on both sides do not become one number

_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
_NUMBER = re.compile(r"\d(?:[\W_]{0,3}\d){5,}")  # parted in any way: phones, accounts, cards, identity numbers
_SECRET = re.compile(
    r"""
    (?P<what>
        \b(?:otp|pin|cvv|code|mk|pass(?:word)?|m[aậ]t[ ]kh[aẩ]u
        |m[aã](?:[ ](?:otp|pin|s[oố]|x[aá]c[ ](?:th[uự]c|nh[aậ]n|minh)))?)\b
        (?:\s+(?:c[uủ]a|l[aà]|n[aà]y|t[oô]i|em|con|b[aá]c|ch[aá]u|m[iì]nh|m[oớ]i|zalo|facebook)){0,4}\s*[:=]?\s*
    )
    (?:\d{3,}\b|(?<=[:=])\s*\S+|(?<=l[aà][ ])\S+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAME = re.compile(
    r"""
    (?P<what>
        \b(?:t[eê]n
        (?:[ ](?:t[oô]i|em|con|ch[aá]u|m[iì]nh|b[aá]c|anh|ch[iị]|c[oô]|[oô]ng|b[aà]|m[eẹ]|b[oố]))?
        \s*(?:\bl[aà]\b|:)
        |h[oọ](?:[ ]v[aà])?[ ]t[eê]n\s*(?:\bl[aà]\b|:)?)\s*
    )
    (?:[^\W\d_]+(?:[ ]+(?=[^\W\d_]))?){1,4}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REST = re.compile(r"\S*")


def redact(text: str) -> str:
    """The text in composed form without numbers of six digits or more, codes, passwords, mail addresses and names that
    follow "tên là"; of a link the registered name is left."""
    kept = _EMAIL.sub(GONE, nfc(text))
    kept = "".join(_with_short_links(kept))
    kept = _SECRET.sub(lambda found: found["what"] + GONE, kept)
    kept = _NAME.sub(lambda found: found["what"] + GONE, kept)
    return _NUMBER.sub(GONE, kept)


def _with_short_links(text: str) -> Iterator[str]:
    done = 0
    for link in links(text):
        if link.at < done:
            continue
        yield text[done : link.at]
        yield registered_name(link.what)
        done = _end_of(text, link.end)
    yield text[done:]


def _end_of(text: str, end: int) -> int:
    """Where the address ends whose host ends here."""
    rest = _REST.match(text, end)
    return rest.end() if rest and text[end : end + 1] in {"/", "?", "#", ":"} else end
