"""A long list on small screens: pages of five, the sixth choice turns the page."""

from collections.abc import Sequence
from typing import TypeVar

from bot.conversation.visit import Visit
from bot.messages import MOST_CHOICES, Choice

T = TypeVar("T")
MORE = "more"


def page(items: Sequence[T], start: int) -> tuple[Sequence[T], int]:
    """The items to show from `start`, and where the next page begins (0: after the last comes the first)."""
    if len(items) <= MOST_CHOICES:
        return items, 0
    shown = items[start : start + MOST_CHOICES - 1]
    following = start + len(shown)
    return shown, following if following < len(items) else 0


def more(visit: Visit, items: Sequence[object]) -> tuple[Choice, ...]:
    """The choice that turns the page, where there is more than one."""
    return (Choice(MORE, visit.say("Xem thêm")),) if len(items) > MOST_CHOICES else ()


def ranges(count: int) -> list[tuple[int, int]]:
    """At most six even ranges over `count` items; a list of any length is then a few taps deep."""
    size = max(MOST_CHOICES, -(-count // MOST_CHOICES))
    return [(start, min(start + size, count)) for start in range(0, count, size)]
