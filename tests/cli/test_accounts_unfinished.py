"""An account that is set up by half ends the command with one sentence that says what is missing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main


@pytest.mark.parametrize("command", ["serve", "deliver"])
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("CAMTAY_ZALO_OA_APP_ID", "42", "CAMTAY_ZALO_OA_SECRET"),
        ("CAMTAY_ZALO_BOT_TOKEN", "bad", "no token of a Zalo bot"),
    ],
)
def test_half_an_account_is_named(command: str, name: str, value: str, said: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, [command], env={"CAMTAY_DATA_DIR": str(tmp_path), name: value})
    assert done.exit_code == 1
    assert said in done.output
    assert isinstance(done.exception, SystemExit)
