"""A message without what belongs to one person, so that it may be kept or shown to somebody else."""

import re
from collections.abc import Iterator

from bot.advice.links import registered_name
from bot.advice.redact_codes import without_codes
from bot.advice.redact_names import without_names
from bot.advice.redact_numbers import without_numbers
from bot.advice.redact_signs import in_plain_signs
from bot.learning.mentions import links

GONE = "[xxx]"  # has letters, so that digits on both sides do not become one number

_MOST_LINKS = 100  # of one message are told by their names, which take thirty microseconds each to find
_MAYBE_LINK = re.compile(r"(?<!\S)\S*?(?:\.[^\W\d_]|://)\S*+")
_PART = r"[^\s@<>()\[\]:;,\"“”]"  # of a mail address
_EMAIL = re.compile(rf"(?<!{_PART}){_PART}++@{_PART}++")
_REST = re.compile(r"\S*")


def redact(text: str) -> str:
    """The text in composed form and plain signs without numbers of six digits or more, in digits or in words, codes,
    passwords, mail addresses and names that follow "tên là"; of a link the registered name is left."""
    kept = "".join(_with_short_links(in_plain_signs(text)))
    kept = without_numbers(_EMAIL.sub(GONE, kept), GONE)
    return without_names(without_codes(kept, GONE), GONE)


def _with_short_links(text: str) -> Iterator[str]:
    done = 0
    for number, link in enumerate(links(text)):
        if number == _MOST_LINKS:
            yield _MAYBE_LINK.sub(GONE, text[done:])
            return
        if link.at >= done:
            yield text[done : link.at]
            yield registered_name(link.what)
            done = _end_of(text, link.end)
    yield text[done:]


def _end_of(text: str, end: int) -> int:
    """Where the address ends whose host ends here."""
    rest = _REST.match(text, end)
    return rest.end() if rest and text[end : end + 1] in {"/", "?", "#", ":"} else end
