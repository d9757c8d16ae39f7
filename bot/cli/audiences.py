"""Who asks, as a line of JSON or an option says it."""

import click

from bot.cli.json_lines import AskedLine, BadLine
from bot.learning.lesson import Audience
from bot.translations import mark
from bot.vietnamese.fold import fold

NO_AUDIENCE = mark('"audience" không đúng. Ghi elder, child hay adult, hoặc để trống.')

_AUDIENCES = {fold(name): one for one in Audience for name in (one.value, one.name)}

option = click.option(
    "--audience", type=click.Choice(["elder", "child", "adult"]), help="Who asks; a line may say otherwise."
)


def audience_of_line(line: AskedLine) -> Audience | None:
    """Who the line says asks; None where it does not say. BadLine where nobody is called like this."""
    written = line.fields.get("audience")
    found = audience_of(written)
    if found is None and written not in (None, ""):
        raise BadLine(NO_AUDIENCE, line.id)
    return found


def audience_of(written: object) -> Audience | None:
    """As it is called in English or Vietnamese; None for anything else."""
    return _AUDIENCES.get(fold(written)) if isinstance(written, str) else None
