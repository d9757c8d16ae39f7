"""Numbers, shares and lengths of time as officers read them."""

from datetime import timedelta

from bot.translations import SOURCE, Words

_BLOCKS = 10


def counted(number: float, words: Words) -> str:
    """ "1.248"; in other languages "1,248"."""
    written = f"{number:,.0f}"
    return written.replace(",", ".") if words.language == SOURCE else written


def percent(part: int, whole: int) -> int:
    """Rounded down, so that 100 is everybody; of nobody it is 0."""
    return 100 * part // whole if whole else 0


def bar(part: int, whole: int) -> str:
    """The share as ten squares, for eyes that are quicker than reading."""
    full = percent(part, whole) * _BLOCKS // 100
    return "■" * full + "□" * (_BLOCKS - full)


def lasting(span: timedelta, words: Words) -> str:
    """ "40 giây", "12 phút", "2 giờ 5 phút", "1 ngày 3 giờ", "3 ngày": rounded up until there are days."""
    seconds = max(0, -(-span // timedelta(seconds=1)))
    if seconds < 60:
        return words.say("{n} giây", n=seconds)
    minutes = -(-seconds // 60)
    if minutes < 60:
        return words.say("{n} phút", n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return words.say("{n} ngày", n=hours // 24)
    if hours >= 24:
        return words.say("{n} ngày {m} giờ", n=1, m=hours - 24) if hours > 24 else words.say("{n} ngày", n=1)
    return words.say("{n} giờ {m} phút", n=hours, m=rest) if rest else words.say("{n} giờ", n=hours)


def ago(span: timedelta, words: Words) -> str:
    """How long it is past: whole minutes once there is one, and never nothing."""
    unit = timedelta(minutes=1) if span >= timedelta(minutes=1) else timedelta(seconds=1)
    return lasting(max(span - span % unit, unit), words)
