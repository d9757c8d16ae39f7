"""What lies ready behind a notice, its correction and its all-clear: as it was prepared, or in the officer's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from starlette.datastructures import FormData

from bot.conversation.offices.notice_area import in_words
from bot.notices.changes import Change, changes
from bot.notices.ready_notice import made_ready
from bot.notices.screens import PARTS, unmarked
from bot.notices.template import Template, all_clear, correction
from bot.translations import mark
from bot.web.console.at import field
from broadcasts.notice import Notice
from broadcasts.wording.real_or_drill import MARKER

GROUP = "loi-san"  # the id of the form's part
TITLES: Mapping[str, str] = {
    "dinh-chinh": mark("Lời đính chính, khi thông báo sai"),
    "bao-het": mark("Lời báo hết, khi đã qua nguy hiểm"),
}
LONGEST: Mapping[str, int] = {"headline": 300, "description": 4000, "instruction": 4000}
LABELS = (mark("Tiêu đề"), mark("Chuyện gì"), mark("Cần làm"))  # of the texts, in their order
_FIELDS: Mapping[str, str] = {"headline": "tieu-de", "description": "chuyen-gi", "instruction": "can-lam"}


@dataclass(frozen=True, slots=True)
class Own:
    """The officer's words; what is "" stays as it was prepared."""

    headline: str = ""
    description: str = ""
    instruction: str = ""

    @property
    def given(self) -> Mapping[str, str]:
        """The texts that are not the prepared ones."""
        found = {name: getattr(self, name) for name in _FIELDS}
        return {name: text for name, text in found.items() if text}


AS_PREPARED = Own()
Ready = tuple[Notice | None, Notice | None]
"""A correction and an all-clear."""


def prepared(notice: Notice, template: Template | None) -> Ready:
    """The two as the template has them, or in general words."""
    if template is None:
        return made_ready(notice, {})
    there = replace(notice, place=in_words(notice.areas))
    return correction(there, template), all_clear(there, template)


def with_own(ready: Notice | None, own: Own, place: str) -> Notice | None:
    """The text as it is kept; a drill's keeps its marks at head and foot."""
    if ready is None:
        return None
    given = dict(own.given)
    if ready.drill and "headline" in given:
        given["headline"] = f"{MARKER} {given['headline']}"
    if ready.drill and "instruction" in given:
        given["instruction"] += f" {MARKER}"
    return replace(ready, place=place, **given)  # type: ignore[arg-type]


def own_words(kept: Notice | None, ready: Notice | None) -> Own:
    """What of a kept text is other than prepared."""
    if kept is None or ready is None:
        return AS_PREPARED
    said, as_made = _texts(kept), _texts(ready)
    return Own(**{name: text for name, text in said.items() if text != as_made[name]})


def typed_own(form: FormData, id: str) -> Own:
    """What the browser has sent; a text that stands as the form had it prepared, or is empty, is no own one."""
    typed = {name: unmarked(field(form, field_id(id, name), longest)) for name, longest in LONGEST.items()}
    marks = field(form, f"{id}-san", 200).split()
    return Own(**{name: text for name, text in typed.items() if text and _mark(text) not in marks})


def sent(form: FormData, id: str) -> bool:
    """Whether the form had these fields at all."""
    return f"{id}-san" in form


def field_id(id: str, name: str) -> str:
    """The id of a text's field."""
    return f"{id}-{_FIELDS[name]}"


@dataclass(frozen=True, slots=True)
class ReadyFields:
    """One of the two on the form: its texts by their fields' ids, the marks of the prepared ones, whether it is own."""

    id: str
    title: str  # marked
    texts: Sequence[tuple[str, str, int]]  # the field's id, its text, the most letters
    marks: str
    own: bool


def fields(now: Ready, ready: Ready) -> Iterator[ReadyFields]:
    """What the form shows, where there is anything to come later."""
    for id, one, as_made in zip(TITLES, now, ready, strict=True):
        if one is not None and as_made is not None:
            texts = [(field_id(id, name), text, LONGEST[name]) for name, text in _texts(one).items()]
            marks = " ".join(map(_mark, _texts(as_made).values()))
            yield ReadyFields(id, TITLES[id], texts, marks, bool(own_words(one, as_made).given))


def titled(ready: Ready) -> Iterator[tuple[str, Notice]]:
    """Those that there are, each with what it is called (marked)."""
    return ((title, one) for title, one in zip(TITLES.values(), ready, strict=True) if one is not None)


def ready_changes(before: Ready, after: Ready) -> Iterator[Change]:
    """What is different between two drafts in what lies ready, each named by its text."""
    for id, one, other in zip(TITLES, before, after, strict=True):
        if one is not None and other is not None:
            yield from (Change(TITLES[id], found.before, found.after) for found in changes(one, other) if _words(found))


def _words(change: Change) -> bool:
    return change.part in {PARTS[name] for name in _FIELDS}


def _texts(notice: Notice) -> Mapping[str, str]:
    return {name: unmarked(getattr(notice, name)) for name in _FIELDS}


def _mark(text: str) -> str:
    """A prepared text as the form names it: told again, it is known as no officer's words."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:16]
