"""The first page after signing in: what waits for this officer, and the ways to everything they may do."""

from starlette.responses import Response

from bot.web.console.access import SIGNED_IN
from bot.web.console.at import At
from bot.web.console.door import Door


async def home(at: At) -> Response:
    """What there is to do."""
    return at.page("home.html")


ROUTES = (Door("", home, SIGNED_IN),)
