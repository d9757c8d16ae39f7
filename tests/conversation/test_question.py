"""What the bot does not know goes to people after a yes: which words, how often, and whether their answer helped."""

from dataclasses import replace

import pytest

from bot.conversation.facts import Why
from bot.conversation.question_facts import (
    Asked,
    HandedOn,
    Question,
    QuestionsGiven,
    QuestionState,
    Rated,
)
from bot.messages import Incoming, Kind
from tests.conversation.office import COMMUNE, LAN, Office
from tests.conversation.screens import faults
from tests.conversation.talk import BEGINNING, ME, Talk
from tests.conversation.test_ask import ADVICE, LIBRARY, labels, text

ORCHARD = "vườn cam vàng lá thối rễ chữa thế nào, tôi tên là Nguyễn Văn Năm, số 0912 345 678"
SCHOOL = (
    "Kính gửi các bậc cha mẹ, sáng chủ nhật này nhà trường tổ chức buổi gặp mặt đầu năm tại hội trường lớn, "
    "mong các bậc cha mẹ thu xếp đến dự đông đủ và đúng giờ."
)
ANSWERED = Question(
    *("q1", Asked.QUESTION, "dê bị chướng bụng", COMMUNE, "elder", "", QuestionState.ANSWERED, BEGINNING),
    answer="Bác cho dê uống dầu lạc, gọi thú y xã.",
)


@pytest.fixture
def elder() -> Talk:
    """An elder of a commune who only looks, in a bot that knows everything that is shipped."""
    talk = Talk()
    return replace(talk, world=replace(talk.world, advice=ADVICE.held, library=LIBRARY)).start("xa-00721").say("1", "2")


def handed(talk: Talk) -> list[HandedOn]:
    return [fact for fact in talk.facts if isinstance(fact, HandedOn)]


def choose(talk: Talk, label: str) -> Talk:
    [choice] = [one for one in talk.offered if one.label == label]
    return talk.press(choice.id)


def test_nothing_is_sent_before_the_yes_and_nothing_but_what_was_shown(elder: Talk) -> None:
    shown = choose(elder.type(ORCHARD), "Hỏi cán bộ xã")
    assert handed(shown) == []
    assert "Chưa gửi gì cả" in text(shown)
    [fact] = handed(choose(shown, "Gửi câu hỏi"))
    assert fact.words in [paragraph.text for paragraph in shown.screen.paragraphs]
    assert (fact.kind, fact.area) == (Asked.QUESTION, "00721")
    for secret in ("Nguyễn", "Năm", "0912", "678"):
        assert secret not in fact.words
        assert secret not in str(shown.state.to_json())


def test_it_may_be_put_in_other_words_before_it_is_sent(elder: Talk) -> None:
    shown = choose(elder.type(ORCHARD), "Hỏi cán bộ xã").type("vườn cam vàng lá thì bón gì")
    [fact] = handed(shown.type("gửi đi"))
    assert fact.words == "vườn cam vàng lá thì bón gì"


def test_no_is_no(elder: Talk) -> None:
    left = choose(choose(elder.type(ORCHARD), "Hỏi cán bộ xã"), "Thôi, không gửi")
    assert handed(left) == []
    assert left.state.scene == "ask"


@pytest.mark.parametrize(("why", "told"), [(Why.TOO_MANY, "3 câu chờ trả lời"), (Why.ALREADY, "đã gửi rồi")], ids=str)
def test_what_is_refused_is_told_kindly(elder: Talk, why: Why, told: str) -> None:
    sent = choose(choose(replace(elder, refuses=why).type(ORCHARD), "Hỏi cán bộ xã"), "Gửi câu hỏi")
    assert told in text(sent)
    assert "theo dõi đủ ba xã" not in text(sent)


def test_a_long_forward_without_a_sign_may_be_shown_to_people(elder: Talk) -> None:
    judged = elder.hear(Incoming(ME, "", Kind.FORWARD, SCHOOL))
    assert text(judged).startswith("CHƯA THẤY DẤU HIỆU LỪA ĐẢO")
    [fact] = handed(choose(choose(judged, "Hỏi cán bộ xã"), "Gửi tin này"))
    assert (fact.kind, fact.words) == (Asked.FORWARD, SCHOOL)


def test_a_short_one_is_no_riddle(elder: Talk) -> None:
    judged = elder.hear(Incoming(ME, "", Kind.FORWARD, "Mai mẹ qua đón cháu nhé"))
    assert "Hỏi cán bộ xã" not in labels(judged)
    assert "ask" not in judged.state.place


