"""For the report: which draft each move was about, which one was approved, and what was changed in between."""

from collections.abc import Iterator
from itertools import pairwise

from bot.notices.changes import Change, changes
from bot.translations import Words
from broadcasts.broadcast import Broadcast, Move

MOST = 12  # changes that are listed
SHORT = 12  # hexadecimal digits of a hash that tell two drafts apart
_DECIDED = (Move.APPROVE, Move.APPROVE_ALONE, Move.RELEASE)


def drafts(broadcast: Broadcast) -> tuple[str, ...]:
    """The hashes of all texts that somebody has moved, in their order."""
    return tuple(dict.fromkeys(moved.text_hash for moved in broadcast.moves))


def all_changes(broadcast: Broadcast) -> tuple[Change, ...]:
    """What was changed in texts that an approver had seen already, oldest first."""
    texts = (*broadcast.earlier, broadcast.notice)
    return tuple(change for before, after in pairwise(texts) for change in changes(before, after))


def said_drafts(broadcast: Broadcast, words: Words) -> Iterator[str]:
    """How many drafts there were, which one was approved, and the sentences that were changed."""
    known, decided = drafts(broadcast), broadcast.last(*_DECIDED)
    if decided:
        number, name = known.index(decided.text_hash) + 1, decided.text_hash[:SHORT]
        yield words.say("Lời được duyệt là bản {n} trên {m}, dấu {hash}.", n=number, m=len(known), hash=name)
    found = all_changes(broadcast)
    if found:
        yield words.say("Câu đã sửa sau khi đưa đi duyệt:")
    yield from (_said(change, words) for change in found[:MOST])
    if len(found) > MOST:
        yield words.say("– và {n} chỗ nữa", n=len(found) - MOST)


def _said(change: Change, words: Words) -> str:
    part = words.say(change.part)
    if not change.before:
        return words.say("– {part}: thêm “{after}”", part=part, after=change.after)
    if not change.after:
        return words.say("– {part}: bỏ “{before}”", part=part, before=change.before)
    return words.say("– {part}: “{before}” thành “{after}”", part=part, before=change.before, after=change.after)
