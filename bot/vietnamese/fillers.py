"""What people say while they think, and words said twice: a voice transcript without them says the same."""

import re

from bot.vietnamese.fold import nfc

# With their marks only, but for the last line: without marks "o" may be "ở", "ma" is "mã", "day" is "đầy".
_FILLERS = """
ờ, ờm, ừ, ừm, ừa, à, á, ấy mà, ấy, đấy, nói chung là, nói chung, kiểu như là, kiểu như, kiểu là, đại khái là, đại khái
thì là, thì, là thế này, thế này, nói thật là, nói thật, nói dại, cái này nó, thế nào nhỉ, gọi là gì nhỉ
a lô, alo, a lo, um, uh, uhm, umm, hmm, thi la, noi chung la, noi chung, kieu nhu la, kieu nhu, ay ma, dai khai la
"""
_WAYS = sorted(
    (way.strip() for line in _FILLERS.strip().splitlines() for way in line.split(",")), key=len, reverse=True
)
_FILLER = re.compile(rf"(?<![^\W_])(?:{'|'.join(_WAYS)})(?![^\W_])[,.…]*", re.IGNORECASE)
_TWICE = re.compile(r"(?<!\S)(\S{2,})(?: \1)+(?!\S)", re.IGNORECASE)


def without_fillers(text: str) -> str:
    """The text without them, one blank between words on a line; the text itself where nothing else would be left."""
    # "ảnh" is a picture far more often than it is somebody, and without its mark it is a brother.
    text = re.sub(r"(?<!\w)ảnh(?!\w)", "hình", nfc(text), flags=re.IGNORECASE)
    left = re.sub(r"[ \t]+", " ", _FILLER.sub(" ", nfc(text))).strip()
    return _TWICE.sub(r"\1", left) or text
