"""What `serve` loads before its first page: every library more is waited for at every start."""

import subprocess
import sys

from tests.guards.sources import ROOT

LOADS = "import sys, bot.cli.serve, uvicorn, bot.web.from_app, bot.web.server; print(*sys.modules)"
NOT_YET = {
    "aiohttp",
    "alembic",
    "babel",
    "bot.conversation.scenes.write_notice",  # the officers' scenes
    "bot.notices.templates",
    "pydantic",
    "rapidfuzz",
    "requests",
    "regex",
    "resvg_py",
    "segno",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.orm",
    "telegram",
    "tldextract",
}


def test_nothing_heavy_is_loaded_before_the_first_page() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOADS], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert NOT_YET.isdisjoint(loaded.split())
