"""A notice in a file, made ready to be submitted."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.notices.known import Known
from bot.notices.ready_notice import ReadyNotice, ready_notice
from broadcasts.notice import Kind
from broadcasts.officer import Officer

NoticeFile = ReadyNotice


class NoNotice(Exception):
    """The file holds no JSON object."""


def read_file(written: bytes, officer: Officer, known: Known, now: datetime, kind: Kind | None = None) -> NoticeFile:
    """The notice in these bytes, judged as this officer's; `kind` says what it is to be. Raises NoNotice."""
    return ready_notice(_fields(written), officer, known, now, kind)


def _fields(written: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError) as wrong:
        raise NoNotice from wrong
    if not isinstance(fields, dict):
        raise NoNotice
    return fields
