"""The preview shows every screen four times, what the check found, and needs nothing from elsewhere."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from shutil import copytree

import pytest

from bot.learning.check import check_folder
from bot.web.preview import CHANNELS, preview_page

STORIES = Path(__file__).parents[1] / "stories" / "lessons"
TODAY = date(2026, 11, 21)
COURSE = "khoa-hoc/nguoi-cao-tuoi"


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A lessons folder of four lessons that may be spoilt."""
    copytree(STORIES, tmp_path / "lessons")
    return tmp_path / "lessons"


@pytest.fixture
def shown(lessons: Path) -> Callable[[str], str]:
    """The page for a path below the folder, as it reads with its marks resolved."""

    def page(path: str = "") -> str:
        return unescape(preview_page(lessons, check_folder(lessons / path, TODAY), lessons / path))

    return page


def _articles(page: str, channel: str) -> list[str]:
    return re.findall(rf'<article class="way {channel}">(.*?)</article>', page, re.DOTALL)


def test_every_screen_stands_there_on_every_channel(shown: Callable[[str], str]) -> None:
    page = shown(f"{COURSE}/01-dung-lai.md")
    screens = 2 + 2 * 2 + 1  # cards, questions with their explanations, the result
    assert {channel: len(_articles(page, channel)) for channel in CHANNELS} == dict.fromkeys(CHANNELS, screens)
    assert re.findall(r'<section id="([^"]+)"', page) == [f"dung-lai-{number}" for number in range(1, screens + 1)]


def test_each_channel_shows_what_it_can(shown: Callable[[str], str], lessons: Path) -> None:
    page = shown(f"{COURSE}/01-dung-lai.md")
    web, telegram, zalo, terminal = (_articles(page, channel)[0] for channel in CHANNELS)
    drawing, alt = (lessons / "hinh/dat-may.svg").as_uri(), "Ông cụ đặt điện thoại xuống bàn"
    assert f'<img src="{drawing}" alt="{alt}"' in web
    assert '<img src="data:image/png;base64,' in telegram
    assert f"[{alt}]" in zalo
    assert f"[{alt}]" in terminal
    assert all("<img" not in poor for poor in (zalo, terminal))
    assert '<span class="key">1.</span> <span>Thẻ tiếp theo</span>' in web
    assert "<b>1. Thẻ tiếp theo</b>" in telegram
    assert all("\n1. Thẻ tiếp theo\n" in poor for poor in (zalo, terminal))


def test_a_terminal_has_seventy_two_columns(shown: Callable[[str], str], lessons: Path) -> None:
    file = lessons / COURSE / "02-goi-lai.md"
    file.write_text(file.read_text("utf-8").replace("trong máy.", "trong máy. " + "Bác gọi con nhé. " * 9), "utf-8")
    lines = [line for article in _articles(shown(""), "terminal") for line in re.split(r"<[^>]+>|\n", article)]
    assert 60 < max(map(len, lines)) <= 72


def test_the_reasons_against_wrong_answers_are_shown_too(shown: Callable[[str], str]) -> None:
    page = shown(f"{COURSE}/01-dung-lai.md")
    assert page.count('<dl class="whys">') == 2
    assert "Chọn “Chuyển ngay cho nhanh” thì đọc thấy:</dt><dd>Chuyển rồi khó lấy lại.</dd>" in page


def test_every_lesson_can_be_jumped_to(shown: Callable[[str], str]) -> None:
    page = shown("")
    jumps = re.findall(r'<a href="#([^"]+)">', page)
    assert sorted(jumps) == ["dung-lai", "goi-lai", "ma-rieng", "mat-khau"]
    assert all(page.count(f'<h2 id="{jump}">') == 1 for jump in jumps)


def test_level_and_harmless_tidings_are_told(shown: Callable[[str], str]) -> None:
    page = shown(f"{COURSE}/01-dung-lai.md")
    assert "6,1 tiếng mỗi câu, câu dài nhất 8 tiếng, 6,7 điểm" in page
    assert "Tin lành: câu 2" in page
    assert "Không có tin lành" in shown(f"{COURSE}/02-goi-lai.md")


def test_mistakes_stand_at_the_top(shown: Callable[[str], str], lessons: Path) -> None:
    assert "Không có lỗi nào." in shown("")
    file = lessons / COURSE / "01-dung-lai.md"
    file.write_text(file.read_text("utf-8").replace("- [x] Tắt máy", "- [ ] Tắt máy"), "utf-8")
    page = shown("")
    assert "1 lỗi cần sửa" in page
    assert page.index(f"{COURSE}/01-dung-lai.md:") < page.index('<h2 id="')
    assert "dung-lai-1" not in page


def test_a_drawing_that_cannot_be_drawn_leaves_its_words(shown: Callable[[str], str], lessons: Path) -> None:
    (lessons / "hinh/dat-may.svg").write_text("<svg", "utf-8")
    telegram = _articles(shown(""), "telegram")[0]
    assert "<img" not in telegram
    assert "<figcaption>Ông cụ đặt điện thoại xuống bàn</figcaption>" in telegram


def test_a_translation_has_an_anchor_of_its_own(shown: Callable[[str], str], lessons: Path) -> None:
    text = (lessons / COURSE / "02-goi-lai.md").read_text("utf-8").replace("# Gọi lại số quen", "# Call back")
    (lessons / COURSE / "02-goi-lai.en.md").write_text(text, "utf-8")
    page = shown("")
    assert '<h2 id="goi-lai.en">Call back</h2>' in page
    assert "Answer the questions" in page


def test_whatever_a_lesson_says_is_only_text(shown: Callable[[str], str], lessons: Path) -> None:
    file = lessons / COURSE / "02-goi-lai.md"
    file.write_text(file.read_text("utf-8").replace("trong máy.", "trong máy, a < b & “c”."), "utf-8")
    raw = preview_page(lessons, check_folder(lessons, TODAY))
    assert "a &lt; b &amp; “c”" in raw


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(shown: Callable[[str], str]) -> None:
    page = shown("")
    assert not re.search(r"https?://|<script|\son\w+=|@import|/static/", page)
    assert set(re.findall(r'src="([a-z]+):', page)) == {"file", "data"}
