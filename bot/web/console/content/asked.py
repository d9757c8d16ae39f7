"""What a request to the editor is about: its file, its text; and how moments are written."""

from collections.abc import Callable
from datetime import datetime

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.visit import VIETNAM
from bot.storage.counting.lesson_figures import FEWEST
from bot.web.console.at import At
from bot.web.console.content.places import TABLE_NAMES, Kind, Place, place_of

LARGEST = 2_000_000  # bytes of a form: a letter with marks takes nine when a browser sends it
LONGEST_TEXT = 300_000  # characters


def place(at: At) -> Place:
    """The file that the address names; 404 for whatever may not be edited here."""
    found = place_of(at.request.path_params["path"])
    if found is None:
        raise HTTPException(404)
    return found


def text_of(form: FormData, name: str = "van-ban") -> str:
    """The text as it was typed; 413 where it is too long for any file."""
    value = form.get(name)
    if not isinstance(value, str):
        return ""
    if len(value) > LONGEST_TEXT:
        raise HTTPException(413)
    return value.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def title_of(at: At, here: Place, text: str) -> str:
    """What a file is called: its own title, the name of a table, else its path."""
    if here.kind is Kind.TABLE:
        return at.say(TABLE_NAMES[here.path])
    first = next((line for line in text.split("\n") if line.startswith("# ")), "")
    return first[2:].strip()[:200] or here.path


def moment(value: datetime) -> str:
    """A moment as it is written here: 14:10, 22/11/2026."""
    return f"{value.astimezone(VIETNAM):%H:%M, %d/%m/%Y}"


def few(at: At) -> Callable[[int | None], str]:
    """How a number of persons is written: one that is too small to be told as such."""
    return lambda persons: at.say("dưới {n}", n=FEWEST) if persons is None else f"{persons:,}".replace(",", ".")


def page(at: At, name: str, status: int = 200, **values: object) -> Response:
    """A page of the editor; `clock` writes its moments."""
    return at.page(f"content_{name}.html", status, clock=moment, **values)
