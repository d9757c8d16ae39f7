"""A notice in a file, made ready to be submitted: read, judged, with its correction and its all-clear."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.notices.known import Known
from bot.notices.sentences import said_of
from bot.notices.text_facts import text_facts
from bot.notices.written import read_moment, read_notice
from bot.translations import Words
from broadcasts.notice import Kind, Notice
from broadcasts.officer import Officer
from broadcasts.wording import Finding, Severity, check
from broadcasts.wording.real_or_drill import MARKER

WORDS = Words()
say = WORDS.say
AFTERWARDS = timedelta(hours=24)  # how long after the notice's own end what follows it still holds
LONGEST = timedelta(hours=72)  # from the notice's beginning
_TEXTS = ("headline", "description", "instruction")


class NoNotice(Exception):
    """The file holds no JSON object."""


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """The notice with what lies ready for it, and everything that was found about their wording."""

    notice: Notice
    correction: Notice | None
    all_clear: Notice | None
    refers_to: str  # id or code of the notice that it follows, as the file has it
    begins: datetime | None  # not sent before
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Whether it cannot be submitted like this."""
        return any(one.severity is Severity.ERROR for one in self.findings)

    def told(self) -> Iterator[str]:
        """Each finding in a line, errors first."""
        for one in sorted(self.findings, key=lambda one: one.severity is not Severity.ERROR):
            yield f"- {said_of(one, WORDS)}  [{one.code}]"

    def rows(self, severity: Severity) -> list[dict[str, str]]:
        """The findings of one kind, for scripts."""
        return [{"code": one.code, "message": said_of(one, WORDS)} for one in self.findings if one.severity is severity]


def read_file(written: bytes, officer: Officer, known: Known, now: datetime, kind: Kind | None = None) -> NoticeFile:
    """The notice in these bytes, judged as this officer's; `kind` says what it is to be. Raises NoNotice."""
    fields = _fields(written)
    read = read_notice(fields)
    notice = replace(read.notice, kind=kind) if kind else read.notice
    ready = _ready(notice, fields)
    judged = [found for text in (notice, *filter(None, ready)) for found in _found(text, officer, known, now)]
    begins = read_moment(str(fields.get("begins") or ""))
    return NoticeFile(
        notice, *ready, str(fields.get("refers_to") or ""), begins, tuple(dict.fromkeys((*read.findings, *judged)))
    )


def _fields(written: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError) as wrong:
        raise NoNotice from wrong
    if not isinstance(fields, dict):
        raise NoNotice
    return fields


def _found(notice: Notice, officer: Officer, known: Known, now: datetime) -> tuple[Finding, ...]:
    return check(notice, text_facts(notice, known), now, officer.areas)


def _ready(notice: Notice, fields: Mapping[str, Any]) -> tuple[Notice | None, Notice | None]:
    """What is sent when it was wrong, and when the danger is over: as the file says, or in general words."""
    if notice.kind not in (Kind.ACTUAL, Kind.UPDATE):
        return None, None
    return (
        _following(notice, Kind.CANCEL, _correction(notice) | _given(fields, "correction")),
        _following(notice, Kind.ALL_CLEAR, _all_clear(notice) | _given(fields, "all_clear")),
    )


def _given(fields: Mapping[str, Any], name: str) -> dict[str, str]:
    given = fields.get(name)
    return {key: str(given[key]) for key in _TEXTS if key in given} if isinstance(given, dict) else {}


def _correction(notice: Notice) -> dict[str, str]:
    event = notice.event or say("vừa gửi")
    return {
        "headline": say("Đính chính thông báo {event}", event=event),
        "description": say("Thông báo {event} gửi trước đó không đúng, nay được rút lại.", event=event),
        "instruction": say("Bỏ qua thông báo trước. {ask}", ask=_ask(notice)),
    }


def _all_clear(notice: Notice) -> dict[str, str]:
    event = notice.event or say("vừa gửi")
    return {
        "headline": say("Hết nguy hiểm: {event}", event=event),
        "description": say("Việc nêu trong thông báo {event} trước đó đã qua.", event=event),
        "instruction": say("Bà con sinh hoạt bình thường trở lại. {ask}", ask=_ask(notice)),
    }


def _ask(notice: Notice) -> str:
    if notice.contact:
        return say("Gọi {contact} nếu cần hỏi.", contact=notice.contact)
    return say("Gọi trưởng thôn hoặc tổ trưởng nếu cần hỏi.")


def _following(notice: Notice, kind: Kind, texts: Mapping[str, str]) -> Notice:
    before, after = (f"{MARKER} ", f" {MARKER}") if notice.drill else ("", "")
    return replace(
        notice,
        kind=kind,
        headline=before + texts["headline"],
        description=texts["description"],
        instruction=texts["instruction"] + after,
        ends=notice.ends and max(notice.ends, _not_beyond(notice.starts, notice.ends + AFTERWARDS)),
    )


def _not_beyond(starts: datetime | None, ends: datetime) -> datetime:
    return min(ends, starts + LONGEST) if starts else ends
