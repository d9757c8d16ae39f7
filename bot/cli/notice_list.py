"""The notices that were sent, as a script knows them, and what a message is that may be a copy of one."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import IO, Any

from bot.notices.public import PublicNotice
from bot.notices.recognise import Copied, looks_like_notice, recognise
from bot.notices.verdicts import Answer, Verdict, answer_to_copy
from bot.notices.written import read_notice
from broadcasts.broadcast import State
from broadcasts.code import read_code

# A code is written in capitals; digits alone are a telephone number and letters alone a word, unless it is parted.
_CODE = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9A-Z]{4}[-–—][0-9A-Z]{4}|(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]{8})(?![0-9A-Za-z])"
)
_STATES = frozenset(state.value for state in State)
VERDICTS = {
    Verdict.HOLDS: "official",
    Verdict.DRILL: "official",
    Verdict.ALTERED: "altered",
    Verdict.REPLACED: "not_in_force",
    Verdict.WITHDRAWN: "not_in_force",
    Verdict.OVER: "not_in_force",
    Verdict.NONE: "no_such_notice",
}


class BadNotices(Exception):
    """A line holds no notice with a code and a state; the message says which."""


def read_notices(file: IO[bytes]) -> tuple[PublicNotice, ...]:
    """One notice a line, the newest first, as `camtay broadcast check --jsonl` reads them, with `code` and `state`.

    `replaced_by` may hold the code of the text that holds in its place. Raises BadNotices.
    """
    return tuple(_notice(number, line) for number, line in enumerate(file, 1) if line.strip())


def _notice(number: int, line: bytes) -> PublicNotice:
    fields = _fields(line)
    code, state = read_code(str(fields.get("code") or "")), str(fields.get("state") or "")
    if code is None or state not in _STATES:
        raise BadNotices(f"line {number}: a JSON object with a code and a state is needed")
    newer = read_code(str(fields.get("replaced_by") or "")) or ""
    return PublicNotice(code, read_notice(fields).notice, State(state), newer)


def _fields(line: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def official_answer(text: str, notices: Sequence[PublicNotice], now: datetime) -> Answer | None:
    """What is known of a text that is a notice or claims to be one; None for any other.

    Who claims to be one presents itself as a notice of an office and bears a code as our notices do.
    """
    match = recognise(text, notices)
    if match.kind is not Copied.NONE:
        known = {one.code: one for one in reversed(notices)}
        return answer_to_copy(match, known.get, now)
    return Answer(Verdict.NONE) if looks_like_notice(text) and any(_codes(text)) else None


def _codes(text: str) -> Iterable[str]:
    return (code for written in _CODE.findall(text) if (code := read_code(written)))
