"""What a deed that was refused looks like in a browser."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.facts import Why
from bot.conversation.refusals import why_not
from bot.web.console.at import At
from broadcasts.governance import Denial

Refused = Why | Denial | None
_NOT_YOURS = frozenset({Denial.ACCOUNT, Denial.ROLE, Denial.AREA})


def answered(at: At, refused: Refused, path: str, said: str) -> Response:
    """Back to the page of the thing, where it is said what was done, or why not. Raises HTTPException 403 and 404."""
    if refused is Why.UNKNOWN:
        raise HTTPException(404)
    if refused in _NOT_YOURS:
        raise HTTPException(403)
    return at.go(path, at.say(why_not(refused)) if refused else said)
