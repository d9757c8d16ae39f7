"""The form: what was typed is kept first, whatever is wrong with it; nobody writes over a colleague's work unseen."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.notice_facts import NoticeWritten
from bot.conversation.offices.in_sight import headline
from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.notice_draft import broadcast_of
from bot.conversation.offices.write_screens import LEVELS
from bot.conversation.refusals import why_not
from bot.notices.changes import Change, changes
from bot.storage.broadcasting import broadcasts
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.offices import officers
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.notices.begin import FREE
from bot.web.console.notices.form import BLANKS, Mistake, blank_id, mistakes, typed_in
from bot.web.console.notices.looking import ROOM, look, page_of, seen, visit_of
from bot.web.console.notices.panel import panel_of
from bot.web.console.notices.ready import GROUP, LABELS, TITLES, fields, prepared, ready_changes
from bot.web.console.notices.typed import Typed, typed_of, written
from broadcasts.broadcast import MOVES, Broadcast, Move
from broadcasts.governance import Denial
from broadcasts.notice import Level

SAVED = mark("Đã lưu bản nháp. Chưa gửi cho ai.")
PAGES = {"xem-lai": "", "noi-nhan": "noi-nhan", "ban-doc": "ban-doc"}  # where a button leads once all is kept
BY_ITSELF = "tu-luu"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else has saved meanwhile: who, and what is different in the two texts (before: theirs)."""

    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of saving: the draft as it is kept now, and what stood against it."""

    broadcast: Broadcast
    refused: Denial | None = None
    conflict: Conflict | None = None

    @property
    def stands(self) -> bool:
        """Whether what was typed is not kept."""
        return self.refused is not None or self.conflict is not None


async def edit(at: At) -> Response:
    """The form with what is kept."""
    broadcast, visit = (await seen(at)).broadcast, visit_of(at)
    if not editable(broadcast):
        return at.go(page_of(broadcast.id))
    typed = typed_of(visit, broadcast)
    if at.request.query_params.get("kieu") == FREE:
        typed = typed.in_free_words(visit)
    return await _page(at, typed, Kept(broadcast))


async def save(at: At) -> Response:
    """Keep what was typed, then go where the button leads; with mistakes the form again, where it was to be sent."""
    form, visit = await at.form(), visit_of(at)
    before = (await seen(at)).broadcast
    typed = typed_in(form, typed_of(visit, before), visit)
    asked = field(form, "viec")
    if asked == FREE:
        typed = typed.in_free_words(visit)
    fact, read = written(visit, before.id, typed), field(form, "dau")
    kept = await at.write(lambda tx: _keep(tx, at, fact, read))
    if asked == BY_ITSELF:
        return _told(at, kept, read)
    if kept.stands:
        return await _page(at, typed, kept)
    found = mistakes(visit, typed) if asked == "xem-lai" else ()
    if found:
        return await _page(at, typed, kept, found)
    if asked in PAGES:
        return at.go(page_of(before.id, PAGES[asked]))
    return at.go(page_of(before.id, f"sua?kieu={FREE}" if asked == FREE else "sua"), at.say(SAVED))


async def kept_as(at: At, broadcast: Broadcast, typed: Typed, read: str) -> Response:
    """To the form, where a draft was changed elsewhere than there: its area, its recording."""
    fact = written(visit_of(at), broadcast.id, typed)
    kept = await at.write(lambda tx: _keep(tx, at, fact, read))
    if kept.stands:
        return await _page(at, typed, kept)
    return at.go(page_of(broadcast.id, "sua"), at.say(SAVED))


async def look_ahead(at: At) -> Response:
    """The side panel for what is typed at this moment; nothing is kept."""
    form, visit = await at.form(), visit_of(at)
    found = await at.read(lambda tx: look(tx, at.officer, field(form, "id", 20)))
    if found is None:
        raise HTTPException(404)
    typed = typed_in(form, typed_of(visit, found.broadcast), visit)
    panel = await panel_of(at, typed, found.broadcast)
    return at.page("_notice_panel.html", panel=panel, drill=typed.drill, channel=field(form, "kenh"))


def editable(broadcast: Broadcast) -> bool:
    """Whether its text may still be changed at all."""
    return (broadcast.state, Move.EDIT) in MOVES


def _keep(tx: Transaction, at: At, fact: NoticeWritten, read: str) -> Kept:
    """Save it where nobody else has saved since it was read; what has not changed is not saved again."""
    before = load(tx, fact.id, hold=True)
    if before is None:
        raise HTTPException(404)
    wanted = broadcast_of(fact).text_hash
    if wanted == before.text_hash:
        return Kept(before)
    if not _read_by(at, before, read):
        return Kept(before, conflict=_conflict(tx, before, fact))
    refused = broadcasts.write(tx, at.officer, at.where, fact, at.now)
    return Kept(load(tx, fact.id) or before, refused)


def _read_by(at: At, broadcast: Broadcast, read: str) -> bool:
    """Whether the officer has read the text as it stands, or nobody else has changed it since then."""
    known = [moved.text_hash for moved in broadcast.moves]
    if read not in known:
        return False
    later = broadcast.moves[len(known) - known[::-1].index(read) :]
    here = (Move.EDIT, at.officer.id, at.where)
    return all((moved.move, moved.by, moved.where) == here for moved in later)


def _conflict(tx: Transaction, before: Broadcast, fact: NoticeWritten) -> Conflict:
    other = before.moves[-1].by
    ready = ready_changes((before.correction, before.all_clear), (fact.correction, fact.all_clear))
    return Conflict(officers.names(tx, [other]).get(other, ""), (*changes(before.notice, fact.notice), *ready))


async def _page(at: At, typed: Typed, kept: Kept, found: tuple[Mistake, ...] = ()) -> Response:
    visit, broadcast = visit_of(at), kept.broadcast
    template, fact = visit.world.templates.template(typed.template), written(visit, broadcast.id, typed)
    status = 409 if kept.stands else 422 if found else 200
    return at.page(
        "notice_form.html",
        status,
        broadcast=broadcast,
        headline=headline(broadcast.notice).text,
        typed=typed,
        template=template,
        blanks=[(blank_id(number), blank) for number, blank in enumerate(template.blanks)] if template else (),
        blanks_id=BLANKS,
        ready=list(fields((fact.correction, fact.all_clear), prepared(fact.notice, template))),
        ready_id=GROUP,
        ready_labels=LABELS,
        ready_wrong=any(id.startswith(tuple(TITLES)) for id, _ in found),
        levels=tuple(reversed(Level)),
        level_words=LEVELS,
        place=in_words(typed.areas),
        drill=typed.drill,
        panel=await panel_of(at, typed, broadcast),
        mistakes=found,
        conflict=kept.conflict,
        refused=at.say(why_not(kept.refused)) if kept.refused else "",
        action=page_of(broadcast.id, "sua"),
        room=ROOM,
        free=FREE,
    )


def _told(at: At, kept: Kept, read: str) -> Response:
    """For a script that saves by itself: a line, and the text that the next saving starts from."""
    return at.page(
        "_notice_saved.html",
        stands=kept.stands,
        time=at.now.astimezone(visit_of(at).local.tzinfo).strftime("%H:%M"),
        text_hash=read if kept.stands else kept.broadcast.text_hash,
    )
