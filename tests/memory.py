"""Tests write into memory where there is enough of it: waiting for a disk proves nothing and takes half their time."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # Linux shows it as a folder
ENOUGH = 4 << 30  # bytes; what passed is thrown away test by test, so that a run needs much less


def write_in_memory() -> None:
    """From now on, and in every process that is started, temporary folders are in memory, unless TMPDIR says where."""
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def is_in_memory(folder: str) -> bool:
    """Whether what is written there never meets a disk."""
    return Path(folder).is_relative_to(MEMORY)
