"""One desk for whatever people say: whether the message itself is to be talked about, or what it asks."""

from collections.abc import Mapping

from bot.advice import wants
from bot.advice.book.answers import NO_TITLES, SURE, index_of, respond
from bot.advice.known import Known
from bot.advice.response import Response, Route
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.told import told
from bot.advice.verdict import Check, Verdict
from bot.learning.address import FORM_OF
from bot.learning.lesson import Audience
from bot.learning.mentions import links
from bot.translations import Words

_LOOK_FIRST = 0.5  # how likely it is that a look is wanted, from which signs come before an approved answer; fitted
_ASKED = frozenset({Route.FAQ, Route.UNKNOWN, Route.SCAM_HELP})  # what may speak of a message that has just come
_ALONE = frozenset(one for one in Signal if one.name.startswith(("NUMBER_", "QR_"))) - {Signal.QR_LURES}


def advise(
    text: str,
    audience: Audience | None,
    known: Known,
    *,
    titles: Mapping[str, str] = NO_TITLES,
    words: Words | None = None,
) -> Response:
    """What to say to any message; `titles` and `words` as `respond` takes them."""
    spoken = words or Words(address=FORM_OF[audience])
    response = respond(text, audience, known.knowledge, titles=titles, words=spoken)
    if response.route not in _ASKED or (response.route is Route.FAQ and response.score >= SURE):
        return response
    found = check(text, known)
    if not _is_talked_of(text, response, found, known):
        return response
    reply = "\n".join(told(found, known.knowledge, spoken))
    return Response(Route.SCAM_HELP, reply, score=response.score, shown=response.shown, verdict=found)


def _is_talked_of(text: str, response: Response, found: Check, known: Known) -> bool:
    """Whether to tell what the message shows: somebody else's, nothing but a number, or one with signs that is no
    question with an answer."""
    if response.shown or _is_alone(text, found):
        return True
    if found.verdict is Verdict.NO_SIGN:
        return False
    answered = response.route is Route.FAQ or response.refused
    return not answered or wants.look(index_of(known.knowledge).plain(text)) >= _LOOK_FIRST


def _is_alone(text: str, found: Check) -> bool:
    """Whether it is nothing but a number, a link or the text of a QR code: that is no question, even without a sign."""
    return any(one.signal in _ALONE for one in found.reasons) or (len(text.split()) == 1 and any(links(text)))
