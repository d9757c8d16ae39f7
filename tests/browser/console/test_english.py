"""The desk in English: whatever it says itself is English; what people wrote and what places are called stays."""

import html.parser
import re
from collections.abc import Iterator
from functools import cache

import pytest

from bot import translations
from bot.areas import communes_of, provinces
from bot.notices.screens import unmarked
from bot.translations import LANGUAGES, Words
from bot.web.console.at import LANGUAGE
from tests.browser.console.furnished import WHOLE, House
from tests.browser.console.neighbours import WORDS
from tests.browser.console.sights import sights
from tests.guards.sources import ROOT
from tests.web.console.noticed import FILLED, kept

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
SAY, TITLE = Words.say, re.compile(r"^# (.+?) mã:", re.MULTILINE)
READ_OUT = ("aria-label", "alt", "placeholder", "title", "data-label")
EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
UNSAID = {"script", "style", "textarea", "option", "pre"}  # of these, options and texts are what people wrote


class Said(html.parser.HTMLParser):
    """Every piece of a page that is read, but for what is marked as Vietnamese."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One deeper; Vietnamese inside Vietnamese."""
        given = dict(attrs)
        other = self._skipped or tag in UNSAID or given.get("lang") == "vi"
        self.pieces += [] if other else [value for name in READ_OUT if (value := given.get(name))]
        if tag not in EMPTY:
            self._open.append((tag, other))

    def handle_endtag(self, tag: str) -> None:
        """Out again; pages leave nothing open."""
        while self._open and self._open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        """What is read."""
        if not self._skipped and data.strip():
            self.pieces.append(" ".join(data.split()))

    @property
    def _skipped(self) -> bool:
        return bool(self._open) and self._open[-1][1]


KEPT = (  # inside English sentences: what is or would be typed, and what stands on notices
    "bão, lũ, sạt lở, cắt điện",
    "bão, lũ, cắt điện",
    "Cầm Tay",
    "[DIỄN TẬP]",
    "nói nhẹ hơn",  # the reason for an edit
)


@cache
def names() -> re.Pattern[str]:
    """What places, people and offices are called, and what these officers typed; the longest first."""
    found = {name for name, _, _ in WHOLE.values()} | {"Bà Tư", "Ủy ban nhân dân", "Ban thông tin cơ sở"}
    found |= {*KEPT, *FILLED.values(), *WORDS, *LANGUAGES.values()}
    found |= {title for title in TITLE.findall(written()) if VIETNAMESE.search(title)}
    for province in provinces():
        found |= {province.name, province.titled}
        found |= {name for one in communes_of(province.code) for name in (one.name, one.titled)}
    return re.compile("|".join(re.escape(one) for one in sorted(found, key=len, reverse=True)), re.IGNORECASE)


@cache
def written() -> str:
    """All that administrators have written, as one text."""
    files = [*(ROOT / "lessons").rglob("*.md"), *(ROOT / "lessons").rglob("*.csv")]
    return "\n".join(" ".join(file.read_text("utf-8").split()) for file in files)


def ours(page: str, data: str = "") -> Iterator[str]:
    """Pieces of a page that are Vietnamese and nobody's but the desk's; `data` is what people wrote."""
    for piece in Said(page).pieces:
        left = names().sub("", piece)
        if not VIETNAMESE.search(left) or piece in data:
            continue
        parts = re.split(r": | · | – |, ", left)
        if any(VIETNAMESE.search(part) and part.strip() not in written() for part in parts):
            yield piece


async def test_a_sentence_of_ours_is_found() -> None:
    page = '<p>Xin chào Chị Lan, người mới</p><p lang="vi">Bà con</p><a title="Ghi chưa ai viết">Xã Đồng Văn</a><br>OK'
    assert list(ours(page)) == ["Xin chào Chị Lan, người mới", "Ghi chưa ai viết"]


async def test_the_desk_speaks_english(furnished_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Words, "say", _said)
    data, found = await _of_people(furnished_house), dict[str, set[str]]()
    desk = [(who, path) for who, path in sights(furnished_house) if path.startswith("/can-bo")]
    brought = {who: await furnished_house.cookies(who) for who in {who for who, _ in desk}}
    for who, path in desk:
        browser = furnished_house.desk.client()
        browser.cookies.update({**brought[who], LANGUAGE: "en"})
        for piece in ours((await browser.get(path)).text, data):
            found.setdefault(piece, set()).add(path)
    assert not found, "\n".join(f"{piece}: {', '.join(sorted(paths)[:2])}" for piece, paths in found.items())


def _said(words: Words, sentence: str, **values: object) -> str:
    """As `say` does; that no translation is missing is another test's business."""
    if words.language == "en" and sentence not in translations._catalogue("en"):
        return "…"
    return SAY(words, sentence, **values)


async def _of_people(house: House) -> str:
    """What officers wrote into notices, as pages show it."""
    texts: list[str] = []
    for name in ("live", "draft", "drill", "waiting", "waits_long", "alone", "empty"):
        one = await kept(house.desk, house.names[name])
        for notice in (one.notice, one.correction, one.all_clear):
            found = (
                (notice.headline, unmarked(notice.headline), notice.description, notice.instruction) if notice else ()
            )
            texts += found
    return "\n".join(" ".join(text.split()) for text in texts)
