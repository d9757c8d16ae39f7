"""Every deed that is written into the log is told there as a sentence, not as the program's own word for it."""

import ast
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from bot.storage.editing.revisions import Deed
from bot.storage.offices import invitations
from bot.storage.offices.audit import FIRST, Entry
from bot.storage.offices.officer_rows import AccountState
from bot.translations import Words
from bot.web.console.log_words import SAID, Note, details, notes, told
from broadcasts.broadcast import Move

BOT = Path(__file__).parents[3] / "bot"
WHAT = 3  # the place of the deed in audit.append(tx, at, who, what, about)
# What a call says that does not say it itself; a new one of this kind has to be added here.
SPELLED = {
    "moved.move.value": {move.value for move in Move},
    "f'officer {after.value}'": {f"officer {state.value}" for state in AccountState},
    "f'content.{change.deed.name.lower()}'": {f"content.{deed.name.lower()}" for deed in Deed},
    "f'content.{state}'": {"content.agreed", "content.returned"},
    "what": {"question answered", "question closed", "question passed on"},
    "by": {"signed out", "login ended"},
    "MADE": {invitations.MADE},
}
HANDS_ON = BOT / "storage" / "asking" / "question_moves.py"  # where the callers of `_done` name the deed


def calls(name: str, files: Iterable[Path]) -> Iterator[ast.Call]:
    """Every call of a function in these files, by the name that it is called by there."""
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield node


def deeds() -> Iterator[str]:
    """Every deed that any call writes."""
    for call in calls("audit.append", BOT.rglob("*.py")):
        for said in _branches(call.args[WHAT]):
            if isinstance(said, ast.Constant):
                yield str(said.value)
            else:
                yield from SPELLED[ast.unparse(said)]


def _branches(said: ast.expr) -> tuple[ast.expr, ...]:
    return (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,)


def test_every_deed_has_a_sentence() -> None:
    found = set(deeds())
    assert len(found) > 40
    assert found - SAID.keys() == set()


def test_a_hash_is_told_by_how_it_begins_and_kept_whole() -> None:
    hash = sha256(b"a text").hexdigest()
    noted: dict[str, str | int | bool] = {"hash": hash, "request": "2ee020bc33c54868", "count": 3, "end": hash.upper()}
    row = Entry(1, datetime(2026, 11, 22, tzinfo=UTC), "o1", "content.ask", "a.md", noted, FIRST, "")
    first, *others = notes(row)
    assert first == Note("hash", hash, hash[:8])
    assert [(one.value, one.short) for one in others] == [("2ee020bc33c54868", ""), ("3", ""), (hash.upper(), "")]
    assert hash in details(row)


def test_what_is_handed_on_is_known() -> None:
    named = {said.value for call in calls("_done", [HANDS_ON]) if isinstance(said := call.args[3], ast.Constant)}
    assert named == SPELLED["what"]


def test_a_row_reads_as_a_sentence_and_an_unknown_deed_is_not_hidden() -> None:
    row = Entry(1, datetime(2026, 11, 22, tzinfo=UTC), "o1", "content.published", "khoa-hoc/a/b.md", {}, FIRST, "")
    assert told(row, {"o1": "Chị Biên"}, Words()) == "Chị Biên đăng bản mới"
    newer = Entry(1, row.at, "o1", "moon landed", "", {}, FIRST, "")
    assert told(newer, {"o1": "Chị Biên"}, Words()) == "Chị Biên: moon landed"
