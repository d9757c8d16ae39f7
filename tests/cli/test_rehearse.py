"""`camtay rehearse`: everybody is settled, and the figures say so."""

import json

from click.testing import CliRunner

from bot.cli import main


def rehearsed(*options: str) -> dict[str, object]:
    result = CliRunner().invoke(main, ["rehearse", "--people", "300", "--json", *options])
    assert result.exit_code == 0, result.output
    figures: dict[str, object] = json.loads(result.stdout)
    return figures


def test_everybody_gets_it() -> None:
    figures = rehearsed()
    assert (figures["people"], figures["sent"], figures["failed"], figures["uncertain"]) == (300, 300, 0, 0)


def test_whoever_is_gone_is_counted() -> None:
    figures = rehearsed("--trouble", "0.1")
    sent, failed = figures["sent"], figures["failed"]
    assert isinstance(sent, int)
    assert isinstance(failed, int)
    assert sent + failed == 300
    assert failed > 0


def test_the_figures_are_told_in_words_too() -> None:
    result = CliRunner().invoke(main, ["rehearse", "--people", "20"])
    assert result.exit_code == 0
    assert "20 / 0 / 0" in result.stdout
