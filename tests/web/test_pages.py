"""The templates are the same for all threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from jinja2 import Environment

from bot.web import pages

SOON = 0.3  # seconds in which a second thread would have come in


def test_two_threads_that_come_first_get_the_same_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one of them adds to their globals, as the menu of the desk, is there for the other."""
    second, made = Event(), list[Environment]()

    def environment(**options: Any) -> Environment:
        made.append(Environment(**options))
        if len(made) > 1:
            second.set()
        second.wait(SOON)
        return made[-1]

    monkeypatch.setattr(pages, "Environment", environment)
    pages._templates.cache_clear()
    try:
        with ThreadPoolExecutor(2) as threads:
            one, other = threads.map(lambda _: pages.templates(), range(2))
    finally:
        pages._templates.cache_clear()
    assert one is other
    assert len(made) == 1
