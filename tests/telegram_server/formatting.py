"""HTML as the Bot API reads it: strict about tags, offsets in UTF-16. MarkdownV2 is refused: nobody here writes it."""

import html
import re

from tests.telegram_server.calls import JSON, Call, Refused

_TOKEN = re.compile(r"<[^>]*>?|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|[^<&]+|&")
_NAME = re.compile(r"</?([^\s>]*)")
_HREF = re.compile(r"""href\s*=\s*["']?([^"'>\s]+)""")
_TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-spoiler": "spoiler",
}


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 code units, the unit of all offsets."""
    return len(text.encode("utf-16-le")) // 2


def formatted(call: Call, field: str) -> JSON:
    """`text` and `entities` (or `caption` and `caption_entities`) of a message; empty where the field is missing."""
    if not (source := call.text(field).strip()):
        return {}
    named = "entities" if field == "text" else "caption_entities"
    mode = call.text("parse_mode").lower()
    if mode not in {"", "none", "html"}:
        raise Refused(400, "unsupported parse_mode")
    plain, entities = parse_html(source) if mode == "html" else (source, call.decoded(named))
    if not (plain := plain.rstrip()):
        return {}
    return {field: plain, **({named: entities} if entities else {})}


def parse_html(source: str) -> tuple[str, list[JSON]]:
    """The plain text and its entities; raises Refused where Telegram would not understand a tag."""
    plain, entities, opened = "", [], list[tuple[str, JSON]]()
    for token in _TOKEN.finditer(source):
        written = token[0]
        if not written.startswith("<"):
            plain += html.unescape(written)
        elif not written.endswith(">"):
            raise _unreadable("Unclosed start tag", source, token)
        elif written.startswith("</"):
            entity = _closed(source, token, opened)
            entity["length"] = utf16_length(plain) - entity["offset"]
            if entity["length"]:
                entities.append(entity)
        else:
            opened.append(_opened(source, token, utf16_length(plain)))
    if opened:
        raise Refused(400, f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    return plain, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _opened(source: str, token: re.Match[str], offset: int) -> tuple[str, JSON]:
    name = _name(token)
    if name not in _TYPES:
        raise _unreadable(f'Unsupported start tag "{name}"', source, token)
    entity: JSON = {"type": _TYPES[name], "offset": offset, "length": 0}
    if name == "a" and (link := _HREF.search(token[0])):
        entity["url"] = html.unescape(link[1])
    return name, entity


def _closed(source: str, token: re.Match[str], opened: list[tuple[str, JSON]]) -> JSON:
    if not opened:
        raise _unreadable("Unexpected end tag", source, token)
    name, entity = opened.pop()
    if _name(token) != name:
        raise _unreadable("Unmatched end tag", source, token)
    return entity


def _name(token: re.Match[str]) -> str:
    found = _NAME.match(token[0])
    return found[1].lower() if found else ""


def _unreadable(what: str, source: str, token: re.Match[str]) -> Refused:
    offset = len(source[: token.start()].encode())
    return Refused(400, f"can't parse entities: {what} at byte offset {offset}")
