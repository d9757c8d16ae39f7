"""What the official documentation says of the OpenAPI's limits, in tables that the server enforces row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Any

CONSULTATION, TRANSACTION, PROMOTION = (
    "/v3.0/oa/message/cs",
    "/v3.0/oa/message/transaction",
    "/v3.0/oa/message/promotion",
)
IMAGE, GIF, FILE = "/v2.0/oa/upload/image", "/v2.0/oa/upload/gif", "/v2.0/oa/upload/file"
MB = 1_000_000
EVERYWHERE = (CONSULTATION, TRANSACTION, PROMOTION)
CARDS = (TRANSACTION, PROMOTION)
PAYLOAD = "message.attachment.payload"
TOO_MUCH, INVALID = -210, -201


class Unit(Enum):
    """What is counted."""

    CHARACTERS = auto()  # UTF-16 units, the stricter way
    ITEMS = auto()
    BYTES = auto()


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many at a path such as `message.text`, where `*` means every element and `[x]` those of type x."""

    paths: tuple[str, ...]
    field: str
    unit: Unit
    most: int
    code: int = TOO_MUCH


LIMITS = (
    Limit((CONSULTATION,), "message.text", Unit.CHARACTERS, 2000),
    Limit((CONSULTATION,), f"{PAYLOAD}.buttons", Unit.ITEMS, 5),
    Limit((CONSULTATION,), f"{PAYLOAD}.buttons.*.title", Unit.CHARACTERS, 100),
    Limit((CONSULTATION,), f"{PAYLOAD}.elements", Unit.ITEMS, 5),
    Limit(EVERYWHERE, f"{PAYLOAD}.buttons.[oa.query.hide].payload", Unit.CHARACTERS, 1000),
    Limit(EVERYWHERE, f"{PAYLOAD}.buttons.[oa.query.show].payload", Unit.CHARACTERS, 1000),
    Limit(EVERYWHERE, f"{PAYLOAD}.buttons.[oa.open.sms].payload.content", Unit.CHARACTERS, 160),
    Limit(CARDS, f"{PAYLOAD}.buttons", Unit.ITEMS, 4),
    Limit(CARDS, f"{PAYLOAD}.buttons.*.title", Unit.CHARACTERS, 35),
    Limit(CARDS, f"{PAYLOAD}.elements.[header].content", Unit.CHARACTERS, 100),
    Limit((TRANSACTION,), f"{PAYLOAD}.elements.[text].content", Unit.CHARACTERS, 250),
    Limit((PROMOTION,), f"{PAYLOAD}.elements.[text].content", Unit.CHARACTERS, 1000),
    Limit(CARDS, f"{PAYLOAD}.elements.[table].content.*.key", Unit.CHARACTERS, 35),
    Limit(CARDS, f"{PAYLOAD}.elements.[table].content.*.value", Unit.CHARACTERS, 100),
    Limit((IMAGE,), "file", Unit.BYTES, 1 * MB),
    Limit((GIF,), "file", Unit.BYTES, 5 * MB),
    Limit((FILE,), "file", Unit.BYTES, 5 * MB),
)
MOST_TEXTS = 2  # elements of type text in a template
KINDS = {  # of a file by its first bytes or its name
    IMAGE: (b"\x89PNG", b"\xff\xd8\xff"),
    GIF: (b"GIF8",),
}
SUFFIXES = (".pdf", ".doc", ".docx", ".csv")
TEMPLATES = {
    f"transaction_{kind}"
    for kind in (
        *("billing", "order", "reward", "contract", "booking", "membership", "event", "transaction", "account"),
        *("internal", "partnership", "education", "rating"),
    )
}


@dataclass(frozen=True, slots=True)
class Window:
    """Who may be written to: for so long after the last interaction; None: only followers, however long ago."""

    path: str
    lasts: timedelta | None
    code: int
    night: int = 0  # the code between 22:00 and 06:00; 0 where the night is open


WINDOWS = (
    Window(CONSULTATION, timedelta(days=7), -230),
    Window(TRANSACTION, timedelta(days=365), -230),
    Window(PROMOTION, None, -213, night=-234),
)
FREE = timedelta(hours=48)  # of consultation, after the last interaction
PROMOTIONS_A_DAY = 1  # to one person, else -218
CALLS_A_MINUTE = 4000  # of one app, else -32
UPLOADS_A_MONTH = 5000  # of each kind, else -211

CODE_LASTS = timedelta(minutes=10)
ACCESS_LASTS = timedelta(hours=25)
REFRESH_LASTS = timedelta(days=90)
UPLOAD_LASTS = timedelta(days=7)  # else -100


def breaches(path: str, body: Mapping[str, Any]) -> Iterator[Limit]:
    """Every limit that a request breaks."""
    for limit in LIMITS:
        if path in limit.paths and any(_measured(limit.unit, one) > limit.most for one in found(body, limit.field)):
            yield limit


def found(body: Any, field: str) -> list[Any]:
    """What stands at a path."""
    if "[" in field:
        return _typed(body, field)
    values = [body]
    for step in field.split("."):
        values = [inner for outer in values for inner in _inside(outer, step)]
    return values


def _typed(body: Any, field: str) -> list[Any]:
    before, _, rest = field.partition(".[")
    kind, _, after = rest.partition("].")
    listed = [one for many in found(body, before) if isinstance(many, list) for one in many]
    return [value for one in listed if isinstance(one, dict) and one.get("type") == kind for value in found(one, after)]


def _inside(outer: Any, step: str) -> list[Any]:
    if step == "*":
        return outer if isinstance(outer, list) else []
    return [outer[step]] if isinstance(outer, dict) and step in outer else []


def _measured(unit: Unit, value: Any) -> int:
    if unit is Unit.CHARACTERS:
        return len(value.encode("utf-16-le", "surrogatepass")) // 2 if isinstance(value, str) else 0
    return len(value) if isinstance(value, list | bytes) else 0
