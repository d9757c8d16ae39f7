"""The tables at the beginning."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "consents",
        sa.Column("id", ID, nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("by_parent", sa.Boolean(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("withdrawn_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="consents_pk"),
        sqlite_autoincrement=True,
    )
    op.create_index("consents_contact", "consents", ["contact"])
    op.create_table(
        "contacts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("quiet_from", sa.Time()),
        sa.Column("quiet_to", sa.Time()),
        sa.Column("stop", sa.Text(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="contacts_pk"),
    )
    op.create_table(
        "inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("leased_until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="inbox_pk"),
        sa.UniqueConstraint("channel", "account", "message", name="inbox_channel_key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "inbox_open",
        "inbox",
        ["leased_until"],
        sqlite_where=sa.text("state <> 'answered'"),
        postgresql_where=sa.text("state <> 'answered'"),
    )
    op.create_index("inbox_received_at", "inbox", ["received_at"])
    op.create_table(
        "lesson_versions",
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("version", name="lesson_versions_pk"),
    )
    op.create_table(
        "mailbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("put_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="mailbox_pk"),
        sa.UniqueConstraint("account", "key", "position", name="mailbox_account_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("mailbox_account", "mailbox", ["account", "id"])
    op.create_index("mailbox_put_at", "mailbox", ["put_at"])
    op.create_table(
        "requests",
        sa.Column("id", ID, nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="requests_pk"),
        sqlite_autoincrement=True,
    )
    op.create_index("requests_contact", "requests", ["contact"])
    op.create_table(
        "addresses",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("seen_at", MOMENT),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name="addresses_contact_fk", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("channel", "account", name="addresses_pk"),
    )
    op.create_index("addresses_contact", "addresses", ["contact"])
    op.create_table(
        "answers",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("first", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name="answers_contact_fk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact", "lesson", "version", "run", "attempt", name="answers_pk"),
    )
    op.create_table(
        "follows",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name="follows_contact_fk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact", "position", name="follows_pk"),
        sa.CheckConstraint("position BETWEEN 0 AND 2", name="three"),
        sa.UniqueConstraint("contact", "area", name="follows_contact_key"),
    )
    op.create_index("follows_area", "follows", ["area"])
    op.create_table(
        "progress",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("card", sa.Integer(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.Column("right", sa.Integer()),
        sa.Column("asked", sa.Integer()),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name="progress_contact_fk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact", "lesson", name="progress_pk"),
    )
