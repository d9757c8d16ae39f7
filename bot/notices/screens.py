"""The forms of a notice for chats: the card that is sent, and what is put in the place of one that no longer holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.messages import HEAR, HELP, READ, Choice, Media, MediaKind, Paragraph, Screen, Tone
from bot.notices.times import when
from bot.translations import SOURCE, Words, mark
from broadcasts.broadcast import Broadcast
from broadcasts.code import shown
from broadcasts.notice import Kind, Level, Notice

DRILL = mark("[DIỄN TẬP]")
LEVELS: Mapping[Level, str] = {
    Level.URGENT: mark("THÔNG BÁO KHẨN CẤP"),
    Level.FIRST: mark("THÔNG BÁO ƯU TIÊN"),
    Level.ROUTINE: mark("THÔNG BÁO THÔNG THƯỜNG"),
}
FOLLOWING: Mapping[Kind, str] = {
    Kind.UPDATE: mark("Tin mới, thay tin trước"),
    Kind.CANCEL: mark("Đính chính"),
    Kind.ALL_CLEAR: mark("Hết nguy hiểm"),
}
PARTS: Mapping[str, str] = {  # of a notice that an update may change, as its readers call them
    "headline": mark("tên tin"),
    "description": mark("việc xảy ra"),
    "instruction": mark("việc cần làm"),
    "place": mark("nơi"),
    "starts": mark("giờ bắt đầu"),
    "ends": mark("giờ kết thúc"),
    "contact": mark("số điện thoại"),
    "level": mark("mức độ"),
}
INSTEAD = "instead"  # in a body: what is put in the place of the message that it replaces
EVERYBODY = Words(SOURCE)  # one text for a million readers: it calls them "bà con"
_MARKER = re.compile(r"\[\s*diễn\s+tập\s*\][.!]?", re.IGNORECASE)


def notice_screen(
    notice: Notice, code: str, words: Words, recording: str = "", replaced: tuple[str, Notice | None] = ("", None)
) -> Screen:
    """The card: level, who, what, where, when, what to do, the code to check it by, and how to answer.

    `recording` is the file of the notice read aloud, where there is one; `replaced` the code and the text that an
    update takes the place of, as far as they are known.
    """
    paragraphs = (*opening(notice, words, replaced), *body(notice, code, words))
    hint = words.say("Bà con nhắn số để chọn.")
    return Screen(paragraphs, choices(code, words, recording), hint=_framed(hint) if notice.drill else hint, id=code)


def opening(notice: Notice, words: Words, replaced: tuple[str, Notice | None] = ("", None)) -> tuple[Paragraph, ...]:
    """What must be seen before the notice itself: a drill, what it replaces and changes, how urgent it is."""
    level = words.say(LEVELS[notice.level])
    first = [words.say(FOLLOWING[notice.kind]), level] if notice.kind in FOLLOWING else [level]
    if notice.kind is Kind.UPDATE and replaced[0]:
        first[0] = words.say("Tin mới, thay tin {code}", code=shown(replaced[0]))
    drill = f"{words.say(DRILL)} " if notice.drill else ""
    line = Paragraph(drill + " · ".join(first), Tone.LEVEL)
    changed = _changed(replaced[1], notice, words) if replaced[1] and notice.kind is Kind.UPDATE else ""
    return (line, Paragraph(words.say("Đã đổi: {parts}.", parts=changed))) if changed else (line,)


def body(notice: Notice, code: str, words: Words) -> tuple[Paragraph, ...]:
    """The notice itself, from its office to its code; a drill's closes as one."""
    fields = (
        Paragraph(notice.office),
        Paragraph(unmarked(notice.headline), Tone.TITLE),
        Paragraph(unmarked(notice.description)),
        Paragraph(words.say("Ở đâu: {place}", place=unmarked(notice.place))),
        *_time(notice, words),
        Paragraph(words.say("Cần làm: {instruction}", instruction=unmarked(notice.instruction)), Tone.ACTION),
        *_more(notice, words),
        Paragraph(words.say("Mã kiểm tra: {code}", code=shown(code))),
        *((Paragraph(words.say(DRILL)),) if notice.drill else ()),
    )
    return tuple(paragraph for paragraph in fields if paragraph.text)


