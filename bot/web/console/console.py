"""What the console is given of a running app."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.content import Content
from bot.storage.database import Database
from bot.web.ports import utc_now


@dataclass(frozen=True, slots=True)
class Console:
    """Everything behind the pages of the desk."""

    database: Database
    content: Content  # `content.world` is what holds now; `await content.refresh()` takes up what was edited
    lessons_dir: Path
    data_dir: Path
    owner: str = ""  # who runs the assistant
    public_url: str = ""  # where people reach it from outside; empty: whatever host they asked for
    zalo_template: str = ""  # of the short form for those who have been silent on Zalo; empty: they get nothing there
    now: Callable[[], datetime] = utc_now
