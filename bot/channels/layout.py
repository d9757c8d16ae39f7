"""A screen laid out for what a network can carry: buttons where they fit, else numbered lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.channels.channel import Capabilities, Part
from bot.channels.long_text import cut, length
from bot.messages import RESERVED_KEYS, Choice, Media, MediaKind, Paragraph, Screen, numbered

_JOIN = "\n\n"  # as Part.text joins paragraphs


def lay_out(screen: Screen, capabilities: Capabilities) -> Sequence[Part]:
    """The parts to send, in order; pure. Nothing is dropped: what cannot be shown becomes words."""
    choices = _in_order(screen.choices)
    spoken = [paragraph for paragraph in screen.paragraphs if paragraph.text.strip()]
    words = [*_described(screen.media, capabilities), *spoken, *_read_out(screen.media, capabilities)]
    buttons = choices if words and _fit(choices, capabilities) else ()
    closing = [] if buttons else _lines(choices, screen.hint)
    texts = [Part(tuple(text)) for text in _packed(words, closing, capabilities.longest_text)]
    if buttons:
        texts[-1] = replace(texts[-1], buttons=buttons, screen=screen.id)
    return [*_files(screen.media, capabilities), *texts]


def _in_order(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Numbered choices first, then those whose number means the same everywhere."""
    return tuple(sorted(numbered(choices), key=lambda choice: choice.key in RESERVED_KEYS))


def _fit(choices: Sequence[Choice], capabilities: Capabilities) -> bool:
    """Whether all choices can be buttons; a mixture of buttons and lines would be two lists to understand."""
    return len(choices) <= capabilities.buttons and all(len(c.label) <= capabilities.longest_label for c in choices)


def _lines(choices: Sequence[Choice], hint: str) -> list[Paragraph]:
    if not choices:
        return []
    lines = "\n".join(f"{choice.key}. {choice.label}" for choice in choices)
    return [Paragraph(text) for text in (lines, hint) if text.strip()]


def _shown(media: Media, capabilities: Capabilities) -> bool:
    return {
        MediaKind.PICTURE: capabilities.pictures,
        MediaKind.VOICE: capabilities.voice,
        MediaKind.FILE: capabilities.files,
    }[media.kind]


def _files(media: Sequence[Media], capabilities: Capabilities) -> Iterator[Part]:
    return (Part((), media=one) for one in media if _shown(one, capabilities))


def _described(media: Sequence[Media], capabilities: Capabilities) -> Iterator[Paragraph]:
    unseen = (one for one in media if one.alt.strip() and not _shown(one, capabilities))
    return (Paragraph(f"[{one.alt}]") for one in unseen if one.words is None)


def _read_out(media: Sequence[Media], capabilities: Capabilities) -> Iterator[Paragraph]:
    """A file of plain words is said where it cannot be handed over, after what the screen says itself."""
    unseen = (one for one in media if not _shown(one, capabilities))
    return (Paragraph(one.words) for one in unseen if one.words)


def _packed(words: Sequence[Paragraph], closing: Sequence[Paragraph], longest: int) -> list[list[Paragraph]]:
    """Paragraphs gathered into messages; `closing` stays together at the end of the last one where it fits at all."""
    messages: list[list[Paragraph]] = []
    for group in [*_pieces(words, longest), *_together(closing, longest)]:
        if messages and _measure([*messages[-1], *group]) <= longest:
            messages[-1].extend(group)
        else:
            messages.append([*group])
    return messages


def _together(closing: Sequence[Paragraph], longest: int) -> Iterable[Sequence[Paragraph]]:
    if not closing:
        return []
    if _measure(closing) <= longest:
        return [closing]
    return _pieces([Paragraph(line) for paragraph in closing for line in paragraph.text.splitlines()], longest)


def _pieces(paragraphs: Sequence[Paragraph], longest: int) -> Iterator[Sequence[Paragraph]]:
    return ([Paragraph(text, p.tone)] for p in paragraphs for text in cut(p.text, longest))


def _measure(paragraphs: Sequence[Paragraph]) -> int:
    return length(_JOIN.join(paragraph.text for paragraph in paragraphs))