@pytest.mark.parametrize("alone", ["0912345678", "https://vnexpress.net"])
def test_a_number_or_a_link_alone_is_judged_and_no_question(elder: Talk, alone: str) -> None:
    judged = elder.press("go:ask").type(alone)
    assert text(judged).startswith("CHƯA THẤY DẤU HIỆU LỪA ĐẢO")
    assert "Hỏi cán bộ xã" not in labels(judged)


def test_an_answer_is_rated_once_and_a_no_leads_to_people(elder: Talk) -> None:
    answered = elder.type("làm sao đổi mật khẩu zalo")
    liked, not_liked = choose(answered, "Giúp được tôi"), choose(answered, "Chưa giúp được")
    [yes], [no] = liked.facts, not_liked.facts
    assert isinstance(yes, Rated)
    assert isinstance(no, Rated)
    assert (yes.source, yes.helped, no.helped) == (answered.state.place["source"], True, False)
    assert "Giúp được tôi" not in labels(liked)
    assert liked.hear(Incoming(ME, "", choice="helped", screen=answered.screen.id)).facts == ()
    assert labels(not_liked)[0] == "Hỏi cán bộ xã"
    assert "làm sao đổi mật khẩu zalo" in text(choose(not_liked, "Hỏi cán bộ xã"))


def test_what_is_refused_is_neither_rated_nor_handed_on(elder: Talk) -> None:
    refused = elder.type("uống thuốc huyết áp mấy viên")
    assert not {"Giúp được tôi", "Hỏi cán bộ xã"} & set(labels(refused))


def test_unknown_words_in_the_middle_of_something_else_lead_nowhere() -> None:
    begun = Talk().start().type("con trâu nhà mình hay húc hàng rào")
    assert begun.state.scene == "welcome"


def test_an_unknown_question_is_not_answered_with_the_same_words_twice(elder: Talk) -> None:
    once = elder.type("con dê cứ kêu suốt đêm")
    assert faults(once, elder) == []
    assert text(once) != text(once.type("con trâu nhà mình hay húc hàng rào")) or "Có phải" in text(once)


def test_the_officers_answer_comes_with_the_question_whether_it_helped(elder: Talk) -> None:
    told = replace(elder, questions=QuestionsGiven(question=ANSWERED, answered=ANSWERED)).type("8")
    assert told.state.scene == "question"
    assert ANSWERED.answer in text(told)
    rated = choose(told, "Giúp được tôi")
    assert rated.facts == (Rated("can-bo", helped=True, question="q1"),)
    after = replace(rated, questions=QuestionsGiven(question=replace(ANSWERED, helped=True))).press(
        "go:question?yes=q1"
    )
    assert "Cảm ơn" in text(after)


@pytest.mark.parametrize("word", ["answer=", "x=q1", "", "yes="])
def test_a_forged_way_leads_to_the_desk_for_questions(elder: Talk, word: str) -> None:
    assert elder.press(f"go:question?{word}").state.scene in ("ask", "question")


def test_a_question_that_is_gone_is_said_kindly(elder: Talk) -> None:
    assert "không thấy câu hỏi" in text(elder.press("go:question?answer=q1"))


def test_a_warning_is_begun_with_what_the_catalogue_knows() -> None:
    office = Office()
    office.world = replace(office.world, advice=ADVICE.held)
    seat = office.seat(LAN).press(f"go:write?scam=N7@{COMMUNE}")
    draft = seat.state.place["draft"]
    assert draft["template"] == "lua-dao-moi"
    assert draft["values"] == {
        "xưng là ai": "cán bộ thuế",
        "sự thật": "đừng bấm, đừng cài thứ họ gửi, đừng cho họ xem màn hình",
    }
    assert "Chúng bảo bà con làm gì" in seat.text
    assert office.broadcasts == {}
    assert "cán bộ thuế" in seat.say("cài ứng dụng thuế giả để hoàn tiền").text


@pytest.mark.parametrize("word", ["N4", "X9@00721", "@", "", "N4@99999"])
def test_a_forged_warning_begins_with_what_there_is(word: str) -> None:
    office = Office()
    office.world = replace(office.world, advice=ADVICE.held)
    seat = office.seat(LAN).press(f"go:write?scam={word}")
    assert seat.labels
    assert office.broadcasts == {}
