"""What people have asked and need, with what officers have done about it."""

from collections.abc import Mapping
from datetime import timedelta

from bot.app import clock
from bot.conversation.notice_facts import CaseMove, CaseMoved, CaseSaid, HelpAsked
from bot.conversation.question_facts import Asked, HandedOn, QuestionMove, QuestionMoved, Replied
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.offices import binding
from bot.storage.people.facts import write_facts

COMMUNE = "00721"
HOSTILE = "<script>alert(1)</script> https://xa-dong-van.example/" + "a" * 120
ASKED = (
    ("q1", "vườn cam nhà tôi vàng lá, thối rễ sau đợt mưa, chữa thế nào"),
    ("q2", HOSTILE),
    ("q3", "làm lại sổ hộ nghèo cho mẹ tôi tên là [xxx] thì mang giấy gì"),
    ("q4", "chợ phiên tháng này họp ngày nào"),
)
TREE, END = "nhà cạnh cây đa, đầu thôn Má Lủ", "cuối thôn Bản Mới"
WATER, RISING, COMING = "nước tới bậc cửa", "nước lên nữa rồi", "Tổ cứu hộ tới trong mười phút"
MARKET = "Chợ phiên họp sáng chủ nhật hằng tuần, từ sáu giờ."
WORDS = (*(words for _, words in ASKED), TREE, END, WATER, RISING, COMING, MARKET)  # of all these people


def neighbours(tx: Transaction, ids: Mapping[str, str]) -> None:
    """Four questions and two who need help; "lan" has taken three of these six. `ids` are of lan and of bien."""
    now = clock()
    for short, id in ids.items():
        binding.bind(tx, Address("telegram", short), binding.new_code(tx, id, now), now)
    for number, (id, words) in enumerate(ASKED):
        asked = HandedOn(id, Asked.FORWARD if words == HOSTILE else Asked.QUESTION, words, COMMUNE, "elder")
        write_facts(tx, Address("web", id), (asked,), now - timedelta(hours=9 - 2 * number))
    help_ = HelpAsked("c1", "", COMMUNE, TREE, 3, WATER, "0912345678")
    write_facts(tx, Address("web", "tu"), (help_, CaseSaid("c1", RISING)), now - timedelta(minutes=12))
    more = HelpAsked("c2", "", COMMUNE, END, 1, "", "")
    write_facts(tx, Address("web", "sau"), (more,), now - timedelta(minutes=3))
    taken = (CaseMoved("c1", CaseMove.TAKE), CaseSaid("c1", COMING))
    moved = tuple(QuestionMoved(id, QuestionMove.TAKE) for id in ("q1", "q4"))
    answer = Replied("q4", MARKET)
    write_facts(tx, Address("telegram", "lan"), (*taken, *moved, answer), now - timedelta(minutes=5))
