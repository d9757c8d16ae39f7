"""How the officers of a world write and decide: through the same door as a turn in a chat, and with a memory."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from bot.conversation.notice_facts import ColleagueFrozen, NoticeMoved, NoticeWritten
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.people.facts import write_facts
from broadcasts.notice import Kind, Level
from broadcasts.officer import Action, Role
from tests.broadcasts.made import STORM
from tests.simulation.register import Text
from tests.simulation.staff import Member
from tests.simulation.stage import Stage

APPROVING = frozenset({Role.APPROVER, Role.DUTY, Role.PROVINCE})
WRITING = frozenset({Role.WRITER, Role.DUTY, Role.PROVINCE})
ENDING = frozenset({Role.DUTY, Role.PROVINCE})
REASON = "không ai trả lời, nước lên nhanh"


async def write(stage: Stage, by: Member, fact: NoticeWritten) -> Text | None:
    """The text as it stands now, in the name of the officer's own office; None where it was refused."""
    written: list[Text] = []
    fact = _signed(fact, by.officer.office)

    def keep(tx: Transaction) -> str | None:
        refused = write_facts(tx, by.phone, [fact], stage.clock())
        broadcast = None if refused else load(tx, fact.id)
        return broadcast.text_hash if broadcast else None

    def remember(hashed: str | None) -> None:
        if hashed:
            stage.judge.tell(by.officer.name, "writes", fact.notice.headline, "refers to", fact.refers_to)
            written.append(stage.register.wrote(by, fact))
            written[0].hash = hashed

    try:
        await stage.act(keep, remember)
    except ValueError:  # a drill that would become real, a correction that is none
        return None
    return written[0] if written else None


def _signed(fact: NoticeWritten, office: str) -> NoticeWritten:
    correction, all_clear = (text and replace(text, office=office) for text in (fact.correction, fact.all_clear))
    return replace(fact, notice=replace(fact.notice, office=office), correction=correction, all_clear=all_clear)


async def ask(stage: Stage, by: Member, text: Text, action: Action, factor: str = "") -> bool:
    """Whether it was granted. The officer has this text before them, whatever stands by now."""
    fact = NoticeMoved(text.of, action, text.hash, REASON, factor, template_approved=True)

    def remember(granted: bool) -> None:
        stage.judge.tell(by.officer.name, "asks for", action.value, text.number, "granted" if granted else "refused")
        if granted:
            stage.register.granted(by, text, fact, stage.clock())

    return await stage.act(lambda tx: not write_facts(tx, by.phone, [fact], stage.clock()), remember)


async def freeze(stage: Stage, by: Member, other: Member) -> bool:
    """Whether a colleague's account was cut off."""

    def remember(done: bool) -> None:
        if done:
            stage.register.frozen.setdefault(other.officer.id, stage.clock())

    fact = ColleagueFrozen(other.officer.id)
    return await stage.act(lambda tx: not write_facts(tx, by.phone, [fact], stage.clock()), remember)


def compose(
    stage: Stage, chance: Random, areas: frozenset[str], id: str = "", old: Text | None = None
) -> NoticeWritten:
    """A notice for these communes that nobody has written yet; with `old` an update of it."""
    number, now = stage.register.next_number(), stage.clock()
    drill = old.notice.drill if old else chance.random() < 0.2
    lasts = chance.choices((None, timedelta(hours=12), timedelta(seconds=chance.uniform(2, 40))), (1, 6, 3))[0]
    notice = replace(
        STORM,
        kind=Kind.UPDATE if old else Kind.ACTUAL,
        level=chance.choices(tuple(Level), (3, 2, 5))[0],
        headline=_headline(number),
        areas=tuple(sorted(areas)),
        starts=now,
        ends=now + lasts if lasts else None,
        drill=drill,
    )
    return NoticeWritten(
        id or f"{chance.getrandbits(64):016x}",
        notice,
        replace(notice, kind=Kind.CANCEL, headline=_headline(number + 1)),
        replace(notice, kind=Kind.ALL_CLEAR, headline=_headline(number + 2)),
        ages=frozenset({"trẻ em", "người lớn"}) if chance.random() < 0.2 else frozenset(),
        channels=frozenset({"chat"}) if chance.random() < 0.1 else frozenset(),
        template="bao@1" if chance.random() < 0.8 else "",
        refers_to=old.of if old else "",
        begins=now + timedelta(seconds=chance.uniform(1, 8)) if chance.random() < 0.12 else None,
    )


def _headline(number: int) -> str:
    return f"Bão về trong đêm, tin số {number}"


def able(stage: Stage, roles: frozenset[Role], areas: frozenset[str], but: list[Member] | None = None) -> list[Member]:
    """Whoever has one of these roles for all of these communes, but those."""
    others = [one.officer.id for one in but or ()]
    return [
        one
        for one in stage.staff.values()
        if roles & one.officer.roles and areas <= one.officer.areas and one.officer.id not in others
    ]
