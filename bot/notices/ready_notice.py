"""A notice given as fields, made ready to be submitted: read, judged, with its correction and its all-clear."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.notices.known import Known
from bot.notices.sentences import said_of
from bot.notices.text_facts import text_facts
from bot.notices.tidy import tidy
from bot.notices.written import read_moment, read_notice
from bot.translations import Words
from broadcasts.notice import Kind, Notice
from broadcasts.officer import Officer
from broadcasts.wording import Code, Finding, Severity, check, found
from broadcasts.wording.real_or_drill import MARKER

WORDS = Words()
say = WORDS.say
AFTERWARDS = timedelta(hours=24)  # how long after the notice's own end what follows it still holds
LONGEST = timedelta(hours=72)  # from the notice's beginning
_TEXTS = ("headline", "description", "instruction")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ReadyNotice:
    """The notice with what lies ready for it, and everything that was found about their wording."""

    notice: Notice
    correction: Notice | None
    all_clear: Notice | None
    refers_to: str  # id or code of the notice that it follows, as it was written
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


def ready_notice(
    fields: Mapping[str, Any], officer: Officer, known: Known, now: datetime, kind: Kind | None = None
) -> ReadyNotice:
    """The notice in these fields, judged as this officer's; `kind` says what it is to be."""
    read = read_notice(fields)
    notice = replace(read.notice, kind=kind) if kind else read.notice
    ready = made_ready(notice, fields)
    judged = [one for text in (notice, *filter(None, ready)) for one in _judged(text, officer, known, now)]
    written = str(fields.get("begins") or "")
    begins = read_moment(written)
    findings = (*read.findings, *_no_moment(written, begins), *judged)
    return ReadyNotice(notice, *ready, str(fields.get("refers_to") or ""), begins, tuple(dict.fromkeys(findings)))


def _judged(notice: Notice, officer: Officer, known: Known, now: datetime) -> tuple[Finding, ...]:
    return check(notice, text_facts(notice, known), now, officer.areas)


def _no_moment(written: str, begins: datetime | None) -> Iterator[Finding]:
    """What was meant for an hour that nobody can read must not leave at once."""
    if written and begins is None:
        yield found(Code.TIME_UNREADABLE, "begins", value=f"“{written[:_LONGEST_SHOWN]}”")


def made_ready(notice: Notice, fields: Mapping[str, Any]) -> tuple[Notice | None, Notice | None]:
    """What is sent when it was wrong, and when the danger is over: as the fields say, or in general words."""
    if notice.kind not in (Kind.ACTUAL, Kind.UPDATE):
        return None, None
    return (
        _following(notice, Kind.CANCEL, _correction(notice) | _given(fields, "correction")),
        _following(notice, Kind.ALL_CLEAR, _all_clear(notice) | _given(fields, "all_clear")),
    )


def _given(fields: Mapping[str, Any], name: str) -> dict[str, str]:
    given = fields.get(name)
    return {key: tidy(str(given[key])) for key in _TEXTS if key in given} if isinstance(given, dict) else {}


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
