"""Where a notice goes: a map of the officer's provinces, a list of their communes. Never widened by a guess."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.areas import Commune, Province, commune, communes_of, find_commune, province, provinces
from bot.conversation.offices.notice_area import in_full, in_words, joined, spelled
from bot.translations import mark
from bot.vietnamese.fold import fold
from bot.web.console.at import At, field
from bot.web.console.notices.begin import made
from bot.web.console.notices.deed import FIRST, Again
from bot.web.console.notices.edit import editable, kept_as
from bot.web.console.notices.folded import folds
from bot.web.console.notices.looking import ROOM, page_of, seen, visit_of
from bot.web.console.notices.typed import typed_of
from bot.web.console.tile_map import Tile, in_order, size, tiles
from broadcasts.broadcast import Broadcast

NOWHERE = mark("Đánh dấu ít nhất một xã, phường.")
LONGEST_SEARCH = 60


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was marked so far, in which province one looks, and for what."""

    communes: frozenset[str]
    province: str
    template: str = ""
    search: str = ""


async def ask(at: At) -> Response:
    """The map and the list; for a new notice, or for a draft that the address names."""
    draft = await _draft(at)
    asked = at.request.query_params
    before = draft.notice.areas if draft else tuple(asked.get("chon", "").split(","))
    communes = spelled([code for code in before if code]) & at.officer.areas
    here = asked.get("tinh", "") or _first(at, communes)
    return _page(at, Chosen(communes, here, asked.get("mau", "")), draft)


async def answer(at: At) -> Response:
    """Go on with what was marked, or look further; 403 for a commune that is not the officer's."""
    form, draft = await at.form(), await _draft(at)
    chosen, asked = _chosen(at, form), field(form, "viec")
    listed = {one.code for one in _own(at, chosen.province)}
    match asked:
        case "tat-ca":
            chosen = replace(chosen, communes=chosen.communes | listed, search="")
        case "bo-het":
            chosen = replace(chosen, communes=frozenset())
        case "het-tim":
            chosen = replace(chosen, search="")
        case "xong" if not chosen.communes:
            return _page(at, chosen, draft, Again(422, (("xa-0", at.say(NOWHERE)),)))
        case "xong":
            return await _done(at, chosen, draft, field(form, "dau"))
    return _page(at, chosen, draft)


async def _done(at: At, chosen: Chosen, draft: Broadcast | None, read: str) -> Response:
    areas = joined(chosen.communes)
    if draft is None:
        return await made(at, chosen.template, areas, drill=_is_drill(at))
    typed = typed_of(visit_of(at), draft)
    place = in_full(areas) if typed.place == in_full(typed.areas) else typed.place
    return await kept_as(at, draft, replace(typed, areas=areas, place=place), read)


def _chosen(at: At, form: FormData) -> Chosen:
    marked = {code for code in form.getlist("xa") if isinstance(code, str)}
    kept = spelled([code for code in field(form, "giu", 20_000).split(",") if code])
    communes = frozenset(marked | kept)
    if not communes <= at.officer.areas:
        raise HTTPException(403)
    here = field(form, "tinh", 2)
    return Chosen(communes, here, field(form, "mau", 80), field(form, "tim", LONGEST_SEARCH))


async def _draft(at: At) -> Broadcast | None:
    if "id" not in at.request.path_params:
        return None
    broadcast = (await seen(at)).broadcast
    if not editable(broadcast):
        raise HTTPException(404)
    return broadcast


def _page(at: At, chosen: Chosen, draft: Broadcast | None, again: Again = FIRST) -> Response:
    here = _province(at, chosen.province)
    own = _own(at, here.code)
    listed = _found(own, chosen.search, here.code)
    visible = {one.code for one in listed}
    found = _tiles(at, chosen)
    return at.page(
        "notice_area.html",
        again.status,
        drill=draft.notice.drill if draft else _is_drill(at),
        mistakes=again.mistakes,
        chosen=chosen.communes,
        names=in_words(joined(chosen.communes)),
        kept=",".join(sorted(chosen.communes - visible)),
        folds=folds(listed, chosen.communes) if listed else (),
        province=here,
        search=chosen.search,
        template=chosen.template,
        text_hash=draft.text_hash if draft else "",
        all=len(own),
        tiles=found,
        tile_list=in_order(found),
        size=size(),
        back=page_of(draft.id, "sua") if draft else f"{ROOM}/{'dien-tap/moi' if _is_drill(at) else 'moi'}",
    )


def _tiles(at: At, chosen: Chosen) -> tuple[Tile, ...]:
    own = {one.province_code for code in at.officer.areas if (one := commune(code))}
    counts = {code: len([one for one in _own(at, code) if one.code in chosen.communes]) for code in own}
    marked = quote(",".join(joined(chosen.communes)), safe=",")
    way = f"{at.request.url.path}?mau={quote(chosen.template)}&chon={marked}&tinh="
    said = {code: at.say("{n} xã", n=n) for code, n in counts.items()}
    return tiles({code: float(n) for code, n in counts.items()}, {code: way + code for code in own}, said)


def _own(at: At, code: str) -> Sequence[Commune]:
    """The officer's communes of a province."""
    return [one for one in communes_of(code) if one.code in at.officer.areas]


def _province(at: At, code: str) -> Province:
    """The one that was asked for, else the first of the officer's own."""
    found = province(code) if _own(at, code) else None
    own = (one for one in provinces() if _own(at, one.code))
    chosen = found or next(own, None)
    if chosen is None:
        raise HTTPException(403)
    return chosen


def _first(at: At, communes: Collection[str]) -> str:
    return next((one.province_code for code in sorted(communes) if (one := commune(code))), "")


def _found(own: Sequence[Commune], search: str, province_code: str) -> Sequence[Commune]:
    """Those whose name holds what was typed, with or without marks, and those that a former name leads to."""
    if not search:
        return own
    wanted = fold(search)
    former = {one.unit.code for one in find_commune(search, province_code).matches}
    return [one for one in own if wanted in fold(one.titled) or one.code in former]


def _is_drill(at: At) -> bool:
    return at.request.url.path.startswith(f"{ROOM}/dien-tap")
