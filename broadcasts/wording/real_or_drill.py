"""A drill is marked as one, and nothing real looks like one. Hawaii, 13 January 2018: "this is not a drill"."""

import re
from collections.abc import Iterator

from broadcasts.notice import Kind
from broadcasts.wording.case import Case
from broadcasts.wording.codes import Code
from broadcasts.wording.findings import Finding, found

MARKER = "[DIỄN TẬP]"
_HEAD = re.compile(r"\[\s*diễn\s+tập\s*\]", re.IGNORECASE)
_FOOT = re.compile(r"\[\s*diễn\s+tập\s*\][.!]?\s*\Z", re.IGNORECASE)


def _real(case: Case) -> Iterator[Finding]:
    """A correction may say that what it takes back was sent in a drill."""
    if case.notice.drill or case.notice.kind is Kind.CANCEL:
        return
    for said in case.facts.drill_words:
        yield found(Code.DRILL_WORDS, said.field, said=said.words)


def _denied(case: Case) -> Iterator[Finding]:
    for said in case.facts.not_a_drill:
        yield found(Code.NOT_A_DRILL, said.field, said=said.words)


def _marked(case: Case) -> Iterator[Finding]:
    """The headline begins with the marker, and some text ends with it: the foot may stand under any of them."""
    if not case.notice.drill:
        return
    if not _HEAD.match(case.notice.headline.lstrip()):
        yield found(Code.DRILL_UNMARKED, "headline", marker=MARKER)
    if not any(_ends_marked(text) for _, text in case.texts()):
        yield found(Code.DRILL_UNMARKED, "instruction", marker=MARKER)


def _ends_marked(text: str) -> bool:
    """Whether the marker stands at the end and is not the one at the head."""
    foot = _FOOT.search(text)
    return bool(foot and text[: foot.start()].strip())


RULES = (_real, _denied, _marked)
