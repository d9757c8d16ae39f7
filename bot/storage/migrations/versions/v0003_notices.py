"""Officers, notices, and the ledger of who got what."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "answerers",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", "owner", name="answerers_pk"),
    )
    op.create_table(
        "attempts",
        sa.Column("id", ID, nullable=False),
        sa.Column("delivery", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="attempts_pk"),
    )
    op.create_index("attempts_delivery", "attempts", ["delivery"])
    op.create_table(
        "audit",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="audit_pk"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("drill", sa.Boolean(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("ends_at", MOMENT),
        sa.Column("refers_to", sa.Text()),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("moved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="broadcasts_pk"),
        sa.UniqueConstraint("code", name="broadcasts_code_key"),
    )
    op.create_index("broadcasts_made_at", "broadcasts", ["made_at"])
    op.create_index("broadcasts_moved_at", "broadcasts", ["moved_at"])
    op.create_index("broadcasts_refers_to", "broadcasts", ["refers_to"])
    op.create_index("broadcasts_state", "broadcasts", ["state"])
    op.create_table(
        "cases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("broadcast", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text()),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("climbed_at", MOMENT),
        sa.Column("taken_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="cases_pk"),
    )
    op.create_index("cases_account", "cases", ["channel", "account"])
    op.create_index("cases_area", "cases", ["area"])
    op.create_index("cases_contact", "cases", ["contact"])
    op.create_table(
        "claims",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("mailing", sa.Integer(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="claims_pk"),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", ID, nullable=False),
        sa.Column("mailing", sa.Integer(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", MOMENT),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("messages", sa.JSON()),
        sa.Column("why", sa.Text()),
        sa.Column("at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="deliveries_pk"),
        sa.UniqueConstraint("mailing", "contact", name="deliveries_mailing_key"),
    )
    op.create_index(
        "deliveries_apart",
        "deliveries",
        ["mailing"],
        sqlite_where=sa.text("state IN ('later', 'held')"),
        postgresql_where=sa.text("state IN ('later', 'held')"),
    )
    op.create_index("deliveries_contact", "deliveries", ["contact"])
    op.create_index(
        "deliveries_due",
        "deliveries",
        ["due_at"],
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        "deliveries_held",
        "deliveries",
        ["channel", "account"],
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )
    op.create_index(
        "deliveries_waiting",
        "deliveries",
        ["mailing", "channel", "id"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "jobs",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("leased_until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="jobs_pk"),
        sa.UniqueConstraint("kind", "about", name="jobs_kind_key"),
    )
    op.create_index("jobs_due_at", "jobs", ["due_at"])
    op.create_table(
        "lanes",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", name="lanes_pk"),
    )
    op.create_table(
        "mailings",
        sa.Column("id", ID, nullable=False),
        sa.Column("broadcast", sa.Text()),
        sa.Column("key", sa.Text()),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON()),
        sa.Column("cursor", sa.JSON()),
        sa.Column("replaces", sa.Integer()),
        sa.Column("only_received", sa.Boolean(), nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("first_at", MOMENT),
        sa.Column("done_at", MOMENT),
        sa.Column("settled_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="mailings_pk"),
        sa.UniqueConstraint("key", name="mailings_key_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("mailings_broadcast", "mailings", ["broadcast"])
    op.create_index("mailings_replaces", "mailings", ["replaces"])
    op.create_index(
        "mailings_unsettled",
        "mailings",
        ["state", "level"],
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "officers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("wrong_factors", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="officers_pk"),
    )
    op.create_index("officers_province", "officers", ["province"])
    op.create_table(
        "receipts",
        sa.Column("id", ID, nullable=False),
        sa.Column("broadcast", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="receipts_pk"),
    )
    op.create_index("receipts_broadcast", "receipts", ["broadcast"])
    op.create_index("receipts_contact", "receipts", ["contact"])
    op.create_table(
        "tallies",
        sa.Column("mailing", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("uncertain", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mailing", name="tallies_pk"),
    )
    op.create_table(
        "binding_codes",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Boolean(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("code_hash", name="binding_codes_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="binding_codes_officer_fk"),
    )
    op.create_index("binding_codes_officer", "binding_codes", ["officer"])
    op.create_table(
        "broadcast_moves",
        sa.Column("id", ID, nullable=False),
        sa.Column("broadcast", sa.Text(), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="broadcast_moves_pk"),
        sa.ForeignKeyConstraint(["broadcast"], ["broadcasts.id"], name="broadcast_moves_broadcast_fk"),
        sqlite_autoincrement=True,
    )
    op.create_index("broadcast_moves_broadcast", "broadcast_moves", ["broadcast"])
    op.create_table(
        "case_words",
        sa.Column("id", ID, nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="case_words_pk"),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name="case_words_case_fk", ondelete="CASCADE"),
    )
    op.create_index("case_words_case", "case_words", ["case"])
    op.create_table(
        "officer_places",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("bound_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT),
        sa.PrimaryKeyConstraint("channel", "account", name="officer_places_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="officer_places_officer_fk"),
    )
    op.create_index("officer_places_officer", "officer_places", ["officer"])
    op.create_index("contacts_walk", "contacts", ["id", "stop", "audience"])
    quiet = sa.text("quiet_from IS NOT NULL")
    op.create_index(
        "contacts_quiet", "contacts", ["id", "quiet_from", "quiet_to"], sqlite_where=quiet, postgresql_where=quiet
    )
    op.drop_index("follows_area", "follows")
    op.create_index("follows_area", "follows", ["area", "contact"])
    op.drop_index("addresses_contact", "addresses")
    op.create_index("addresses_contact", "addresses", ["contact", "left_at", "channel", "account"])
