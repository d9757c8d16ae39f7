"""The report on one notice: what happened, who did it, how fast it was, and why some were not reached."""

from collections.abc import Iterator
from datetime import timedelta

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.changes_said import said_drafts
from bot.conversation.offices.figures import counted, lasting
from bot.conversation.offices.in_sight import headline, real_or_drill
from bot.conversation.offices.live_screens import back
from bot.conversation.offices.moves_said import named, told
from bot.conversation.offices.progress_words import progress
from bot.conversation.visit import Visit
from bot.messages import Paragraph, Screen, Tone
from broadcasts.broadcast import Move


def report(visit: Visit, found: Seen) -> Screen:
    """What happened, who did it, in which words, how fast, and why some were not reached."""
    broadcast, words = found.broadcast, visit.words
    said = (
        visit.plain("Báo cáo: {headline}", Tone.TITLE, headline=headline(broadcast.notice).text),
        Paragraph("\n".join(f"– {told(visit, found, moved)}" for moved in broadcast.moves)),
        Paragraph("\n".join(_reasons(visit, found))),
        Paragraph("\n".join(said_drafts(broadcast, words))),
        *progress(found.tally, words),
        Paragraph("\n".join(_speeds(visit, found))),
        Paragraph("\n".join(_failures(visit, found))),
    )
    shown = tuple(paragraph for paragraph in said if paragraph.text)
    return Screen(real_or_drill(visit, broadcast.notice.drill, shown), (back(visit),))


def _reasons(visit: Visit, found: Seen) -> Iterator[str]:
    for moved in found.broadcast.moves:
        if moved.reason:
            name = named(visit, found, moved.by)
            yield visit.say("{name} ghi lý do: {reason}", name=name, reason=moved.reason)


def _speeds(visit: Visit, found: Seen) -> Iterator[str]:
    """From first word to approval, from there to the first send, and to shares of the people."""
    moves = {move: moved.at for move in Move if (moved := found.broadcast.last(move))}
    began, approved = found.broadcast.moves[0].at, moves.get(Move.APPROVE) or moves.get(Move.APPROVE_ALONE)
    if approved:
        yield visit.say("Từ lúc viết đến lúc duyệt: {span}", span=lasting(approved - began, visit.words))
    for percent, span in sorted(found.reached_in.items()):
        yield _speed(visit, percent, span)


def _speed(visit: Visit, percent: int, span: timedelta) -> str:
    took = lasting(max(span, timedelta(seconds=1)), visit.words)
    if not percent:
        return visit.say("Người đầu tiên nhận sau: {span}", span=took)
    return visit.say("{percent}% người nhận sau: {span}", percent=percent, span=took)


def _failures(visit: Visit, found: Seen) -> Iterator[str]:
    if found.failures:
        yield visit.say("Không gửi được vì:")
    for why, count in sorted(found.failures.items(), key=lambda one: -one[1]):
        yield visit.say("– {why}: {n} người", why=why, n=counted(count, visit.words))
