"""The first minutes after a loss, words of distress, and calls that are described by yes and no."""

from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from bot.advice.call_paths import PATHS
from bot.advice.calls import CallEnd, CallPath, Question, follow
from bot.advice.distress import Distress, comfort
from bot.advice.urgent import STEPS, Lost, first_minutes
from bot.advice.verdict import Verdict
from bot.translations import Words

BY_NAME = {path.name: path for path in PATHS}


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Tôi lỡ chuyển tiền cho họ rồi", Lost.MONEY),
        ("toi lo chuyen khoan 5 trieu roi phai lam sao", Lost.MONEY),
        ("Mẹ tôi bị lừa 200 triệu", Lost.MONEY),
        ("em vừa chuyển tiền xong mới biết bị lừa, làm gì bây giờ", Lost.MONEY),
        ("Tôi trót đọc mã OTP cho người ta", Lost.CODE),
        ("bác lỡ cho nó mật khẩu ngân hàng", Lost.CODE),
        ("Cháu lỡ cài app công an giả rồi", Lost.APP),
        ("tôi vừa bấm vào link lạ thì phải làm gì", Lost.APP),
        ("Em lỡ gửi ảnh căn cước cho người lạ", Lost.PAPERS),
    ],
)
def test_what_was_lost(text: str, lost: Lost) -> None:
    found = first_minutes(text)
    assert found is not None
    assert (found.lost, found.steps) == (lost, STEPS[lost])


@pytest.mark.parametrize(
    "text",
    [
        "Con ơi mẹ vừa chuyển cho con 2 triệu ăn học",
        "Chị chuyển tiền vào tài khoản này giúp em",
        "làm sao để cài app VNeID",
        "Mã OTP của quý khách là 482913",
        "",
    ],
)
def test_nothing_was_lost(text: str) -> None:
    assert first_minutes(text) is None


def test_the_first_action_is_in_the_first_line() -> None:
    firsts = [Words().say(steps[0]) for steps in STEPS.values()]
    assert [said.split()[0] for said in firsts] == ["Gọi", "Gọi", "Tắt", "Đừng"]


@pytest.mark.parametrize(
    ("text", "distress"),
    [
        ("con không muốn sống nữa", Distress.SELF_HARM),
        ("em muon chet", Distress.SELF_HARM),
        ("tôi muốn tự tử", Distress.SELF_HARM),
        ("chú hàng xóm sờ vùng kín của em", Distress.CHILD_HARM),
        ("bo danh em hoai", Distress.CHILD_HARM),
        ("nó dọa tung ảnh của em lên mạng", Distress.CHILD_HARM),
        ("em bị bắt nạt ở trường", Distress.CHILD_HARM),
        ("chồng đánh tôi chảy máu", Distress.VIOLENCE),
    ],
)
def test_distress_is_heard(text: str, distress: Distress) -> None:
    found = comfort(text)
    assert found is not None
    assert found.distress is distress
    first_two = " ".join(Words().say(step) for step in found.steps[:2])
    assert any(number in first_two for number in ("111", "113", "115"))


@pytest.mark.parametrize(
    "text",
    [
        "buồn ngủ muốn chết",
        "doi muon chet",
        "từ từ đã",
        "cho tôi tư vấn",
        "tu tu da nhe",
        "tu van cho toi",
        "con đi học",
        "",
    ],
)
def test_ordinary_words_are_no_distress(text: str) -> None:
    assert comfort(text) is None


def every_way(path: CallPath, answers: tuple[bool, ...] = ()) -> Iterator[tuple[tuple[bool, ...], CallEnd]]:
    match follow(path, answers):
        case CallEnd() as end:
            yield answers, end
        case Question():
            for yes in (True, False):
                yield from every_way(path, (*answers, yes))


def asked_by(path: CallPath, answers: Sequence[bool]) -> list[Question]:
    """The questions that these answers were given to."""
    found = [follow(path, answers[:at]) for at in range(len(answers))]
    return [one for one in found if isinstance(one, Question)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_way_through_a_call_ends_after_at_most_seven_questions(path: CallPath) -> None:
    for answers, end in every_way(path):
        assert len(answers) <= 7
        assert 1 <= len(end.advice) <= 5
        told = [one.because for one, yes in zip(asked_by(path, answers), answers, strict=True) if yes]
        assert end.because[len(end.because) - len(told) :] == tuple(told)
        assert (end.verdict is Verdict.NO_SIGN) == (not told and not path.alarms)
        assert bool(end.because) == (end.verdict is not Verdict.NO_SIGN)
        assert end.kind == path.kind


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_one_deciding_yes_ends_the_call_in_danger(path: CallPath) -> None:
    for answers, end in every_way(path):
        decisive = [one for one, yes in zip(asked_by(path, answers), answers, strict=True) if yes and one.decides]
        alone = [one for one in decisive if one.beside is None]
        assert end.verdict is Verdict.DANGER or not alone


def test_nobody_is_asked_what_the_choice_of_the_call_has_told() -> None:
    for path in PATHS:
        assert path.given not in [one.because for one in path.questions]
    assert not [one.ask for one in BY_NAME["family"].questions if "người nhà hay người quen" in one.ask]
    assert not [one.ask for one in BY_NAME["police"].questions if one.ask.startswith("Người gọi có xưng")]


def test_nothing_is_asked_that_follows_from_a_no() -> None:
    without_money, with_money = (follow(BY_NAME["family"], (False, money)) for money in (False, True))
    assert isinstance(without_money, Question)
    assert isinstance(with_money, Question)
    assert "tài khoản tên người khác" in with_money.ask
    assert "tài khoản" not in without_money.ask


@pytest.mark.parametrize(
    ("path", "answers", "verdict"),
    [
        ("family", (False, False, False, False), Verdict.NO_SIGN),  # number, money, picture, not to call back
        ("family", (True, False, False, False), Verdict.SUSPICIOUS),
        ("family", (False, False, True, False), Verdict.SUSPICIOUS),  # a blurred picture and no money
        ("family", (False, True, False, True), Verdict.DANGER),  # money to their own account, a blurred picture
        ("family", (False, True, True), Verdict.DANGER),
        ("family", (False, True, False, False, False), Verdict.SUSPICIOUS),
        ("family", (False, False, False, True), Verdict.DANGER),
        ("police", (False,) * 6, Verdict.SUSPICIOUS),  # that they say they are the police
        ("kidnap", (False,) * 6, Verdict.NO_SIGN),
    ],
)
def test_how_a_call_ends(path: str, answers: tuple[bool, ...], verdict: Verdict) -> None:
    end = follow(BY_NAME[path], answers)
    assert isinstance(end, CallEnd)
    assert end.verdict is verdict


def test_who_was_called_by_the_family_and_told_no_sign_is_advised_to_call_back() -> None:
    end = follow(BY_NAME["family"], (False,) * 4)
    assert isinstance(end, CallEnd)
    assert "gọi lại người thân bằng số cũ" in Words().say(end.advice[0])


def test_answers_beyond_the_end_change_nothing() -> None:
    for path, answers in product(PATHS, ([True] * 12, [False] * 12)):
        assert isinstance(follow(path, answers), CallEnd)
