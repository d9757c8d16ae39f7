"""The parts of the sheet from top to bottom, in pixels: 794 × 1123 are A4."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.areas import Commune, province
from bot.poster.lettering import ADDRESS, BOLD, PHRASES, Place, Setting, clean, width
from bot.poster.shapes import (
    BRAND,
    INK,
    MUTED,
    SOFT,
    Style,
    block,
    box,
    code,
    emblem,
    line,
    picture,
    round_corners,
    shield,
    tick,
)
from bot.poster.way import Way
from bot.translations import Words

WIDE, HIGH, MARGIN = 794, 1123, 56
INNER, RIGHT = WIDE - 2 * MARGIN, WIDE - MARGIN
GAP, PAD = 22, 18
HERO_TOP, HERO_HIGH = 142, 172
DRAWING_WIDE, DRAWING_HIGH = 340, 340 * 150 / 320
USES_TOP, USES_STEP = 347, 42
WAYS_TOP, WAYS_HIGH = 462, 440
WARNING_TOP, WARNING_HIGH = 918, 112
FOOT = 1054
SIDE, LARGE_SIDE = 268, 376  # of a QR code with its quiet zone; the code itself is 55 mm at least
TITLE, QUIETER = Style(BOLD, BRAND), Style(fill=MUTED)
say = Words().say


def head(commune: Commune) -> str:
    """Whose poster it is."""
    above = province(commune.province_code)
    x = MARGIN + 88
    name = Place(RIGHT - x, weight=BOLD).fit(commune.titled, 46)
    province_line = line(above.titled, x, 122, 26, QUIETER) if above else ""
    return emblem(MARGIN, 54, 70) + line(name.lines[0], x, 88, name.size, TITLE) + province_line


def hero(drawing: str) -> str:
    """The heading, with a drawing beside it where there is one."""
    words = say("Cầm Tay giúp dùng điện thoại, tránh bị lừa")
    within = INNER - 2 * PAD
    if drawing:
        heading = Place(within - DRAWING_WIDE, 3, BOLD).fit(words, 40)
        left, top = RIGHT - DRAWING_WIDE, HERO_TOP + HERO_HIGH - DRAWING_HIGH
        shown = picture(drawing, left, top, DRAWING_WIDE, DRAWING_HIGH)
    else:
        heading, shown = Place(within, 2, BOLD, PHRASES).fit(words, 46), ""
    ground = box(MARGIN, HERO_TOP, INNER, HERO_HIGH, f'fill="{SOFT}"')
    written = _in_the_middle([(heading, TITLE)], MARGIN + PAD, HERO_TOP + HERO_HIGH / 2)
    return round_corners(MARGIN, HERO_TOP, INNER, HERO_HIGH, ground + shown) + written


def uses() -> str:
    """What the bot is good for, in three lines."""
    sentences = (
        say("Học mỗi bài ba phút, không mất tiền"),
        say("Nhận ra trò lừa, không sợ cuộc gọi lạ"),
        say("Lỡ bị lừa, biết ngay phải gọi cho ai"),
    )
    return "".join(_use(sentence, USES_TOP + n * USES_STEP) for n, sentence in enumerate(sentences))


def _use(sentence: str, middle: float) -> str:
    words = Place(INNER - 48).fit(sentence, 29)
    return tick(MARGIN, middle) + line(words.lines[0], MARGIN + 48, middle + words.size * 0.36, words.size)


def one_way(way: Way) -> str:
    """A large code, what to do with it beside it."""
    x = MARGIN + LARGE_SIDE + GAP
    within = RIGHT - PAD - x
    blocks = (
        (Place(within, weight=BOLD).fit(way.title, 32), TITLE),
        (Place(within, 2, pieces=PHRASES).fit(_how(), 28), Style()),
        (Place(within, 4, BOLD, ADDRESS).fit(way.readable, 20), Style(BOLD)),
        (Place(within, 3).fit(way.hint, 20), QUIETER),
    )
    drawn = code(way.address, MARGIN + PAD, WAYS_TOP + (WAYS_HIGH - LARGE_SIDE) / 2, LARGE_SIDE)
    return _frame(MARGIN, INNER) + drawn + _in_the_middle(blocks, x, WAYS_TOP + WAYS_HIGH / 2, 16)


def two_ways(ways: Iterable[Way]) -> str:
    """Two codes side by side, what to do with them below."""
    wide = (INNER - GAP) / 2
    return "".join(_card(way, MARGIN + n * (wide + GAP), wide) for n, way in enumerate(ways))


def _card(way: Way, x: float, wide: float) -> str:
    middle, within, code_top = x + wide / 2, wide - 2 * PAD, WAYS_TOP + 42
    title = line(clean(way.title), middle, WAYS_TOP + 36, 26, Style(BOLD, BRAND, centred=True))
    blocks = (
        (Place(within).fit(_how(), 20), Style(centred=True)),
        (Place(within, 2, BOLD, ADDRESS).fit(way.readable, 19), Style(BOLD, centred=True)),
        (Place(within, 2).fit(way.hint, 17), Style(fill=MUTED, centred=True)),
    )
    drawn = code(way.address, middle - SIDE / 2, code_top, SIDE)
    return _frame(x, wide) + title + drawn + _stack(blocks, middle, code_top + SIDE, 2)[0]


Blocks = Sequence[tuple[Setting, Style]]


def _in_the_middle(blocks: Blocks, x: float, middle: float, gap: float = 0) -> str:
    _, high = _stack(blocks, x, 0, gap)
    return _stack(blocks, x, middle - high / 2, gap)[0]


def _stack(blocks: Blocks, x: float, top: float, gap: float) -> tuple[str, float]:
    """The blocks one below the other, and where the last one ends."""
    drawn = []
    for setting, style in blocks:
        words, end = block(setting, x, top, style)
        drawn.append(words)
        top = end + gap
    return "".join(drawn), top - gap


def _frame(x: float, wide: float) -> str:
    return box(x, WAYS_TOP, wide, WAYS_HIGH, f'fill="#FFFFFF" stroke="{BRAND}" stroke-width="2.5"')


def _how() -> str:
    return say("Mở máy ảnh, đưa vào ô vuông")


def warning(kind: str) -> str:
    """What it never asks, and what to do about a code that somebody has put over ours."""
    promise = say("Cầm Tay là máy, không hỏi mật khẩu, không hỏi mã, không xin tiền")
    pasted = say("Ô vuông có giấy dán đè lên? Đừng quét, hãy báo cán bộ {kind}.", kind=kind)
    x, middle = MARGIN + 88, WARNING_TOP + WARNING_HIGH / 2
    within = RIGHT - PAD - x
    blocks = (
        (Place(within, 2, BOLD, PHRASES).fit(promise, 25), Style(BOLD)),
        (Place(within).fit(pasted, 18), Style()),
    )
    frame = box(MARGIN, WARNING_TOP, INNER, WARNING_HIGH, f'fill="none" stroke="{INK}" stroke-width="2.5"')
    return frame + shield(MARGIN + PAD, middle - 30) + _in_the_middle(blocks, x, middle, 3)


def foot(runner: str, day: date) -> str:
    """Who runs it, and when this was printed."""
    printed = say("In ngày {day}", day=f"{day:%d/%m/%Y}")
    end = width(printed, 17)
    by = Place(INNER - end - GAP, 2).fit(say("Trợ lý máy của {runner}", runner=runner), 17)
    who, _ = block(by, MARGIN, FOOT - 17, QUIETER)
    return who + line(printed, RIGHT - end, FOOT, 17, QUIETER)
