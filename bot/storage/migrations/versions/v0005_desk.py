"""The desk: accounts and logins of officers, tokens of the API, versions of content."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _content_and_logins()
    _officers()


def _content_and_logins() -> None:
    op.create_table(
        "challenges",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text()),
        sa.Column("challenge", sa.Text(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="challenges_pk"),
    )
    op.create_table(
        "content_requests",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="content_requests_pk"),
    )
    op.create_index(
        "content_requests_open",
        "content_requests",
        ["path", "asked_at"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "content_revisions",
        sa.Column("id", ID, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("placed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="content_revisions_pk"),
        sqlite_autoincrement=True,
    )
    op.create_index("content_revisions_path", "content_revisions", ["path", "id"])
    op.create_table(
        "content_settings",
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("two_people", sa.Boolean(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("province", name="content_settings_pk"),
    )
    op.create_table(
        "sign_in_tries",
        sa.Column("name_hash", sa.Text(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("wait_until", MOMENT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name_hash", name="sign_in_tries_pk"),
    )
    op.create_index("sign_in_tries_at", "sign_in_tries", ["at"])


def _officers() -> None:
    """What belongs to an officer's account."""
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("secret_hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("revoked_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="api_tokens_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="api_tokens_officer_fk"),
    )
    op.create_index("api_tokens_officer", "api_tokens", ["officer"])
    op.create_table(
        "content_drafts",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("path", "officer", name="content_drafts_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="content_drafts_officer_fk"),
    )
    op.create_index("content_drafts_officer", "content_drafts", ["officer", "saved_at"])
    op.create_table(
        "half_logins",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="half_logins_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="half_logins_officer_fk"),
    )
    op.create_index("half_logins_officer", "half_logins", ["officer"])
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text()),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("token_hash", name="invitations_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="invitations_officer_fk"),
    )
    op.create_index("invitations_officer", "invitations", ["officer"])
    op.create_table(
        "logins",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("factor_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="logins_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="logins_officer_fk"),
        sa.UniqueConstraint("token_hash", name="logins_token_hash_key"),
    )
    op.create_index("logins_made_at", "logins", ["made_at"])
    op.create_index("logins_officer", "logins", ["officer"])
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="passkeys_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="passkeys_officer_fk"),
    )
    op.create_index("passkeys_officer", "passkeys", ["officer"])
    op.create_table(
        "passwords",
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("officer", name="passwords_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="passwords_officer_fk"),
        sa.UniqueConstraint("name", name="passwords_name_key"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("code_hash", name="recovery_codes_pk"),
        sa.ForeignKeyConstraint(["officer"], ["officers.id"], name="recovery_codes_officer_fk"),
    )
    op.create_index("recovery_codes_officer", "recovery_codes", ["officer"])
    op.create_table(
        "api_drafts",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("broadcast", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token", "key", name="api_drafts_pk"),
        sa.ForeignKeyConstraint(["token"], ["api_tokens.id"], name="api_drafts_token_fk"),
    )
