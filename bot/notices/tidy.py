"""What is repaired in silence before a notice is kept, judged or hashed: nothing that a reader would see."""

import re

from bot.vietnamese.fold import nfc

# Old fonts and copied PDFs carry the Icelandic or African D; keyboards and word processors their own blanks and dashes.
_LETTERS = {0xD0: 0x110, 0xF0: 0x111, 0x189: 0x110, 0x256: 0x111}
_BLANKS = dict.fromkeys((0x09, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000), 0x20)
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2212), 0x2D)
_REPAIRED = {**_LETTERS, **_BLANKS, **_DASHES}
_LINE_END = re.compile(r"\r\n?")
_BLANKS_AT_END = re.compile(r"[ ]+(?=\n)")
_SURROGATE = re.compile("[\ud800-\udfff]")


def tidy(text: str) -> str:
    """The text in composed form, with line feeds only and no blanks around it; half characters become U+FFFD."""
    whole = nfc(_SURROGATE.sub("\ufffd", text).translate(_REPAIRED))
    return _BLANKS_AT_END.sub("", _LINE_END.sub("\n", whole)).strip(" \n")
