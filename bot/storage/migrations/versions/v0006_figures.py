"""People teach it: questions and sightings; figures of days, reports, and the indexes that find them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _questions_and_figures()
    _indexes()


def _questions_and_figures() -> None:
    op.create_table(
        "daily_figures",
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("area", "name", "day", name="daily_figures_pk"),
        sqlite_with_rowid=False,
    )
    op.create_index("daily_figures_day", "daily_figures", ["day"])
    op.create_table(
        "figure_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="figure_days_pk"),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("near", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text()),
        sa.Column("answer", sa.Text()),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("taken_at", MOMENT),
        sa.Column("answered_at", MOMENT),
        sa.Column("passed_at", MOMENT),
        sa.Column("helped", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name="questions_pk"),
    )
    op.create_index(
        "questions_answered",
        "questions",
        ["answered_at"],
        sqlite_where=sa.text("answered_at IS NOT NULL"),
        postgresql_where=sa.text("answered_at IS NOT NULL"),
    )
    op.create_index("questions_area", "questions", ["area"])
    op.create_index("questions_asked", "questions", ["asked_at"])
    op.create_index("questions_contact", "questions", ["contact"])
    op.create_index(
        "questions_drafted",
        "questions",
        ["area", "answered_at"],
        sqlite_where=sa.text("draft = 'waiting'"),
        postgresql_where=sa.text("draft = 'waiting'"),
    )
    op.create_index(
        "questions_open",
        "questions",
        ["area", "asked_at"],
        sqlite_where=sa.text("state IN ('waiting', 'taken')"),
        postgresql_where=sa.text("state IN ('waiting', 'taken')"),
    )
    op.create_table(
        "ratings",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("helped", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "source", "helped", name="ratings_pk"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="reports_pk"),
    )
    op.create_index("reports_area", "reports", ["area", "ends"])
    op.create_index("reports_period", "reports", ["kind", "begins", "area"])
    op.create_table(
        "sightings",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("new_of_kind", sa.Integer(), nullable=False),
        sa.Column("new_of_likeness", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "area", "verdict", "kind", "likeness", name="sightings_pk"),
    )
    op.create_table(
        "warnings",
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("area", "kind", name="warnings_pk"),
    )


def _indexes() -> None:
    """By which figures find what happened on a day, or to a lesson."""
    op.create_index(
        "cases_closed",
        "cases",
        ["closed_at"],
        sqlite_where=sa.text("closed_at IS NOT NULL"),
        postgresql_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index("cases_opened", "cases", ["opened_at"])
    op.create_index(
        "cases_taken",
        "cases",
        ["taken_at"],
        sqlite_where=sa.text("taken_at IS NOT NULL"),
        postgresql_where=sa.text("taken_at IS NOT NULL"),
    )
    op.create_index("receipts_at", "receipts", ["at"])
    op.create_index("receipts_person", "receipts", ["contact", "broadcast"])
    op.create_index("answers_at", "answers", ["at"])
    op.create_index("answers_lesson", "answers", ["lesson", "version", "question", "contact", "right", "first"])
    op.create_index("moves_at", "broadcast_moves", ["at"])
    op.create_index("progress_lesson", "progress", ["lesson", "finished_at"])
    op.create_index("progress_started", "progress", ["started_at"])
