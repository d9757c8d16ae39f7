"""zalo-sdk, a client written by others, in an environment of its own beside the project's: it is kept out of ours."""

import asyncio
import fcntl
import json
import subprocess
import sys
from asyncio.subprocess import PIPE
from functools import cache
from pathlib import Path
from typing import Any

from tests.zalo_oa_server.server import APP_ID, APP_SECRET

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
CLIENT = Path(__file__).with_name("foreign_client.py")
VENV = Path(sys.prefix) / "zalo-sdk"


async def done(url: str, *steps: tuple[Any, ...]) -> list[dict[str, Any]]:
    """How each step went when zalo-sdk did them at this address; AssertionError where it breaks."""
    python = await asyncio.to_thread(_python)
    process = await asyncio.create_subprocess_exec(
        python, CLIENT, url, APP_ID, APP_SECRET, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    told, complaint = await process.communicate(json.dumps(steps).encode())
    assert process.returncode == 0, complaint.decode()
    answers: list[dict[str, Any]] = json.loads(told)
    return answers


@cache
def _python() -> Path:
    """The Python of .venv/zalo-sdk, which is made and brought up to date here, by one test process for all."""
    python, ready = VENV / "bin" / "python", VENV / "ready"
    with VENV.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists() or ready.read_bytes() != REQUIREMENTS.read_bytes():
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
            pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
            subprocess.run([*pip, "--require-hashes", "--requirement", REQUIREMENTS], check=True)
            ready.write_bytes(REQUIREMENTS.read_bytes())
    return python
