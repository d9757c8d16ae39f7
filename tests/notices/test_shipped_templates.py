"""Every shipped template keeps its limits at the longest answers, and says who, what, where, what to do and when."""

from datetime import date
from pathlib import Path

import pytest

from bot.areas import Commune, communes_of, provinces
from bot.learning.lesson_rules import Known as LessonsKnown
from bot.notices.answers import Answer, read_answer
from bot.notices.known import Known, read_known
from bot.notices.template import Office, Template, all_clear, correction, fill
from bot.notices.template_check import check_templates
from bot.notices.template_file import read_template
from bot.notices.template_names import SAMPLE_AREA, BlankKind
from bot.notices.template_rules import SAMPLE_NOW, SAMPLE_OFFICE
from bot.notices.templates import read_templates
from bot.notices.text_facts import text_facts
from broadcasts.notice import Level, Notice
from broadcasts.wording import check
from broadcasts.wording.forms import MOST_HEADLINE, MOST_SHORT, short_form
from tests.notices.samples import Little

LESSONS = Path(__file__).parents[2] / "lessons"
TEMPLATES = [entry.template for entry in read_templates(LESSONS).entries]
COMMUNES = [commune for province in provinces() for commune in communes_of(province.code)]
EVENTS = {
    "bão", "lũ", "lũ quét", "sạt lở", "cháy", "cháy rừng", "dịch bệnh", "nước nhiễm bẩn", "cắt điện", "tìm người",
    "lừa đảo", "tiêm chủng", "thông báo", "đường bị chia cắt", "nắng nóng", "rét hại",
}  # fmt: skip
LONGEST = {BlankKind.NUMBER: "-999.999,99", BlankKind.TIME: "23 giờ 59", BlankKind.MOMENT: "23 giờ 59 ngày 22/11/2026"}


def office_of(commune: Commune) -> Office:
    """A commune's people's committee."""
    place = f"{commune.kind} {commune.name}"
    return Office(f"Ủy ban nhân dân {place}", place, (commune.code,), "02433334444")


LONGEST_OFFICE = office_of(max(COMMUNES, key=lambda commune: len(commune.name)))
# A hyphen inside a name makes it two names for the wording rules, so these stand for all that have none.
OFFICES = [
    office_of(next(one for one in COMMUNES if one.name == name)) for name in ("Tân Thành", "Côn Đảo", "Đồng Văn")
]


def examples(template: Template) -> dict[str, str]:
    """What the notice says once each blank holds its example."""
    answers = {blank.name: read_answer(blank, blank.example, SAMPLE_NOW) for blank in template.blanks}
    return {name: answer.text for name, answer in answers.items() if isinstance(answer, Answer)}


def longest(template: Template) -> dict[str, str]:
    """The longest that each blank takes."""
    return {
        blank.name: LONGEST.get(blank.kind) or max(blank.choices, key=len, default="m" * blank.longest)
        for blank in template.blanks
    }


def all_of(template: Template, values: dict[str, str], office: Office, *, drill: bool) -> tuple[Notice, Notice, Notice]:
    """The notice, its all-clear and its correction."""
    notice = fill(template, values, office, SAMPLE_NOW, drill=drill)
    return notice, all_clear(notice, template), correction(notice, template)


every_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
real_and_drill = pytest.mark.parametrize("drill", [False, True], ids=["real", "drill"])


def test_no_shipped_template_has_a_mistake() -> None:
    report = check_templates(LESSONS, date(2026, 11, 21))
    assert [f"{one.file}:{one.line}: {one.message}" for one in report.mistakes] == []
    assert report.templates == len(list((LESSONS / "thong-bao-mau").glob("*.md"))) >= 14


def test_there_is_a_template_for_everything_that_happens() -> None:
    assert {template.event for template in TEMPLATES} == EVENTS


def test_a_scam_has_two_one_for_a_new_kind_and_one_for_false_policemen() -> None:
    scams = {template.id for template in TEMPLATES if template.event == "lừa đảo"}
    assert scams == {"lua-dao-moi", "lua-dao-gia-cong-an-xa"}


@pytest.mark.parametrize(
    ("id", "level"),
    [
        ("bao", Level.URGENT),
        ("lu-quet", Level.URGENT),
        ("chay", Level.URGENT),
        ("nuoc-nhiem-ban", Level.URGENT),
        ("tim-nguoi", Level.FIRST),
        ("lua-dao-moi", Level.FIRST),
        ("tiem-chung", Level.ROUTINE),
        ("cat-dien", Level.ROUTINE),
    ],
)
def test_only_what_cannot_wait_wakes_people(id: str, level: Level) -> None:
    assert next(template.level for template in TEMPLATES if template.id == id) is level


@every_template
def test_somebody_has_signed_for_it(template: Template) -> None:
    assert template.approved


@every_template
def test_it_is_filled_in_a_minute(template: Template) -> None:
    assert 3 <= len(template.blanks) <= 5
    assert all(blank.question.endswith("?") and len(blank.question) <= 60 for blank in template.blanks)


@every_template
def test_it_says_who_what_where_do_and_when(template: Template) -> None:
    notice, *_ = all_of(template, examples(template), OFFICES[0], drill=False)
    assert all((notice.office, notice.headline, notice.description, notice.place, notice.ends))
    facts = text_facts(notice, read_known(LESSONS))
    assert 2 <= len(facts.actions) <= 3
    said = f"{notice.headline} {notice.description} {notice.instruction}".casefold()
    assert notice.place.casefold() in said or notice.office.casefold() in said
    assert "{" not in said


@every_template
@real_and_drill
def test_no_answer_that_the_bot_takes_breaks_a_limit(template: Template, drill: bool) -> None:
    for notice in all_of(template, longest(template), LONGEST_OFFICE, drill=drill):
        assert len(notice.headline) <= MOST_HEADLINE
        assert len(short_form(notice)) <= MOST_SHORT


@every_template
@real_and_drill
@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.place)
def test_no_rule_for_wording_has_anything_to_say(template: Template, drill: bool, office: Office, known: Known) -> None:
    for notice in all_of(template, examples(template), office, drill=drill):
        assert check(notice, text_facts(notice, known), SAMPLE_NOW, office.areas) == ()


@every_template
def test_it_still_has_somebody_to_call_where_the_office_has_no_number(template: Template, known: Known) -> None:
    office = Office(OFFICES[0].name, OFFICES[0].place, OFFICES[0].areas)
    for notice in all_of(template, examples(template), office, drill=False):
        codes = [str(finding.code) for finding in check(notice, text_facts(notice, known), SAMPLE_NOW)]
        assert codes == ["contact-missing"]


@pytest.fixture(scope="module")
def known() -> Known:
    """The shipped tables."""
    return read_known(LESSONS)


def test_the_sample_commune_is_one() -> None:
    commune = next(commune for commune in COMMUNES if commune.code == SAMPLE_AREA)
    assert office_of(commune) == SAMPLE_OFFICE


def test_the_sample_for_administrators_is_read() -> None:
    readme = (LESSONS / "README.md").read_text("utf-8")
    [sample] = [part.strip() for part in readme.split("```") if "## Ô cần điền" in part]
    mistakes = read_template(f"# Lũ quét\n\n{sample}", "mau.md", LessonsKnown(Little()))
    assert isinstance(mistakes, tuple)
    assert {str(one.code) for one in mistakes} == {
        "no-template-id", "no-level", "no-event", "no-hours", "no-source",
        "no-section", "blank-count", "unused-blank",
    }  # fmt: skip
