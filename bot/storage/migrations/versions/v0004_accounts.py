"""Our own accounts on the networks: tokens, what was used, how they are; and codes that link two addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "account_tokens",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("pair", sa.JSON(), nullable=False),
        sa.Column("previous", sa.JSON()),
        sa.Column("asked_at", MOMENT),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", name="account_tokens_pk"),
    )
    op.create_table(
        "accounts_seen",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", name="accounts_seen_pk"),
    )
    op.create_table(
        "usage",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "month", name="usage_pk"),
    )
    op.create_table(
        "link_codes",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("contact", name="link_codes_pk"),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name="link_codes_contact_fk", ondelete="CASCADE"),
        sa.UniqueConstraint("code", name="link_codes_code_key"),
    )
    op.add_column("addresses", sa.Column("open_until", MOMENT))
    some = sa.text("open_until IS NOT NULL")
    op.create_index(
        "addresses_closing", "addresses", ["open_until", "contact"], sqlite_where=some, postgresql_where=some
    )
