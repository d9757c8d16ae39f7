"""The name under which a process owns what others must not touch meanwhile: written on a badge in the data folder.

One living process wears a badge. Whoever is killed loses it at that moment; the next one to start puts it on and has
its name, with all that belongs to it. Whoever is only paused keeps it.
"""

import fcntl
import logging
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

LOG = logging.getLogger(__name__)
_RUNNING_SYSTEM = Path("/proc/sys/kernel/random/boot_id")  # of Linux; new at each start of the machine


@contextmanager
def worn(folder: Path) -> Iterator[str]:
    """The name of this process; a new one where badges cannot be kept: then nobody takes over before a lease ends."""
    with ExitStack() as wearing:
        try:
            badge = _first_free(folder, wearing)
            name = f"{_machine()}:{_written(badge)}"
        except OSError as wrong:
            LOG.warning("no badge can be kept in %s: %s", folder, wrong.strerror)
            name = secrets.token_hex(8)
        yield name


def _first_free(folder: Path, wearing: ExitStack) -> int:
    """The file of the first badge that nobody wears, open and locked; the system unlocks it when the process ends."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number in count(1):
        with ExitStack() as trying:
            badge = os.open(folder / str(number), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            trying.callback(os.close, badge)
            try:
                fcntl.flock(badge, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            wearing.push(trying.pop_all())
            return badge
    raise AssertionError("there is always a next number")


def _written(badge: int) -> str:
    """What stands on it; whoever wears it first writes that."""
    if not os.fstat(badge).st_size:
        os.write(badge, secrets.token_hex(8).encode())
    return os.pread(badge, 16, 0).decode("ascii", "replace")


def _machine() -> str:
    """Locks hold within one running system: a folder that was copied to another one makes other names there."""
    try:
        return _RUNNING_SYSTEM.read_text("ascii").strip()
    except OSError:
        return socket.gethostname()
