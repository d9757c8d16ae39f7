"""Whatever is refused is explained, and says what to do instead."""

import pytest

from bot.conversation.facts import Why
from bot.conversation.refusals import WHYS, why_not
from bot.notices.denials import DENIALS
from bot.notices.sentences import SENTENCES
from bot.translations import Words
from broadcasts.governance import Denial
from broadcasts.wording.codes import Code


@pytest.mark.parametrize("why", [*Denial, *Why], ids=str)
def test_every_refusal_has_a_sentence(why: Denial | Why) -> None:
    said = Words("vi", "anh chị").say(why_not(why))
    assert said.endswith((".", "!"))
    assert "{" not in said


def test_no_two_refusals_say_the_same() -> None:
    sentences = [*DENIALS.values(), *WHYS.values()]
    assert len(set(sentences)) == len(sentences) == len(Denial) + len(Why)


@pytest.mark.parametrize("code", Code)
def test_every_rule_of_wording_has_a_sentence(code: Code) -> None:
    assert SENTENCES[code]
