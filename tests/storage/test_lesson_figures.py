"""How lessons go, without telling anything about few people."""

from datetime import date

import pytest
from sqlalchemy import insert

from bot.app import clock
from bot.conversation.facts import CardReached, LessonFinished, QuestionAnswered
from bot.storage.counting import lesson_figures
from bot.storage.counting.lesson_figures import LessonFigures
from bot.storage.database import Database, Transaction
from bot.storage.people import progress
from bot.storage.tables import contacts

VERSION = "0" * 16


def _learn(tx: Transaction, persons: int, finished: int) -> None:
    """The first of two tries of every second person is wrong."""
    for one in range(persons):
        id = f"{one:032}"
        day = date(2026, 11, 21)
        row = {"id": id, "audience": "elder", "language": "vi", "stop": "nothing", "created_on": day}
        tx.execute(insert(contacts), row)
        progress.reach_card(tx, id, CardReached("goi-lai", VERSION, 0), clock())
        for attempt, right in enumerate((one % 2 == 0, True)):
            given = QuestionAnswered("goi-lai", VERSION, "a", attempt, 0, 0, right, attempt == 0)
            progress.count_answer(tx, id, given, clock())
        if one < finished:
            progress.finish_lesson(tx, id, LessonFinished("goi-lai", VERSION, 1, 1), clock())


@pytest.mark.parametrize(
    ("persons", "finished", "told"),
    [
        (0, 0, LessonFigures(0, 0)),
        (4, 0, LessonFigures(None, 0)),
        (6, 4, LessonFigures(6, None, {0: 0.5})),
        (8, 5, LessonFigures(8, 5, {0: 0.5})),
    ],
)
async def test_figures_of_a_lesson(database: Database, persons: int, finished: int, told: LessonFigures) -> None:
    await database.write(lambda tx: _learn(tx, persons, finished))
    assert await database.read(lambda tx: lesson_figures.figures_of(tx, "goi-lai", VERSION)) == told
    everywhere = await database.read(lesson_figures.figures)
    assert everywhere.get("goi-lai", LessonFigures()) == LessonFigures(told.started, told.finished)


async def test_another_version_has_other_questions(database: Database) -> None:
    await database.write(lambda tx: _learn(tx, 6, 6))
    found = await database.read(lambda tx: lesson_figures.figures_of(tx, "goi-lai", "f" * 16))
    assert found.right == {}