def choices(code: str, words: Words, recording: str = "") -> tuple[Choice, ...]:
    """The answers, under the keys that mean the same everywhere and lead there from any screen."""
    hear = (Choice(f"go:notice?hear={code}", words.say("Nghe"), HEAR),) if recording else ()
    return (
        *hear,
        Choice(f"go:notice?read={code}", words.say("Tôi đã đọc"), READ),
        Choice(f"go:notice?help={code}", words.say("Tôi cần giúp"), HELP),
    )


def no_longer_screen(notice: Notice, code: str, later: Kind, words: Words = EVERYBODY) -> Screen:
    """What is put in the place of a message that was sent, once `later` has taken its place."""
    why = {
        Kind.UPDATE: words.say("Tin này đã có tin mới thay. Bà con làm theo tin mới."),
        Kind.CANCEL: words.say("Tin này đã được đính chính. Bà con đừng làm theo."),
        Kind.ALL_CLEAR: words.say("Đã hết nguy hiểm. Bà con không cần làm theo tin này nữa."),
    }[later]
    checked = words.say("Mã kiểm tra: {code}", code=shown(code))
    said = (Paragraph(why, Tone.TITLE), Paragraph(unmarked(notice.headline)), Paragraph(checked))
    drill = Paragraph(words.say(DRILL))
    return Screen((drill, *said, drill) if notice.drill else said)


def notice_body(broadcast: Broadcast, before: Broadcast | None = None, recording: str = "") -> dict[str, Any]:
    """The card of a broadcast as it is frozen at approval; `before` is the one it refers to, where it is known."""
    replaced = (before.code, before.notice) if before else ("", None)
    card = screen_body(notice_screen(broadcast.notice, broadcast.code, EVERYBODY, recording, replaced))
    if before is None or broadcast.notice.kind not in FOLLOWING:
        return card
    return card | {INSTEAD: screen_body(no_longer_screen(before.notice, before.code, broadcast.notice.kind))}


def screen_body(screen: Screen) -> dict[str, Any]:
    """Any screen as plain JSON values, for the ledger."""
    return {
        "paragraphs": [[one.text, one.tone.value] for one in screen.paragraphs],
        "choices": [[one.id, one.label, one.key] for one in screen.choices],
        "media": [[one.kind.value, one.source, one.alt] for one in screen.media],
        "hint": screen.hint,
        "id": screen.id,
    }


def screen_of(body: Mapping[str, Any]) -> Screen:
    """The screen that `screen_body` wrote; raises KeyError or ValueError for anything else."""
    return Screen(
        tuple(Paragraph(text, Tone(tone)) for text, tone in body["paragraphs"]),
        tuple(Choice(*one) for one in body["choices"]),
        tuple(Media(MediaKind(kind), source, alt) for kind, source, alt in body["media"]),
        hint=body["hint"],
        id=body["id"],
    )


def unmarked(text: str) -> str:
    """A field without the marks of a drill, which every form puts at its own head and foot."""
    return _MARKER.sub("", text).strip()


def _framed(text: str) -> str:
    """A drill's last words, where something follows its body."""
    return f"{text} {DRILL}"


def _time(notice: Notice, words: Words) -> Iterator[Paragraph]:
    span = when(notice.starts, notice.ends, words)
    if span:
        yield Paragraph(words.say("Khi nào: {time}", time=span))


def _more(notice: Notice, words: Words) -> Iterator[Paragraph]:
    asked = " · ".join(filter(None, (notice.contact, notice.web)))
    if asked:
        yield Paragraph(words.say("Hỏi thêm: {contact}", contact=asked))


def _changed(before: Notice, notice: Notice, words: Words) -> str:
    """The parts that an update says otherwise, in the order of the card."""
    changed: Sequence[str] = [
        words.say(name) for part, name in PARTS.items() if getattr(before, part) != getattr(notice, part)
    ]
    return ", ".join(changed)
