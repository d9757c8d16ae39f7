"""The tables of figures and reports: numbers only, of areas and days, with no person in them."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text

from bot.storage.columns import Json, Moment, some_rows
from bot.storage.notice_tables import broadcast_moves, cases, receipts
from bot.storage.question_tables import questions
from bot.storage.tables import answers, metadata, progress

daily_figures = Table(
    "daily_figures",
    metadata,
    Column("area", Text, primary_key=True),  # a commune's code, a province's with all in it, or COUNTRY with everything
    Column("name", Text, primary_key=True),  # see figure_names
    Column("day", Date, primary_key=True),  # Vietnam's
    Column("value", Integer, nullable=False),  # never 0: what did not happen has no row
    Index("daily_figures_day", "day"),
    sqlite_with_rowid=False,  # the rows of one area and name lie beside each other
)

figure_days = Table(
    "figure_days",  # the days whose figures are kept
    metadata,
    Column("day", Date, primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("final", Boolean, nullable=False),  # the day is over and all its notices have arrived or will not
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),  # made of what follows, so that the same figures are the same report
    Column("kind", Text, nullable=False),  # week | month | quarter | ad hoc
    Column("area", Text, nullable=False),
    Column("begins", Date, nullable=False),
    Column("ends", Date, nullable=False),  # the last day
    Column("figures", Json, nullable=False),
    Column("hash", Text, nullable=False),  # of the daily figures that they came from
    Column("made_at", Moment, nullable=False),
    Index("reports_area", "area", "ends"),
    Index("reports_period", "kind", "begins", "area"),
)

# What happened on a day is found by these, wherever the tables stand; the first two find what concerns a lesson.
Index("progress_lesson", progress.c.lesson, progress.c.finished_at)
Index("answers_lesson", *(answers.c[name] for name in ("lesson", "version", "question", "contact", "right", "first")))
Index("progress_started", progress.c.started_at)
Index("answers_at", answers.c.at)
Index("moves_at", broadcast_moves.c.at)
Index("receipts_at", receipts.c.at)
Index("receipts_person", receipts.c.contact, receipts.c.broadcast)
Index("cases_opened", cases.c.opened_at)
some_rows("cases_taken", "taken_at IS NOT NULL", cases.c.taken_at)
some_rows("cases_closed", "closed_at IS NOT NULL", cases.c.closed_at)
Index("questions_asked", questions.c.asked_at)
some_rows("questions_answered", "answered_at IS NOT NULL", questions.c.answered_at)
