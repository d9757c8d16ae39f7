"""Notices in the middle of a conversation: read, asked about, forwarded, told to whoever was away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.facts import Person, QuestionAnswered, Stop
from bot.conversation.notice_facts import HelpAsked, Mine, NoticeRead, NoticesGiven, NoticeShown
from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.messages import Incoming, Kind, MediaKind
from bot.notices.public import PublicNotice
from bot.notices.screens import EVERYBODY, notice_screen
from broadcasts.broadcast import State
from broadcasts.notice import Kind as NoticeKind
from broadcasts.notice import Level
from tests.conversation.screens import faults
from tests.conversation.small_world import small_world
from tests.conversation.talk import ME, Talk
from tests.notices.storm import CODE, COMMUNE, NOW, STORM, known, of

ELDER = Person("0" * 32, Audience.ELDER, areas=(COMMUNE,))
CARD = "\n\n".join(paragraph.text for paragraph in notice_screen(STORM, CODE, EVERYBODY).paragraphs)
ARRIVED = NoticesGiven(mine=(Mine(CODE, STORM, "sent", arrived=True),))
MISSED = NoticesGiven(mine=(Mine(CODE, STORM, "sent", arrived=False),))


def at_home(*notices: PublicNotice, mine: NoticesGiven = ARRIVED, person: Person = ELDER) -> Talk:
    """An elder of the commune on the first page, with these notices sent."""
    state = ConversationState("home", audience=Audience.ELDER)
    world = replace(small_world(), notices=notices or (known(),))
    return Talk(world, state, person, now=NOW, notices=mine).type("menu")


def in_quiz(talk: Talk) -> Talk:
    return talk.press("go:lesson?nguoi-cao-tuoi-0").say("1", "1")


def words(talk: Talk) -> str:
    return "\n".join(paragraph.text for paragraph in talk.screen.paragraphs)


def forward(talk: Talk, text: str) -> Talk:
    return talk.hear(Incoming(ME, "", Kind.FORWARD, text))


def told(way: str, text: str) -> Talk:
    """What follows from a text that is passed on, pasted at home, or pasted on the page of checks."""
    if way == "forward":
        return forward(at_home(), text)
    return (at_home().press("go:check") if way == "page" else at_home()).type(text)


@pytest.mark.parametrize("way", ["typed", "pressed", "word"])
def test_eight_in_the_middle_of_a_quiz_thanks_and_asks_the_same_question(way: str) -> None:
    asked = in_quiz(at_home())
    read = (
        asked.press(f"go:notice?read={CODE}", CODE) if way == "pressed" else asked.type({"typed": "8"}.get(way, "tám"))
    )
    assert read.facts == (NoticeRead(CODE),)
    assert words(read).startswith("Cảm ơn bác đã báo.")
    assert read.state.place == asked.state.place
    assert read.screen.choices == asked.screen.choices
    [answer] = [fact for fact in read.type("2").facts if isinstance(fact, QuestionAnswered)]
    assert answer.right


def test_eight_confirms_the_newest_that_was_not_confirmed() -> None:
    newer = Mine("BBBB3333", STORM, "sent", arrived=True, answer="read")
    talk = at_home(mine=NoticesGiven(mine=(newer, Mine(CODE, STORM, "sent", arrived=True))))
    assert talk.type("8").facts == (NoticeRead(CODE),)


def test_eight_without_any_notice_says_so() -> None:
    talk = at_home(known(state=State.ENDED), mine=NoticesGiven()).type("8")
    assert "không có thông báo nào" in words(talk).lower()
    assert talk.facts == ()


def test_seven_without_a_recording_says_so() -> None:
    assert "chưa có bản đọc" in words(at_home().type("7"))


VOICED = replace(known(), recording="ghi-am/x.ogg")


@pytest.mark.parametrize("way", ["7", "bảy", f"go:notice?hear={CODE}"])
def test_seven_plays_the_recording_with_the_words_beside_it(way: str) -> None:
    talk = at_home(VOICED)
    heard = talk.press(way) if way.startswith("go:") else talk.type(way)
    [media] = heard.screen.media
    assert (media.kind, media.source) == (MediaKind.VOICE, "ghi-am/x.ogg")
    assert STORM.headline in media.alt
    assert "Cần làm" in words(heard)
    assert [choice.key for choice in heard.screen.choices if choice.key in "789"] == ["7", "8", "9"]
    assert heard.type("8").facts == (NoticeRead(CODE),)


def test_seven_in_a_lesson_leads_back_to_it() -> None:
    heard = in_quiz(at_home(VOICED)).type("7")
    assert heard.screen.media
    assert any(choice.label.startswith("Học tiếp") for choice in heard.screen.choices)


def test_the_newest_that_was_recorded_is_heard() -> None:
    newer = known(replace(STORM, headline="Bão số 14"), "BBBB3333")
    talk = at_home(newer, VOICED, mine=NoticesGiven(mine=(Mine("BBBB3333", STORM, "sent", True), *ARRIVED.mine)))
    assert talk.type("7").state.place["code"] == CODE


@pytest.mark.parametrize("way", ["9", "tôi cần giúp", "giúp với", "press", "button"])
def test_nine_with_a_notice_in_force_asks_where_the_person_is(way: str) -> None:
    talk = at_home()
    asked = {"press": talk.press("go:help"), "button": talk.press(f"go:notice?help={CODE}", CODE)}.get(
        way
    ) or talk.type(way)
    assert asked.state.scene == "help_case"
    assert asked.state.place == {"code": CODE, "area": COMMUNE, "step": "where"}
    first = asked.screen.paragraphs[0].text
    assert all(number in first for number in ("112", "113", "114", "115"))


def test_nine_without_a_notice_offers_all_help_and_people_too() -> None:
    talk = at_home(known(state=State.ENDED), mine=NoticesGiven()).type("9")
    assert talk.state.scene == "help"
    assert "Tôi cần người đến giúp" in [choice.label for choice in talk.offered]
    asked = talk.type("tôi cần người đến giúp")
    assert (asked.state.scene, asked.state.place["code"]) == ("help_case", "")


def test_whoever_needs_other_help_during_a_storm_finds_it_on_the_first_page() -> None:
    asked = at_home().type("9")
    assert asked.press("go:help?money").state.place == {"about": "money"}
    assert asked.press("go:help?all").state.scene == "help"


@pytest.mark.parametrize(
    "text", ["7K2M-9QXA", "7k2m9qxa", "mã 7K2M-9QXA", "Ma kiem tra: 7k2m 9qxa", " 7K2M–9QXA. ", "7K2M9QXA?"]
)
@pytest.mark.parametrize("where", ["home", "quiz", "area"])
def test_a_true_code_is_answered_with_the_whole_notice(text: str, where: str) -> None:
    talk = {"home": at_home(), "quiz": in_quiz(at_home()), "area": at_home().press("go:area")}[where].type(text)
    assert words(talk).startswith("Thông báo thật, đang có hiệu lực.")
    assert STORM.instruction in words(talk)
    assert {"8", "9"} <= {choice.key for choice in talk.offered}
    if where == "quiz":
        assert "Học tiếp" in talk.offered[0].label
        assert talk.type("1").state.scene == "quiz"


@pytest.mark.parametrize("text", ["lam lai di", "ngân hàng", "xem lại đi", "12345678", "hoc bai 1 nhe", "0912345678"])
def test_plain_words_and_numbers_are_no_codes(text: str) -> None:
    assert at_home().type(text).state.scene != "check"


def test_a_wrong_code_is_answered_with_what_to_do() -> None:
    talk = at_home().type("ZZZZ-0000")
    assert words(talk).startswith("Không có thông báo này.")
    assert "đừng làm theo, đừng chuyển tiếp" in words(talk)
    assert talk.press("go:help?commune").state.place == {"about": "commune"}


def test_after_five_wrong_codes_in_a_minute_everybody_waits() -> None:
    talk = at_home()
    for n in range(5):
        talk = talk.type(f"ZZZZ-000{n}")
        assert "Không có thông báo này" in words(talk)
    for locked in (talk.type("7K2M-9QXA"), forward(talk, CARD), talk.press("go:check?7K2M9QXA")):
        assert "chờ một phút" in words(locked)
        assert STORM.instruction not in words(locked)
    assert STORM.instruction in words(replace(talk, now=talk.now + timedelta(minutes=1)).type("7K2M-9QXA"))


def test_true_codes_are_asked_as_often_as_anybody_likes() -> None:
    talk = at_home()
    for _ in range(9):
        talk = talk.type("7K2M-9QXA")
    assert "Thông báo thật" in words(talk)


@pytest.mark.parametrize(
    ("notices", "first", "holds"),
    [
        (
            (known(state=State.UPDATED, replaced_by="BBBB3333"), known(of(NoticeKind.UPDATE), "BBBB3333")),
            "tin mới thay",
            1,
        ),
        (
            (known(state=State.CANCELLED, replaced_by="BBBB3333"), known(of(NoticeKind.CANCEL), "BBBB3333")),
            "thu hồi",
            1,
        ),
        ((known(state=State.ENDED),), "hết nguy hiểm", 0),
        ((known(replace(STORM, drill=True)),), "diễn tập", 0),
    ],
)
def test_the_state_of_a_notice_is_said_before_its_words(
    notices: tuple[PublicNotice, ...], first: str, holds: int
) -> None:
    talk = at_home(*notices, mine=NoticesGiven()).type("7K2M-9QXA")
    said = [p.text for p in talk.screen.paragraphs if p not in talk.state.said]
    assert first in said[0]
    assert any(choice.key == "8" for choice in talk.offered) is bool(holds)


@pytest.mark.parametrize("way", ["forward", "paste"])
def test_the_text_of_a_notice_is_known_again(way: str) -> None:
    talk = forward(at_home(), CARD) if way == "forward" else at_home().type(CARD)
    assert words(talk).startswith("Thông báo thật, đang có hiệu lực.")


def test_an_altered_text_is_shown_with_the_true_one() -> None:
    talk = forward(at_home(), CARD.replace("trước 19 giờ", "trước 15 giờ"))
    assert words(talk).startswith("Bản này đã bị sửa.")
    assert "bản thật ghi “19 giờ”" in words(talk)
    assert STORM.instruction in words(talk)


FORGED = "THÔNG BÁO KHẨN\nUBND xã Hòa Bình yêu cầu mọi nhà nộp tiền chống bão cho trưởng thôn ngay."
OTHERS = "UBND xã Tân Thành thông báo: ngày 25/11 cắt điện từ 7h đến 11h để sửa đường dây, bà con chuẩn bị."
LOST = (
    "Có người xưng ủy ban nhân dân xã yêu cầu tôi chuyển tiền, tôi lỡ chuyển 30 triệu rồi mới biết bị lừa, "
    "tôi chỉ muốn chết cho xong"
)


@pytest.mark.parametrize("way", ["forward", "paste", "page"])
def test_what_looks_like_a_notice_and_bears_a_code_as_ours_do_is_none(way: str) -> None:
    assert words(told(way, f"{FORGED} Mã kiểm tra: ZZZZ-0000")).startswith("Không có thông báo này.")


@pytest.mark.parametrize("way", ["forward", "paste", "page"])
@pytest.mark.parametrize("text", [FORGED, OTHERS])
def test_a_notice_without_a_code_of_ours_is_judged_by_its_words(way: str, text: str) -> None:
    """Every commune sends notices that are not ours."""
    judged = told(way, text)
    assert "Không có thông báo này" not in words(judged)
    assert judged.state.scene == "ask"


def test_where_nothing_shows_in_somebody_elses_notice_it_is_said_that_it_is_unproved() -> None:
    assert "không có mã kiểm tra" in words(forward(at_home(), OTHERS))
    assert "không có mã kiểm tra" not in words(forward(at_home(), "Mai mẹ qua đón cháu nhé"))


def test_a_trick_in_the_form_of_a_notice_is_told_with_its_reasons() -> None:
    text = "UBND xã thông báo: bà con chuyển khoản 200 nghìn vào số tài khoản 0123456789 ngay để nhận hỗ trợ."
    judged = words(forward(at_home(), text))
    assert judged.startswith(("NGHI NGỜ", "NGUY HIỂM"))
    assert "– " in judged


@pytest.mark.parametrize("way", ["forward", "paste", "page"])
@pytest.mark.parametrize("text", [LOST, f"{LOST}, họ nói mã thông báo ZZZZ-0000"])
def test_whoever_is_in_need_is_heard_before_any_notice(way: str, text: str) -> None:
    helped = told(way, text)
    assert "115" in words(helped)
    assert "Không có thông báo" not in words(helped)


def test_whoever_is_in_need_is_heard_on_the_page_of_checks_and_after_wrong_codes() -> None:
    assert "115" in words(at_home().press("go:check").type("tôi chỉ muốn chết cho xong"))
    guessed = at_home()
    for n in range(5):
        guessed = guessed.type(f"ZZZZ-000{n}")
    assert "115" in words(guessed.type(f"{LOST}, mã là ZZZZ-0009"))


def test_whoever_is_in_need_and_names_a_true_code_is_heard() -> None:
    stranded = "Xã có thông báo 7K2M-9QXA mà tôi lỡ chuyển 30 triệu cho người xưng trưởng thôn rồi, tôi bị lừa rồi"
    assert "đã bị sửa" not in words(at_home().type(stranded))
    assert at_home().type(stranded).state.place["urgent"]


def test_a_notice_that_tells_of_danger_itself_is_still_known_again() -> None:
    flood = replace(STORM, description="Nước lũ cuốn trôi cầu, nhiều nhà mắc kẹt, có người bị thương cần cứu.")
    card = "\n\n".join(one.text for one in notice_screen(flood, CODE, EVERYBODY).paragraphs)
    for copy in (card, card.replace("mắc kẹt", "bị mắc kẹt")):
        assert "Thông báo thật" in words(at_home(known(flood)).type(copy))
    altered = card.replace("trước 19 giờ", "trước 15 giờ")
    assert words(at_home(known(flood)).type(altered)).startswith("Bản này đã bị sửa.")


def test_any_other_forward_is_judged_by_its_words() -> None:
    talk = forward(at_home(), "Mẹ ơi con đổi số, mẹ chuyển cho con ít tiền đóng học nhé")
    assert "NGHI NGỜ" in words(talk)
    assert talk.state.scene == "ask"


def test_the_page_of_checks_lists_what_is_in_force_and_hears_codes() -> None:
    page = at_home().press("go:check")
    assert STORM.headline in [choice.label for choice in page.offered]
    assert page.type("1").state.scene == "notice"
    assert "Thông báo thật" in words(page.type("7K2M-9QXA"))
    assert "chưa thấy mã" in words(page.type("hôm nay trời đẹp"))


def test_whoever_was_away_is_told_once_before_the_screen() -> None:
    talk = Talk(replace(small_world(), notices=(known(),)), ConversationState("home"), ELDER, now=NOW, notices=MISSED)
    told = talk.type("menu")
    assert words(told).startswith("Xã bác đang có thông báo:\nKHẨN CẤP.")
    assert "7K2M-9QXA" in words(told)
    assert told.facts == (NoticeShown(CODE),)
    assert "đang có thông báo" not in words(told.type("menu"))
    assert told.type("8").facts == (NoticeRead(CODE),)


def test_whoever_got_it_is_not_told_again() -> None:
    talk = Talk(replace(small_world(), notices=(known(),)), ConversationState("home"), ELDER, now=NOW, notices=ARRIVED)
    told = talk.type("menu")
    assert told.facts == ()
    assert told.state.said == ()
    assert told.state.told == (CODE,)


@pytest.mark.parametrize(
    ("person", "notice", "is_told"),
    [
        (replace(ELDER, areas=("00001",)), known(), False),
        (replace(ELDER, stop=Stop.ORDINARY), known(), True),
        (replace(ELDER, stop=Stop.ORDINARY), known(replace(STORM, level=Level.ROUTINE)), False),
        (replace(ELDER, stop=Stop.ALL), known(), False),
        (ELDER, known(replace(STORM, drill=True)), False),
        (ELDER, known(state=State.CANCELLED), False),
        (ELDER, replace(known(), ages=frozenset({"child"})), False),
        (ELDER, replace(known(), ages=frozenset({Audience.ELDER.value})), True),
        (ELDER, known(of(NoticeKind.ALL_CLEAR)), False),
        (ELDER, known(of(NoticeKind.UPDATE)), True),
    ],
)
def test_only_what_is_meant_for_the_person_is_told(person: Person, notice: PublicNotice, is_told: bool) -> None:
    talk = Talk(replace(small_world(), notices=(notice,)), ConversationState("home"), person, now=NOW)
    assert ("đang có thông báo" in words(talk.type("menu"))) is is_told


def test_the_all_clear_is_told_to_whoever_it_could_not_reach() -> None:
    all_clear = known(of(NoticeKind.ALL_CLEAR))
    mine = NoticesGiven(mine=(Mine(CODE, all_clear.notice, "sent", arrived=False),))
    talk = Talk(replace(small_world(), notices=(all_clear,)), ConversationState("home"), ELDER, now=NOW, notices=mine)
    assert "HẾT NGUY HIỂM" in words(talk.type("menu"))


@pytest.mark.parametrize(("before", "is_told"), [((CODE,), True), ((), False), (("DDDD5555",), False)])
def test_whoever_was_shown_what_was_wrong_is_told_of_its_correction(before: tuple[str, ...], is_told: bool) -> None:
    """They followed the commune after it was sent, so the correction is sent to others only."""
    wrong = known(state=State.CANCELLED, replaced_by="BBBB3333")
    right = known(of(NoticeKind.CANCEL), "BBBB3333")
    state = ConversationState("home", told=before)
    talk = Talk(replace(small_world(), notices=(right, wrong)), state, ELDER, now=NOW)
    assert ("đang có thông báo" in words(talk.type("menu"))) is is_told


def test_whoever_begins_to_follow_a_commune_hears_of_its_storm_at_once() -> None:
    talk = Talk(replace(small_world(), notices=(known(),)), now=NOW).start(f"xa-{COMMUNE}")
    assert "đang có thông báo" in words(talk)
    elsewhere = Talk(replace(small_world(), notices=(known(),)), now=NOW).start().say("1", "1")
    chosen = elsewhere.say("Hồ Chí Minh", "xã Bình Lợi")
    assert chosen.person.areas == (COMMUNE,)
    assert "đang có thông báo" in words(chosen)


def test_what_is_told_leaves_the_numbers_of_the_screen_alone() -> None:
    before = in_quiz(at_home(known(state=State.ENDED), mine=NoticesGiven()))
    stormy = replace(before, world=replace(before.world, notices=(known(),)), notices=MISSED)
    told = stormy.type("hả")
    assert told.screen.choices == before.screen.choices
    assert faults(told, stormy) == []


@pytest.mark.parametrize("payload", ["ma-ABCD-1234", "ma-abcd1234"])
def test_a_binding_code_goes_to_its_scene_and_nowhere_else(payload: str) -> None:
    for talk in (at_home().start(payload), at_home().type(payload)):
        assert talk.state.scene in ("bind", "home")
        assert not [fact for fact in talk.facts if isinstance(fact, HelpAsked)]
