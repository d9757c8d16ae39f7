"""A lesson for one audience calls its reader by one name: "bác" in a lesson for elders, "em" in one for children.

Only what can hardly mean somebody else counts: a name at the beginning of a sentence before a word that bids or
advises, and the question what somebody does. "Các bạn", "bác sĩ", "bạn cũ nhắn" and what stands in “…” are let be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.learning.lesson import Audience
from bot.learning.lesson_page import Page
from bot.learning.lesson_passages import own_words, passages, sentences
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings

_BIDS = r"(?:hãy|đừng|nên|chớ|cứ|nhớ|thử|phải|cần|có thể|chỉ cần|không nên)"
_ASKS = r"(?:(?:nên|sẽ|phải) )?(?:làm gì|làm sao|làm thế nào|nghĩ sao|nghĩ gì|chọn gì|chọn câu nào|xử lý)"


@dataclass(frozen=True, slots=True)
class _Form:
    """What the reader is called, and how the words for others look where they are meant for the reader."""

    right: str
    wrong: re.Pattern[str]


def _wrong(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|, )(?P<asked>{names}) {_ASKS}\b|^(?P<bidden>{names}) {_BIDS}\b", re.IGNORECASE)


_FORMS = {
    Audience.ELDER: _Form("bác", _wrong(r"bạn|em|anh chị|anh/chị|quý khách|quý vị")),
    Audience.CHILD: _Form("em", _wrong(r"bạn|bác|con|cháu|anh chị|anh/chị|quý khách|quý vị")),
}


def check_address(page: Page, audiences: frozenset[Audience], findings: Findings) -> None:
    """Note every place where a lesson for elders only, or for children only, calls its reader by another name."""
    form = _FORMS.get(next(iter(audiences))) if len(audiences) == 1 else None
    if form is None:
        return
    for passage in passages(page):
        for at, word in _found(own_words(passage.text), form):
            findings.add(passage.line_at(at), MistakeCode.MIXED_ADDRESS, right=form.right, word=word)


def _found(text: str, form: _Form) -> Iterator[tuple[int, str]]:
    for at, sentence in sentences(text):
        lead = len(sentence) - len(sentence.lstrip(" \n–-:;,.("))
        if found := form.wrong.search(sentence[lead:]):
            yield at + lead + found.start(), found["asked"] or found["bidden"]
