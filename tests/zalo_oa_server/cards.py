"""What a message has to look like, apart from what is counted."""

from collections.abc import Mapping
from typing import Any

from tests.zalo_oa_server.calls import Refused
from tests.zalo_oa_server.limits import INVALID, MOST_TEXTS, TEMPLATES, TRANSACTION


def check_button(button: Mapping[str, Any]) -> None:
    """Raises Refused for a button that Zalo does not know."""
    payload = button.get("payload")
    match button.get("type"):
        case "oa.query.hide" | "oa.query.show":
            sound = isinstance(payload, str) and bool(payload)
        case "oa.open.url":
            sound = isinstance(payload, dict) and str(payload.get("url", "")).startswith("http")
        case "oa.open.phone" | "oa.open.sms":
            sound = isinstance(payload, dict) and str(payload.get("phone_code", "")).startswith("84")
        case _:
            sound = False
    if not sound or not button.get("title"):
        raise Refused(INVALID, "button is invalid")


def check_card(path: str, payload: Mapping[str, Any]) -> None:
    """Raises Refused for a template that Zalo has not approved, or that names nothing."""
    kinds = TEMPLATES if path == TRANSACTION else {"promotion"}
    texts = [one for one in payload.get("elements", []) if one.get("type") == "text"]
    rows = [row for one in payload.get("elements", []) if one.get("type") == "table" for row in one["content"]]
    named = any(row["key"].startswith("Mã ") or row["key"] == "Tên khách hàng" for row in rows)
    if payload.get("template_type") not in kinds or len(texts) > MOST_TEXTS or (path == TRANSACTION and not named):
        raise Refused(INVALID, "template is invalid")
