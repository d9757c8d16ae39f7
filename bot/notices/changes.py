"""What was changed in the words of a notice between two drafts, sentence by sentence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.notices.screens import PARTS
from broadcasts.notice import Notice

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
# The hours are left out: a draft that is put together anew begins and ends later by itself.
_WORDS: Mapping[str, str] = {
    part: PARTS[part] for part in ("headline", "description", "instruction", "place", "contact", "level")
}


@dataclass(frozen=True, slots=True)
class Change:
    """`part` is a marked sentence, one of PARTS; `before` or `after` is "" where sentences were added or left out."""

    part: str
    before: str
    after: str


def changes(before: Notice, after: Notice) -> tuple[Change, ...]:
    """Every changed place, in the order of the card."""
    return tuple(change for part in _WORDS for change in _of_part(part, before, after))


def _of_part(part: str, before: Notice, after: Notice) -> Iterator[Change]:
    one, other = _sentences(before, part), _sentences(after, part)
    for kind, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(_WORDS[part], " ".join(one[i:j]), " ".join(other[k:m]))


def _sentences(notice: Notice, part: str) -> list[str]:
    text = notice.level.value if part == "level" else str(getattr(notice, part))
    return [sentence for sentence in _SENTENCE.split(text.strip()) if sentence]
