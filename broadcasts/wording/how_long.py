"""How long each form would be, and each sentence."""

from collections.abc import Iterator

from broadcasts.wording.case import Case
from broadcasts.wording.codes import Code
from broadcasts.wording.findings import Finding, found
from broadcasts.wording.forms import MOST_HEADLINE, MOST_LONG, MOST_SECONDS, MOST_SHORT, long_form, short_form

MOST_WORDS = 20
MOST_UNBROKEN = 45  # characters on one line of the card


def _headline(case: Case) -> Iterator[Finding]:
    if (length := len(case.notice.headline)) > MOST_HEADLINE:
        yield found(Code.HEADLINE_LONG, "headline", length=length, most=MOST_HEADLINE)


def _forms(case: Case) -> Iterator[Finding]:
    if (length := len(short_form(case.notice))) > MOST_SHORT:
        yield found(Code.SHORT_FORM_LONG, "instruction", length=length, most=MOST_SHORT)
    if (length := len(long_form(case.notice))) > MOST_LONG:
        yield found(Code.LONG_FORM_LONG, "description", length=length, most=MOST_LONG)
    if case.facts.seconds > MOST_SECONDS:
        yield found(Code.SPEECH_LONG, "description", seconds=round(case.facts.seconds), most=round(MOST_SECONDS))


def _sentences(case: Case) -> Iterator[Finding]:
    for sentence in case.facts.sentences:
        if sentence.words > MOST_WORDS:
            text, count = sentence.beginning, sentence.words
            yield found(Code.SENTENCE_LONG, sentence.field, text=text, count=count, most=MOST_WORDS)


def _lines(case: Case) -> Iterator[Finding]:
    """Lines are broken at blanks when they are laid out; only a piece without any can be too long for one."""
    for field, text in case.texts():
        for piece in text.split():
            if len(piece) > MOST_UNBROKEN:
                yield found(Code.LINE_UNBREAKABLE, field, text=piece, most=MOST_UNBROKEN)


RULES = (_headline, _forms, _sentences, _lines)
