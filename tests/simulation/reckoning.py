"""The end of a world: the ledger, the report and the network's own log must agree to the last person."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.channel import Gone, Refused, Unavailable, Uncertain
from bot.storage.delivery import mailings
from bot.storage.offices import audit
from broadcasts.notice import Kind
from tests.simulation.register import Text
from tests.simulation.rules import Rule
from tests.simulation.staff import WEB
from tests.simulation.stage import Stage

_ROWS = "SELECT contact, channel, state, doubts, why, messages IS NOT NULL FROM deliveries WHERE mailing = ?"
AUDITED = 4  # worlds for one whose whole chain is read
_SETTLED = {"sent", "held", "failed", "uncertain", "dropped"}
_REFUSALS = (Gone, Refused, Unavailable)
_MOVES = "SELECT count(*) FROM broadcast_moves"
_LOGGED = "SELECT count(*) FROM audit WHERE about IN (SELECT id FROM broadcasts)"


@dataclass(frozen=True, slots=True)
class Row:
    """One person's row as it ended."""

    contact: str
    channel: str
    state: str
    doubts: int
    why: str | None
    messages: bool


def reckon(stage: Stage) -> None:
    """Hand every breach that shows only at the end to the judge."""
    for text in stage.register.sent():
        for rule, what in _of_text(stage, text):
            stage.judge.breach(rule, f"{text.number}: {what}")
    for rule, what in _of_everything(stage):
        stage.judge.breach(rule, what)


def _of_text(stage: Stage, text: Text) -> Iterator[tuple[Rule, str]]:
    rows = [Row(*row) for row in stage.store.look(_ROWS, text.mailing)]
    yield from _counted(stage, text, rows)
    yield from _meant(stage, text, {row.contact for row in rows})
    for row in rows:
        yield from _of_row(stage, text, row)
    if text.main is not None:
        yield from _followed(stage, text, {row.contact for row in rows})


def _counted(stage: Stage, text: Text, rows: list[Row]) -> Iterator[tuple[Rule, str]]:
    mailing = text.mailing or 0
    tally, _, _ = stage.store.unit(lambda tx: mailings.tally(tx, mailing))
    told = {state: getattr(tally, state) for state in (*_SETTLED, "waiting")}
    found = Counter("waiting" if row.state == "later" else row.state for row in rows)
    if any(told[state] != found[state] for state in told) or tally.meant != len(rows):
        yield Rule.ONE_STATE, f"the tally says {told}, the rows {dict(found)}"
    if len({row.contact for row in rows}) != len(rows):
        yield Rule.ONE_STATE, "somebody has two rows"
    if set(found) - _SETTLED:
        yield Rule.NOT_LOST, f"some still wait: {dict(found)}"


def _meant(stage: Stage, text: Text, there: set[str]) -> Iterator[tuple[Rule, str]]:
    """A correction is for those who may have what it takes back; everything else for whoever was meant."""
    if there - text.meant and text.main is None:
        yield Rule.MEANT, f"rows for {there - text.meant}, who were not meant"
    over = text.ends is not None and stage.clock() >= text.ends
    changed = {one.contact for one in stage.citizens.values() if one.stopped_at is not None}
    lost = text.meant - there - changed
    if lost and text.stopped_at is None and not over and text.notice.kind is not Kind.CANCEL:
        yield Rule.NOT_LOST, f"no rows for {lost}"


def _of_row(stage: Stage, text: Text, row: Row) -> Iterator[tuple[Rule, str]]:
    came = stage.judge.times[text.number, row.contact]
    answers = stage.judge.answers[text.number, row.contact]
    alive = text.stopped_at is None and (text.ends is None or stage.clock() < text.ends)
    match row.state:
        case "sent" if not came:
            yield Rule.ONE_STATE, f"{row} has not arrived"
        case "failed" | "dropped" if came and not row.doubts and not row.messages:
            yield Rule.ONE_STATE, f"{row} has arrived"
        case "failed" if row.channel and not any(isinstance(why, _REFUSALS) for why in answers):
            yield Rule.NOT_LOST, f"{row} without a reason: {answers}"
        case "failed" if not row.why:
            yield Rule.NOT_LOST, f"{row} says nothing"
        case "uncertain" if not (stage.judge.troubles or any(isinstance(why, Uncertain) for why in answers)):
            yield Rule.NOT_LOST, f"{row} without a doubt: {answers}"
        case "dropped" if alive and stage.citizens[row.contact].stopped_at is None:
            yield Rule.NOT_LOST, f"{row} though it is in force"
        case "held" if row.channel == WEB and not came:
            yield Rule.NOT_LOST, f"{row} lies nowhere"


def _followed(stage: Stage, text: Text, there: set[str]) -> Iterator[tuple[Rule, str]]:
    """What takes back or ends others goes to whoever has one of them; a correction to nobody else but who may have."""
    older = list(stage.register.older(text))
    rows = [Row(*row) for one in older for row in stage.store.look(_ROWS, one.mailing)]
    arrived = {row.contact for one in older for row in rows if stage.judge.times[one.number, row.contact]}
    perhaps = {row.contact for row in rows if row.state == "uncertain" or row.doubts or row.messages}
    meant = frozenset[str]() if text.notice.kind is Kind.CANCEL else text.meant
    if arrived - there:
        yield Rule.ORDER, f"{arrived - there} have {[one.number for one in older]} and not what follows"
    if there - arrived - perhaps - meant:
        yield (
            Rule.ORDER,
            f"{there - arrived - perhaps - meant} have what follows on {[one.number for one in older]} alone",
        )


def _of_everything(stage: Stage) -> Iterator[tuple[Rule, str]]:
    yield from _unsent(stage)
    broken = stage.store.unit(audit.verify)[0] if stage.seed % AUDITED == 0 else None
    if broken is not None:
        yield Rule.AUDIT, f"the chain is broken at {broken}"
    [[moves]], [[logged]] = stage.store.look(_MOVES), stage.store.look(_LOGGED)
    if moves != logged or moves < stage.register.deeds:
        yield Rule.AUDIT, f"{stage.register.deeds} deeds, {moves} moves, {logged} of them in the log"


def _unsent(stage: Stage) -> Iterator[tuple[Rule, str]]:
    """What was approved, or ended, and did not lead to anything."""
    for text in stage.register.texts.values():
        if text.approvals and text.mailing is None and text.fact.begins is None:
            yield Rule.NOT_LOST, f"{text.number} was approved and never began"
        if text.main is not None and text.ended and text.mailing is None:
            yield Rule.NOT_LOST, f"{text.number} was to follow {text.main.number} and did not"
    for state, id in stage.store.look("SELECT state, id FROM broadcasts WHERE state = 'sending'"):
        yield Rule.ONE_STATE, f"broadcast {id} is {state} for ever"
