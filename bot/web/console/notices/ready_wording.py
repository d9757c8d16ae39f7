"""What the wording rules say about what lies ready: it is approved with the notice, so it is judged with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.conversation.notice_facts import NoticeWritten
from bot.conversation.offices.notice_findings import findings
from bot.conversation.visit import Visit
from bot.notices.holes import holes
from bot.notices.sentences import said_of
from bot.translations import mark
from bot.web.console.notices.ready import LONGEST, TITLES, field_id
from broadcasts.notice import Notice
from broadcasts.wording.codes import Severity
from broadcasts.wording.findings import Finding

_OF = mark("{title}: {found}")
_HOLE = mark("Còn chỗ trống {name} chưa điền.")


@dataclass(frozen=True, slots=True)
class Judged:
    """One finding in a ready text; `id` is the text's, one of TITLES."""

    id: str
    finding: Finding

    def said(self, visit: Visit) -> str:
        """In words, with the text that it is about."""
        return _said(visit, self.id, said_of(self.finding, visit.words))


def judged(visit: Visit, fact: NoticeWritten, severity: Severity) -> tuple[Judged, ...]:
    """What is to be mended, or looked at, in these texts and not in the notice itself, where it is told already."""
    officer = visit.person.officer
    if officer is None:
        return ()
    known = {(one.code, one.field) for one in findings(visit, fact.notice, officer)}
    return tuple(
        Judged(id, one)
        for id, text in _texts(fact)
        for one in findings(visit, text, officer)
        if one.severity is severity and one.field in LONGEST and (one.code, one.field) not in known
    )


def to_mend(visit: Visit, fact: NoticeWritten) -> Iterator[tuple[str, str]]:
    """Each mistake: the id of its field, and what to do there."""
    for id, text in _texts(fact):
        for name in LONGEST:
            for _, hole in holes(getattr(text, name))[:1]:
                yield field_id(id, name), _said(visit, id, visit.say(_HOLE, name=f"{{{hole}}}"))
    yield from ((field_id(one.id, one.finding.field), one.said(visit)) for one in judged(visit, fact, Severity.ERROR))


def _texts(fact: NoticeWritten) -> Iterator[tuple[str, Notice]]:
    for id, text in zip(TITLES, (fact.correction, fact.all_clear), strict=True):
        if text is not None:
            yield id, text


def _said(visit: Visit, id: str, sentence: str) -> str:
    return visit.say(_OF, title=visit.say(TITLES[id]), found=sentence)
