"""Letters of the mailbox as the bubbles of a chat: who said it, what still can be pressed, what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.channels.channel import Letter
from bot.channels.webchat.payloads import own_words
from bot.messages import Choice, Incoming, MediaKind, Paragraph, Tone


@dataclass(frozen=True, slots=True)
class File:
    """A picture, a voice or a file of a letter; `url` is where the page gets it."""

    kind: MediaKind
    url: str
    alt: str
    name: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as the page shows it."""

    id: int
    own: str = ""  # what the reader sent; empty where the assistant speaks
    sent: str = ""  # the id under which the reader sent it
    paragraphs: tuple[Paragraph, ...] = ()
    file: File | None = None
    buttons: tuple[Choice, ...] = ()
    screen: str = ""  # the screen that the buttons stand on; of an own message: the screen it answers
    chosen: str = ""  # the choice that was taken
    live: bool = False  # the buttons can still be pressed


def bubbles(letters: Sequence[Letter]) -> list[Bubble]:
    """The letters in order; only the newest buttons are live, and only until one of them was chosen."""
    read = [bubble(letter) for letter in letters]
    taken = {one.screen: one.chosen for one in reversed(read) if one.own and one.screen}
    newest = max((one.id for one in read if one.buttons), default=0)
    return [
        replace(one, live=one.id == newest and one.screen not in taken, chosen=taken.get(one.screen, ""))
        if one.buttons
        else one
        for one in read
    ]


def bubble(letter: Letter) -> Bubble:
    """One letter on its own: its buttons are taken to be live. What is not understood of it is left out."""
    body = letter.body
    if isinstance(body.get("own"), str):
        return Bubble(
            id=letter.id,
            own=_word(body, "own"),
            sent=_word(body, "id"),
            screen=_word(body, "screen"),
            chosen=_word(body, "choice"),
        )
    buttons = tuple(Choice(_word(b, "id"), _word(b, "label"), _word(b, "key")) for b in _maps(body, "buttons"))
    paragraphs = tuple(Paragraph(_word(p, "text"), _tone(_word(p, "tone"))) for p in _maps(body, "paragraphs"))
    return Bubble(
        id=letter.id,
        paragraphs=paragraphs,
        file=_file(letter),
        buttons=buttons,
        screen=_word(body, "screen"),
        live=bool(buttons),
    )


def own_letter(incoming: Incoming, before: Sequence[Letter]) -> dict[str, object]:
    """The letter that keeps what the reader sent; a press, or the number of a live button, names the choice taken."""
    sent = incoming.id.rpartition(":")[2]  # without the account, as the page knows it
    taken = _taken(incoming, [one for one in bubbles(before) if one.buttons])
    if taken is None:
        return {**own_words(incoming.text or "…"), "id": sent}
    screen, choice = taken
    text = f"{choice.key}. {choice.label}" if incoming.choice else incoming.text
    return {**own_words(text), "id": sent, "screen": screen, "choice": choice.id}


def _taken(incoming: Incoming, offered: Sequence[Bubble]) -> tuple[str, Choice] | None:
    if incoming.choice:
        found = ((one, c) for one in offered if one.screen == incoming.screen for c in one.buttons)
        return next(((one.screen, c) for one, c in found if c.id == incoming.choice), None)
    live = next((one for one in offered if one.live), None)
    typed = incoming.text.strip()
    return next(((live.screen, c) for c in live.buttons if c.key == typed), None) if live else None


def _file(letter: Letter) -> File | None:
    media = letter.body.get("media")
    if not isinstance(media, Mapping):
        return None
    own = isinstance(media.get("data"), str)
    name = _word(media, "name") or _word(media, "source").rpartition("/")[2]
    url = f"/chat/file/{letter.id}" if own else "/" + _word(media, "source")
    kind = next((kind for kind in MediaKind if kind.value == media.get("kind")), MediaKind.FILE)
    return File(kind, url, _word(media, "alt"), name)


def _tone(value: str) -> Tone:
    return next((tone for tone in Tone if tone.value == value), Tone.PLAIN)


def _maps(body: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = body.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, (list, tuple)) else []


def _word(body: Mapping[str, object], name: str) -> str:
    found = body.get(name)
    return found if isinstance(found, str) else ""
