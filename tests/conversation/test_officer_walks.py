"""Whatever officers choose, type or press, each has a screen with a way on, and nothing leaves by one hand alone."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest

from bot.conversation.notice_facts import Case, NoticeMoved, NoticeWritten, Tally
from bot.conversation.scenes import SCENES
from bot.messages import MOST_CHOICES, RESERVED_KEYS, Address, Incoming
from bot.vietnamese.fold import fold
from broadcasts.broadcast import BEGUN, Broadcast, Move
from tests.conversation.nonsense import ALWAYS, FORGED, GARBAGE
from tests.conversation.office import (
    ADMINISTRATOR,
    AUDITOR,
    BINH,
    COMMUNE,
    DUNG,
    FACTOR,
    LAN,
    TINH,
    Office,
    Seat,
)
from tests.conversation.screens import OF_THE_LESSON
from tests.conversation.test_officer_write import submitted
from tests.conversation.test_walks import FOR_OFFICERS

PEOPLE = (LAN, BINH, DUNG, TINH, AUDITOR, ADMINISTRATOR)
WORDS = (
    *("lũ quét", "bão", "suối Nho", "xóm Đáy", "gò Chùa", "12", "19h ngày 22/11", "8h", "sửa đường dây", "1248"),
    *("Đồng Văn", "sa phin", "nước lên nhanh, không ai nghe máy", FACTOR, "0219 3846 123", "mai 7 giờ", "ma-ABCD1234"),
)
ANSWERS = {
    "blank": ("12", "19h ngày 22/11", "8h", "gò Chùa", "1"),
    "area": ("Đồng Văn", "Xong"),
    "approve": ("1248",),
    "return": ("thiếu tên thôn",),
    "why": ("nước lên nhanh, không ai nghe máy",),
    "factor": (FACTOR,),
}
ALSO_FORGED = (
    *("submit", "tick", "keep", "drop", "change", "anyhow", "stop-now", "clear-now", "reviewed", "freeze-now", "yes"),
    *("approve:x", "return:x", "alone:x", "because:0", "stop-now:0", "take", "close-now", "blank:9", "set:x", "as:x"),
    *("choose:9", "hours:x", "commune:00721", "all", "done", "level:x", "template:x", "page:x", "colleague:x"),
)
SEEDS = 14
_TO_ELDERS = re.compile(r"\b(bác|cháu)\b", re.IGNORECASE)
NONSENSE = [text for text in (*ALWAYS, *GARBAGE) if not _TO_ELDERS.search(text)]  # what they type is shown again


def faults(seat: Seat) -> Iterator[str]:
    """Everything that is wrong with the present screen."""
    choices = seat.screen.choices
    if not choices:
        yield "no way on"
    if sum(choice.key not in RESERVED_KEYS for choice in choices) > MOST_CHOICES:
        yield "more than six choices"
    for what in ("key", "id"):
        counted = Counter(getattr(choice, what) for choice in choices)
        yield from (f"{what} twice: {name}" for name, count in counted.items() if count > 1 or not name)
    for text in (*(paragraph.text for paragraph in seat.screen.paragraphs), *seat.labels):
        if re.search(r"[{}]", text.replace("{you}", "").replace(OF_THE_LESSON, "")) or not text.strip():
            yield f"not filled: {text!r}"
        if _TO_ELDERS.search(text) and seat.state.scene in FOR_OFFICERS:
            yield f"to an elder: {text}"


def _message(seat: Seat, office: Office, chance: Random) -> Incoming:
    """One message of any sort, more often a sensible one."""
    here, choices, what = Address("test", seat.account), seat.screen.choices, chance.random()
    if what < 0.06:
        ways = [f"go:{scene}?{id}" for scene in ("review", "live") for id in office.broadcasts]
        return Incoming(here, "", choice=chance.choice((*ways, "go:officer", "go:write", "go:write?drill")))
    asked = ANSWERS.get(seat.state.place.get("step", ""))
    if what < 0.75 and asked:
        return Incoming(here, "", text=chance.choice(asked))
    if what < 0.85 and choices:
        onward = [choice for choice in choices if choice.key not in RESERVED_KEYS] or choices
        return Incoming(here, "", choice=chance.choice(onward).id, screen=seat.screen.id)
    if what < 0.9 and choices:
        choice = chance.choice(choices)
        return Incoming(here, "", text=chance.choice((choice.key, choice.label, fold(choice.label))))
    if what < 0.94:
        return Incoming(here, "", text=chance.choice(WORDS))
    if what < 0.97:
        return Incoming(here, "", text=chance.choice((*NONSENSE, str(chance.randrange(21)))))
    ids = [*office.broadcasts, *office.cases, "x"]
    ways = [f"go:{scene}?{word}{id}" for scene in SCENES for word in ("", "draft=", "update=", "take=") for id in ids]
    screen = chance.choice((None, seat.screen.id or None))
    return Incoming(here, "", choice=chance.choice((*FORGED, *ALSO_FORGED, *ways)), screen=screen)


def _busy_office() -> Office:
    """Somebody needs help, one notice is on its way and another one waits."""
    office = Office(reach={"telegram": 1000, "web": 248}, tally=Tally(1248, 640, 402))
    opened = office.now - timedelta(minutes=7)
    office.cases["case"] = Case("case", COMMUNE, "ấp 3", 4, "", "", "open", None, "", opened)
    submitted(office.seat(LAN))
    office.seat(BINH).press(f"go:review?{office.only.id}").say("1", "1248")
    submitted(office.seat(DUNG))
    return office


def test_a_walk_meets_every_scene_and_sends() -> None:
    """The walks below are worth something: they write, approve, send, stop and end."""
    moves, scenes = Counter[Move](), set[str]()
    for seed in range(SEEDS):
        office = _walk(seed, scenes)
        moves.update(moved.move for one in office.broadcasts.values() for moved in one.moves)
    assert {"officer", "write", "review", "live", "case", "home"} <= scenes
    assert moves[Move.EDIT] > 2 * SEEDS  # more than what each walk begins with
    assert {Move.EDIT, Move.SUBMIT, Move.RETURN, Move.APPROVE, Move.WITHDRAW} <= set(moves)


def _walk(seed: int, scenes: set[str]) -> Office:
    """Six officers at their telephones, one message after the other."""
    chance, office = Random(seed), _busy_office()
    seats = [office.seat(one) for one in PEOPLE]
    seat = seats[0]
    for step in range(300):
        seat = chance.choice(seats) if chance.random() < 0.12 else seat  # people do several things in a row
        if chance.random() < 0.05:
            office.wait(minutes=chance.choice((1, 3, 600)))
        seat.hear(_message(seat, office, chance))
        scenes.add(seat.state.scene)
        assert list(faults(seat)) == [], f"seed {seed}, step {step}, {seat.account} in {seat.state.scene}"
        _nothing_forbidden(seat)
    return office


def _nothing_forbidden(seat: Seat) -> None:
    """Who may not write or send does not even try, and a drill shows it."""
    if seat.account in (ADMINISTRATOR.id, AUDITOR.id):
        assert not [fact for fact in seat.facts if isinstance(fact, NoticeWritten | NoticeMoved)]
    if seat.text.startswith("[DIỄN TẬP]"):
        assert seat.screen.paragraphs[-1].text == "[DIỄN TẬP]"


@pytest.mark.parametrize("seed", range(100, 104))
def test_nothing_leaves_by_one_hand_alone(seed: int) -> None:
    for one in _walk(seed, set()).broadcasts.values():
        if one.state in BEGUN:
            assert _two_hands(one) or one.sent_unseen or one.last(Move.REVIEW)


def _two_hands(broadcast: Broadcast) -> bool:
    approved = broadcast.last(Move.APPROVE)
    return approved is not None and approved.by not in broadcast.writers and approved.text_hash == broadcast.text_hash
