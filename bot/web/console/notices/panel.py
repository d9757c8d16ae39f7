"""What stands beside the form: what is wrong, whom it reaches, and the notice exactly as people will get it."""

from dataclasses import dataclass
from datetime import timedelta

from bot.conversation.notice_facts import NoticeWritten
from bot.conversation.offices.figures import lasting
from bot.conversation.offices.notice_area import spelled
from bot.conversation.offices.notice_findings import findings, tick, warnings
from bot.conversation.offices.officer_calls import NO_CODE
from bot.conversation.offices.reach_words import people, told_reach
from bot.conversation.visit import Visit
from bot.notices.forms import short_text, speech_text
from bot.notices.screens import EVERYBODY, notice_screen
from bot.notices.sentences import said_of
from bot.notices.text_facts import seconds_of
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.delivery.mailings import reach as count
from bot.web.console.at import At
from bot.web.console.notices.form import Mistake, mistakes
from bot.web.console.notices.looking import visit_of, with_reach
from bot.web.console.notices.networks import Shown, Way, laid_out, ways
from bot.web.console.notices.ready import titled
from bot.web.console.notices.ready_wording import judged
from bot.web.console.notices.typed import Typed, typed_of, written
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Notice
from broadcasts.wording.codes import Severity


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that an officer looks at before a notice leaves."""

    mistakes: tuple[Mistake, ...]
    warnings: tuple[str, ...]
    tick: str  # names exactly these warnings; "" for none
    people: int
    reach: tuple[str, ...]  # head count, duration, price, how long it takes to read out, in words
    ways: tuple[Way, ...]  # the same network by network
    shown: tuple[Shown, ...]
    aloud: str
    short: str
    recording: str  # the notice read aloud by somebody; "" for none
    ready: tuple[tuple[str, Notice], ...]  # what may be sent later, each with its title (marked)


async def panel_of(at: At, typed: Typed, broadcast: Broadcast | None = None) -> Panel:
    """The panel of a text as it is typed now; `broadcast` is what is kept of it."""
    visit = visit_of(at)
    fact = written(visit, "", typed)
    known = await at.read(lambda tx: _asked(tx, at, fact.notice, typed, broadcast))
    return _panel(at, with_reach(visit, known.reach), fact, mistakes(visit, typed), known)


async def panel_of_kept(at: At, broadcast: Broadcast) -> Panel:
    """The panel of a notice as it is kept."""
    return await panel_of(at, typed_of(visit_of(at), broadcast), broadcast)


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom it reaches, what is kept of it, and the notice that it would replace."""

    reach: dict[str, int]
    kept: Broadcast | None
    before: Broadcast | None


def _asked(tx: Transaction, at: At, notice: Notice, typed: Typed, kept: Broadcast | None) -> _Known:
    areas = spelled(notice.areas)
    reach = count(tx, areas, notice.level, at.now) if areas else {}
    return _Known(reach, kept, load(tx, typed.refers_to) if typed.refers_to else None)


def _panel(at: At, visit: Visit, fact: NoticeWritten, wrong: tuple[Mistake, ...], known: _Known) -> Panel:
    officer, reach, kept, notice = visit.person.officer, known.reach, known.kept, fact.notice
    found = findings(visit, notice, officer) if officer else ()
    later = judged(visit, fact, Severity.WARNING)
    code, recording = (kept.code, kept.recording) if kept else (NO_CODE, "")
    return Panel(
        wrong,
        (*(said_of(one, visit.words) for one in warnings(found)), *(one.said(visit) for one in later)),
        tick((*found, *(one.finding for one in later))),
        people(reach),
        (*told_reach(visit, reach).text.splitlines(), _read_out(visit, notice)),
        tuple(ways(reach, visit)),
        shown_on(at, notice, code, recording, known.before),
        speech_text(notice, code),
        short_text(notice, code),
        recording,
        tuple(titled((fact.correction, fact.all_clear))),
    )


def _read_out(visit: Visit, notice: Notice) -> str:
    """How long a loudspeaker takes."""
    span = timedelta(seconds=seconds_of(notice))
    return visit.say("Loa đọc hết trong chừng {span}.", span=lasting(span, visit.words))


def shown_on(at: At, notice: Notice, code: str, recording: str, before: Broadcast | None) -> tuple[Shown, ...]:
    """The very card that is sent, on each network."""
    replaced = (before.code, before.notice) if before else ("", None)
    return laid_out(notice_screen(notice, code, EVERYBODY, recording, replaced), at)
