"""Codes and texts of notices that somebody types, pastes or forwards, and a limit for those who guess codes."""

import re

from bot.conversation.facts import Need
from bot.conversation.notice_facts import NoticeNeed
from bot.conversation.visit import Move, Visit
from bot.messages import Incoming, Kind
from bot.notices.public import PublicNotice
from bot.notices.recognise import Copied, Match, looks_like_notice, recognise
from bot.notices.screens import body
from broadcasts.code import LENGTH, read_code

MOST_WRONG = 5  # codes in a minute
MINUTE = 60
_PREFIX = re.compile(
    r"(?:mã kiểm tra|mã thông báo|mã|ma kiem tra|ma thong bao|ma)\s*(?::|số|so|là|la|\s)\s*", re.IGNORECASE
)
_AROUND = " .!?\n\t"
_PARTED = re.compile(r"[0-9A-Za-z]{4}\s?[-–—.]\s?[0-9A-Za-z]{4}")
_CODE_INSIDE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z]{4}[-–—]?[0-9A-Z]{4}(?![0-9A-Za-z])")
_BINDING = re.compile(r"ma-[0-9a-z-]{4,40}", re.IGNORECASE)
_LONGEST_CODE = 20  # characters, with what is put between them
LEAST_PASTED = 60  # characters; shorter ones are what somebody says


def needs(visit: Visit, incoming: Incoming) -> tuple[Need, ...]:
    """The notice that is asked for, where it is older than what everybody's memory holds."""
    if incoming.choice is not None or len(incoming.text) < LENGTH or incoming.kind not in (Kind.TEXT, Kind.FORWARD):
        return ()
    code = read_typed(visit, incoming.text) or code_inside(incoming.text)
    return () if code is None or any(one.code == code for one in visit.world.notices) else (NoticeNeed(code),)


def find(visit: Visit, code: str) -> PublicNotice | None:
    """The notice with this code; what was read for this turn is newer than everybody's memory."""
    seen = visit.given.notices.notice
    if seen is not None and seen.broadcast.code == code:
        return PublicNotice.of(seen.broadcast, seen.replaced_by, visit.now)
    return next((one for one in visit.world.notices if one.code == code), None)


def typed(visit: Visit, text: str) -> Move | None:
    """What follows from words that no scene wanted: a code, or the text of a notice; None for anything else."""
    code = read_typed(visit, text)
    if code is not None:
        return by_code(visit, code)
    return pasted(visit, text) if len(text) >= LEAST_PASTED else None


def by_code(visit: Visit, code: str) -> Move:
    """The answer to a code; whoever has typed too many wrong ones waits for a minute."""
    if _locked(visit):
        return Move("check", {"step": "wait"})
    return Move("check", {"code": code}, changes={} if find(visit, code) else _one_more_wrong(visit))


def pasted(visit: Visit, text: str) -> Move | None:
    """As `forwarded`, for what somebody has typed: of an altered copy the rest may be their own words."""
    found = forwarded(visit, text)
    code = found.place.get("altered") if found else None
    return None if code and _tells_of_need(visit, text, find(visit, code)) else found


def forwarded(visit: Visit, text: str) -> Move | None:
    """The answer to the text of a notice; None where it is none of ours and bears no code as ours do.

    Every commune sends notices that are not ours, and people speak of them. A notice may tell of danger itself: only
    where it is no copy of ours, people in need come first.
    """
    code = code_inside(text)
    if code is not None and _locked(visit):
        return None if _tells_of_need(visit, text) else Move("check", {"step": "wait"})
    old = find(visit, code) if code else None
    known = visit.world.notices if old is None or old in visit.world.notices else (old, *visit.world.notices)
    match = recognise(text, known)
    if match.kind is not Copied.NONE:
        return Move("check", _place(match))
    if code is None or not looks_like_notice(text) or _tells_of_need(visit, text):
        return None
    return Move("check", {"step": "none"}, changes=_one_more_wrong(visit))


def _tells_of_need(visit: Visit, text: str, known: PublicNotice | None = None) -> bool:
    """Whether the text tells of an emergency, and of another than this notice does."""
    from bot.conversation.asking import emergency_in  # the first page can do without

    found = emergency_in(visit, text)
    said = "\n".join(one.text for one in body(known.notice, known.code, visit.words)) if known else ""
    return found is not None and (not said or found != emergency_in(visit, said))


def asked_code(text: str) -> str | None:
    """The code that a whole text is, where nothing else is asked for: "mã 7k2m 9qxa"."""
    bare = _bare(text.strip(_AROUND))
    return read_code(bare) if len(bare) <= _LONGEST_CODE else None


def _bare(text: str) -> str:
    return _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text


def read_typed(visit: Visit, text: str) -> str | None:
    """The code that a whole text is; plain words of eight letters are none unless they are written like one."""
    whole = text.strip(_AROUND)
    bare = _bare(whole)
    code = asked_code(text)
    if code is None or any(one.code == code for one in visit.world.notices):
        return code
    mixed = not bare.isdecimal() and (any(map(str.isdigit, bare)) or bare.isupper())
    return code if bare != whole or mixed or _PARTED.fullmatch(bare) else None


def code_inside(text: str) -> str | None:
    """A code that stands in a longer text; digits alone are more often a telephone number."""
    written = (match[0] for match in _CODE_INSIDE.finditer(text))
    mixed = (one for one in written if any(map(str.isalpha, one)) and (_PARTED.fullmatch(one) or not one.isalpha()))
    return next((code for one in mixed if (code := read_code(one))), None)


def binding_code(text: str) -> str | None:
    """An officer's one-time code, as the link and the typed words carry it: `ma-…`."""
    return text.strip()[3:] if _BINDING.fullmatch(text.strip()) else None


def _place(match: Match) -> dict[str, object]:
    if match.kind is Copied.TRUE:
        return {"code": match.code}
    return {"altered": match.code, "differences": [[one.copied, one.true] for one in match.differences]}


def _recent(visit: Visit) -> tuple[int, ...]:
    now = int(visit.now.timestamp())
    return tuple(at for at in visit.state.wrong_codes if now - MINUTE < at <= now)


def _locked(visit: Visit) -> bool:
    return len(_recent(visit)) >= MOST_WRONG


def _one_more_wrong(visit: Visit) -> dict[str, tuple[int, ...]]:
    return {"wrong_codes": (*_recent(visit), int(visit.now.timestamp()))[-MOST_WRONG:]}
