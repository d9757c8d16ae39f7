"""What was put into a template comes out of its notice again."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notices.answers import Answer, read_answer
from bot.notices.template import Office, Template, fill
from bot.notices.template_rules import SAMPLE_NOW, SAMPLE_OFFICE
from bot.notices.templates import read_templates
from bot.notices.unfill import unfill
from broadcasts.notice import Level

TEMPLATES = [entry.template for entry in read_templates(Path(__file__).parents[2] / "lessons").entries]
WORDS = (
    st.text("abđêưo ôX9.,()*+?\\{}[]", min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
)


def examples(template: Template) -> dict[str, str]:
    """Its own examples as they stand in the notice."""
    read = {blank.name: read_answer(blank, blank.example, SAMPLE_NOW) for blank in template.blanks}
    return {name: answer.text for name, answer in read.items() if isinstance(answer, Answer)}


@pytest.mark.parametrize("drill", [False, True])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_the_examples_come_back(template: Template, drill: bool) -> None:
    notice = fill(template, examples(template), SAMPLE_OFFICE, SAMPLE_NOW, drill=drill)
    found = unfill(notice, template, SAMPLE_OFFICE)
    assert found
    assert {name: value.lower() for name, value in found.items()} == {
        name: value.lower() for name, value in examples(template).items()
    }


@given(st.data())
def test_whatever_comes_back_makes_the_same_notice(data: st.DataObject) -> None:
    template = data.draw(st.sampled_from(TEMPLATES))
    values = {blank.name: data.draw(WORDS) for blank in template.blanks}
    notice = fill(template, values, SAMPLE_OFFICE, SAMPLE_NOW)
    found = unfill(notice, template, SAMPLE_OFFICE)
    assert found is not None
    assert fill(template, found, SAMPLE_OFFICE, SAMPLE_NOW) == notice


def test_another_level_does_not_matter() -> None:
    notice = fill(TEMPLATES[0], examples(TEMPLATES[0]), SAMPLE_OFFICE, SAMPLE_NOW)
    assert unfill(replace(notice, level=Level.ROUTINE), TEMPLATES[0], SAMPLE_OFFICE)


def test_other_words_and_other_offices_are_not_its_own() -> None:
    notice = fill(TEMPLATES[0], examples(TEMPLATES[0]), SAMPLE_OFFICE, SAMPLE_NOW)
    assert unfill(replace(notice, description="Có chuyện khác."), TEMPLATES[0], SAMPLE_OFFICE) is None
    assert unfill(notice, TEMPLATES[0], Office("Công an xã", "xã Khác", ("00721",))) is None
    assert all(unfill(notice, other, SAMPLE_OFFICE) is None for other in TEMPLATES[1:])


def test_a_text_without_end_is_not_searched() -> None:
    notice = fill(TEMPLATES[0], examples(TEMPLATES[0]), SAMPLE_OFFICE, SAMPLE_NOW)
    assert unfill(replace(notice, description="a" * 100_000), TEMPLATES[0], SAMPLE_OFFICE) is None
