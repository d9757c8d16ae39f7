"""What was put into the blanks of a template, read back out of a notice that was made from it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from bot.notices.holes import holes
from bot.notices.screens import unmarked
from bot.notices.template import NO_PHONE, Office, Template, as_written
from bot.notices.template_names import OFFICE, PHONE, PLACE
from broadcasts.notice import Notice

_LONGEST = 2000  # characters; no notice that can be sent is longer


def unfill(notice: Notice, template: Template, office: Office) -> Mapping[str, str] | None:
    """The values by the names of the blanks; None where the notice is not what this template makes of any.

    Its level may have been changed.
    """
    text = "\n".join(map(unmarked, (notice.headline, notice.description, notice.instruction)))
    names = [blank.name for blank in template.blanks]
    found = re.fullmatch(_pattern(template, office, names), text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    told = [found[_group(names, name)] for name in names]
    spelt = (dict(zip(names, values, strict=True)) for values in product(*map(_spellings, told)))
    own = replace(notice, level=template.level)
    return next((values for values in spelt if as_written(own, template, values, office)), None)


def _spellings(value: str) -> tuple[str, ...]:
    """As it stands, and without the capital that it may have only because it began a sentence."""
    lower = value[:1].lower() + value[1:]
    return (value,) if lower == value else (value, lower)


def _pattern(template: Template, office: Office, names: list[str]) -> str:
    texts = template.texts
    given = {PLACE: office.place, OFFICE: office.name, PHONE: office.contact or NO_PHONE}
    return "".join(_pieces("\n".join((texts.headline, texts.description, texts.instruction)), given, names))


def _pieces(text: str, given: Mapping[str, str], names: list[str]) -> Iterator[str]:
    """What stands between the blanks as it is, what the account fills as it fills it, the rest whatever it says."""
    end, seen = 0, set[str]()
    for at, name in holes(text):
        yield re.escape(text[end:at])
        end = text.index("}", at) + 1
        if name in given:
            yield f"(?i:{re.escape(given[name])})"
        elif name not in names:
            yield r"(?!)"
        else:
            group = _group(names, name)
            yield f"(?i:(?P={group}))" if name in seen else f"(?P<{group}>.+?)"
            seen.add(name)
    yield re.escape(text[end:])


def _group(names: list[str], name: str) -> str:
    """Blanks are called in Vietnamese, groups of a pattern are not."""
    return f"blank{names.index(name)}"
