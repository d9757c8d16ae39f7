"""The state of a conversation comes back as it was kept, stays small, and a spoilt one still gives a conversation."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.learning.quiz import QuizState
from bot.messages import Choice, Paragraph, Tone
from bot.translations import LANGUAGES
from tests.conversation.small_world import lesson
from tests.conversation.talk import Talk

TEXT = st.text(max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)
PLACES = st.dictionaries(TEXT, JSON, max_size=4)
RESUMES = st.builds(
    lambda scene, place, id: {"scene": scene, "place": {**place, "lesson": id}},
    st.sampled_from(["lesson", "quiz"]),
    PLACES,
    TEXT,
)
STATES = st.builds(
    ConversationState,
    scene=TEXT,
    place=PLACES,
    offered=st.lists(st.builds(Choice, TEXT, TEXT, TEXT), max_size=7).map(tuple),
    exact=st.booleans(),
    shown=st.integers(-1, 10**9),
    pressed=TEXT,
    said=st.lists(st.builds(Paragraph, TEXT, st.sampled_from(Tone)), max_size=4).map(tuple),
    misses=st.integers(0, 1000),
    audience=st.none() | st.sampled_from(Audience),
    language=st.sampled_from(sorted(LANGUAGES)),
    resume=st.just({}) | RESUMES,
    area=TEXT,
    told=st.lists(TEXT, max_size=3).map(tuple),
    wrong_codes=st.lists(st.integers(0, 10**10), max_size=5).map(tuple),
)
SPOILT = st.dictionaries(st.sampled_from([*ConversationState.__slots__, "newer"]), JSON)


@given(STATES)
def test_comes_back_as_it_was_kept(state: ConversationState) -> None:
    assert ConversationState.from_json(json.loads(json.dumps(state.to_json()))) == state


@given(STATES, PLACES)
def test_names_of_a_newer_program_are_passed_over(state: ConversationState, more: dict[str, object]) -> None:
    newer = {f"newer {name}": value for name, value in more.items()}
    assert ConversationState.from_json({**newer, **json.loads(json.dumps(state.to_json()))}) == state


@given(STATES, SPOILT)
def test_a_spoilt_state_is_still_a_state(state: ConversationState, spoilt: dict[str, object]) -> None:
    read = ConversationState.from_json({**state.to_json(), **spoilt})
    assert ConversationState.from_json(json.loads(json.dumps(read.to_json()))) == read


@pytest.mark.parametrize(
    "spoilt",
    [
        *({"audience": "người ngoài hành tinh"}, {"language": "xx"}, {"language": ["vi"]}, {"shown": "5"}),
        *({"offered": [["a", "b"]]}, {"offered": [["a", "b", 1]]}, {"offered": 5}, {"said": [["a", "loud"]]}),
        *({"resume": {"scene": "quiz"}}, {"resume": {"scene": "quiz", "place": {"lesson": 5}}}, {"place": []}),
        *({"misses": True}, {"exact": 1}, {"scene": None}, {"pressed": {}}, {"area": 7}),
        *({"told": [7]}, {"told": "x"}, {"wrong_codes": [True]}, {"wrong_codes": 5}),
    ],
)
def test_what_cannot_be_read_is_as_at_the_beginning(spoilt: dict[str, object]) -> None:
    assert ConversationState.from_json(spoilt) == ConversationState()


def test_a_new_conversation_takes_no_room() -> None:
    assert ConversationState().to_json() == {}


def test_a_long_quiz_stays_small() -> None:
    long = lesson("bai-dai-nhat", "dai", questions=12)
    quiz = QuizState(tuple(range(12)), 11, (0,) * 11, tuple(range(11)), 3, 35)
    place = {"lesson": long.id, "version": long.version, "from": "dai", "card": 7, "quiz": quiz.to_json()}
    place |= {"told": True, "run": "20261121020000000000", "asked": 10, "given": 2}
    state = ConversationState(
        scene="quiz",
        place=place,
        offered=tuple(
            Choice(f"answer:{n}", "Tắt máy, rồi gọi lại số đã lưu để hỏi con cháu cho chắc chắn" * 2, str(n))
            for n in range(4)
        ),
        said=(Paragraph("Xin lỗi, cháu chưa hiểu ý bác. Bác chọn một số dưới đây ạ."),),
        pressed="1234567/answer:3",
        shown=1234567,
        audience=Audience.ELDER,
        resume={"scene": "quiz", "place": place},
    )
    assert len(json.dumps(state.to_json(), ensure_ascii=False).encode()) < 2048


def test_every_state_of_a_conversation_stays_small() -> None:
    talk, largest = Talk().start().say("1", "1", "1", "1"), 0
    for text in ("menu", "chọn bài học", "1", "1", "1", "1", "1", "1", "3", "1", "để lúc khác", "1", "x", "x", "x"):
        talk = talk.type(text)
        largest = max(largest, len(json.dumps(talk.state.to_json(), ensure_ascii=False).encode()))
    assert 300 < largest < 2048
