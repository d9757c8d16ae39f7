"""What a recording of a card must keep to, so that every network plays it: a plain name, a sound inside, small."""

import re
from itertools import chain
from pathlib import PurePosixPath

from bot.learning.header_values import slug
from bot.learning.lesson_markdown import is_recording
from bot.learning.lesson_page import Drawing, Page, Recording
from bot.learning.lesson_passages import passages
from bot.learning.lesson_rules import Known
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.recordings import LARGEST, OF_LESSONS, TYPES, names_lesson_file

_ENDINGS = ", ".join(f".{ending}" for ending in TYPES)
_UNREAD = re.compile(r"\[[^\]\n]*\]\s*\((?P<path>[^()\n]+)\)")  # a link with a blank in its address is none


def check_recordings(page: Page, known: Known, findings: Findings) -> None:
    """Note every recording that could not be played where the lesson names it."""
    for block in chain(page.head, *(section.blocks for section in page.sections)):
        match block:
            case Recording(line, path):
                _check(line, path, known, findings)
            case Drawing(line, path) if is_recording(path):
                findings.add(line, MistakeCode.RECORDING_AS_PICTURE, path=path)
    for passage in passages(page):
        for found in _UNREAD.finditer(passage.text):
            if is_recording(found["path"]):
                _note_path(passage.line_at(found.start()), found["path"], findings)


def _check(line: int, path: str, known: Known, findings: Findings) -> None:
    found = known.recordings.get(path)
    if not names_lesson_file(path):
        _note_path(line, path, findings)
    elif found is None:
        findings.add(line, MistakeCode.RECORDING_MISSING, path=path)
    elif not found.kind:
        findings.add(line, MistakeCode.NOT_A_RECORDING, path=path, types=_ENDINGS)
    elif found.kind != path.rpartition(".")[2]:
        findings.add(line, MistakeCode.RECORDING_ENDING, path=path, kind=found.kind)
    elif found.size > LARGEST:
        size = found.size // 1024 + 1
        findings.add(line, MistakeCode.RECORDING_TOO_LARGE, path=path, size=size, most=LARGEST // 1024)


def _note_path(line: int, path: str, findings: Findings) -> None:
    """With a name to use instead, near to the one that was written."""
    written = PurePosixPath(path.replace("\\", "/").strip())
    ending = written.suffix.lower() if written.suffix.lower()[1:] in TYPES else ".m4a"
    better = f"{OF_LESSONS}/{slug(written.stem) or 'ten-bai'}{ending}"
    findings.add(line, MistakeCode.RECORDING_PATH, types=_ENDINGS, better=better)
