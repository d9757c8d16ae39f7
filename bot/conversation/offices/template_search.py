"""Which templates an officer may mean by a few typed words."""

import re
from collections.abc import Sequence

from bot.notices.template import Template
from bot.vietnamese.closest import nearest
from bot.vietnamese.fold import fold, nfc

_WORD = re.compile(r"\w+")
_SAME = 100  # the score of the very title


def fitting(typed: str, templates: Sequence[Template]) -> list[Template]:
    """One where it is sure; else all whose titles are near or hold these words, the nearest first."""
    titles = [template.title for template in templates]
    near = nearest(typed, titles)
    best = [one.index for one in near if one.score == near[0].score]
    holding = _holding(typed, titles)
    if len(best) == 1 and (near[0].score == _SAME or not {*holding}.difference(best)):
        return [templates[best[0]]]
    return [templates[index] for index in dict.fromkeys((*(one.index for one in near), *holding))]


def _holding(typed: str, titles: Sequence[str]) -> list[int]:
    """The titles with all of these words: as they were typed, else without their marks."""
    return _with_words(nfc(typed.lower()), [nfc(title.lower()) for title in titles]) or _with_words(
        fold(typed), [fold(title) for title in titles]
    )


def _with_words(typed: str, titles: Sequence[str]) -> list[int]:
    wanted = set(_WORD.findall(typed))
    return [index for index, title in enumerate(titles) if wanted and wanted <= set(_WORD.findall(title))]
