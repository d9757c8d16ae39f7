"""`camtay rehearse`: a notice to invented people over a fake network, and how long it took."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from bot.channels.devnull import Faults
from bot.rehearsal import Rehearsed, Tell
from bot.rehearsal import rehearse as run


@click.command()
@click.option("--people", default=10_000, type=click.IntRange(1, 10_000_000), help="How many are invented.")
@click.option(
    "--rate", type=click.FloatRange(0.1, 100_000), help="Messages a second the network allows; none: no limit."
)
@click.option("--trouble", default=0.0, type=click.FloatRange(0, 0.5), help="Part of the people who are gone.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def rehearse(people: int, rate: float | None, trouble: float, as_json: bool) -> None:
    """Send a drill to invented people over a fake network, in a folder that is removed afterwards."""
    faults = Faults(gone=trouble) if trouble else None
    with tempfile.TemporaryDirectory(prefix="camtay-") as folder, _progress(people) as tell:
        measured = asyncio.run(run(Path(folder), people, rate, faults, tell))
    click.echo(json.dumps(asdict(measured)) if as_json else _told(measured, rate))


@contextmanager
def _progress(people: int) -> Iterator[Tell]:
    """Two bars: inventing people, then sending to them; on the error stream, so that figures can be piped."""
    with (
        click.progressbar(length=people, label="Inventing people", file=sys.stderr) as invented,
        click.progressbar(length=people, label="Sending", file=sys.stderr) as sent,
    ):
        bars = {"invented": invented, "sent": sent}

        def tell(what: str, done: int, _: int) -> None:
            bars[what].update(done - bars[what].pos)

        yield tell


def _told(measured: Rehearsed, rate: float | None) -> str:
    rows = [
        ("people", f"{measured.people:,}"),
        ("sent / failed / uncertain", f"{measured.sent:,} / {measured.failed:,} / {measured.uncertain:,}"),
        ("whole list written after", f"{measured.spelled_after:.1f} s"),
        ("first one sent after", f"{measured.first_after:.2f} s"),
        *((f"{percent} % had it after", f"{after:.1f} s") for percent, after in measured.percent_after),
        ("everything settled after", f"{measured.seconds:.1f} s"),
        ("messages a second", f"{measured.rate:,.1f}" + (f" of {rate:g} allowed" if rate else "")),
        ("memory", f"{measured.memory_mb:.0f} MB"),
    ]
    return "\n".join(f"{what:<28}{value}" for what, value in rows)
