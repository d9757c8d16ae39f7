"""The tables of the desk's login: passwords, logins, and what proves who somebody is."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from bot.storage.columns import Moment
from bot.storage.tables import metadata


def _of_officer(primary_key: bool = False) -> Column[str]:
    return Column("officer", ForeignKey("officers.id"), primary_key=primary_key, nullable=False, index=not primary_key)


logins = Table(
    "logins",
    metadata,
    Column("id", Text, primary_key=True),  # random; what lists show
    Column("token_hash", Text, nullable=False, unique=True),  # the token itself is in the browser only
    _of_officer(),
    Column("device", Text, nullable=False),  # the browser's random name
    Column("agent", Text, nullable=False),  # what the browser calls itself, for the list
    Column("made_at", Moment, nullable=False, index=True),
    Column("seen_at", Moment, nullable=False),
    Column("factor_at", Moment),  # when a second factor was last right in it
    Column("ended_at", Moment),
)

passwords = Table(
    "passwords",
    metadata,
    _of_officer(primary_key=True),
    Column("name", Text, nullable=False, unique=True),  # that the officer signs in with, chosen by them
    Column("hash", Text, nullable=False),  # argon2id
    Column("changed_at", Moment, nullable=False),
)

sign_in_tries = Table(
    "sign_in_tries",
    metadata,
    Column("name_hash", Text, primary_key=True),  # names that nobody has are counted too, or the waiting would tell
    Column("wrong", Integer, nullable=False),  # in a row
    Column("wait_until", Moment, nullable=False),  # never for good
    Column("at", Moment, nullable=False, index=True),
)

half_logins = Table(  # the password was right, the second factor is still to come: opens no page
    "half_logins",
    metadata,
    Column("token_hash", Text, primary_key=True),
    _of_officer(),
    Column("wrong", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("code_hash", Text, primary_key=True),
    _of_officer(),
    Column("made_at", Moment, nullable=False),
    Column("used_at", Moment),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", Text, primary_key=True),  # the credential's own, base64url
    _of_officer(),
    Column("public_key", LargeBinary, nullable=False),
    Column("uses", Integer, nullable=False),  # what the authenticator counts
    Column("name", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("used_at", Moment),
)

challenges = Table(
    "challenges",
    metadata,
    Column("id", Text, primary_key=True),  # random
    Column("officer", Text),  # empty where it is not known yet who signs in
    Column("challenge", Text, nullable=False),  # base64url
    Column("expires_at", Moment, nullable=False),
)

invitations = Table(  # what is chosen waits here, and holds all at once when the second factor was right
    "invitations",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("officer", ForeignKey("officers.id"), index=True),  # empty: makes the first administrator
    Column("secret", Text, nullable=False),  # of the second factor that will hold
    Column("person", Text, nullable=False),  # of the first administrator, and so the office
    Column("office", Text, nullable=False),
    Column("name", Text, nullable=False),  # to sign in with; "" until it is chosen
    Column("hash", Text, nullable=False),  # of the password
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)
