"""The tables of what people teach the bot: questions without an answer, whether an answer helped, what was sighted."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text

from bot.storage.columns import Moment, some_rows
from bot.storage.tables import metadata

questions = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True),  # random
    Column("kind", Text, nullable=False),  # question | forward
    Column("words", Text, nullable=False),  # redacted before it came here
    Column("contact", Text, index=True),  # who asked; empty once erased
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("area", Text, nullable=False, index=True),  # a commune's code; "" where it is not known
    Column("audience", Text, nullable=False),
    Column("near", Text, nullable=False),  # the answer or kind of scam that was nearest, "" for none
    Column("state", Text, nullable=False),  # waiting | taken | answered | closed
    Column("owner", Text),  # the officer who has taken it
    Column("answer", Text),  # in the officer's words
    Column("draft", Text, nullable=False),  # of an approved answer: "" none | waiting | approved | dropped
    Column("asked_at", Moment, nullable=False),
    Column("taken_at", Moment),
    Column("answered_at", Moment),
    Column("passed_at", Moment),  # to the province
    Column("helped", Boolean),  # as the asker has said
    some_rows("questions_open", "state IN ('waiting', 'taken')", "area", "asked_at"),
    some_rows("questions_drafted", "draft = 'waiting'", "area", "answered_at"),
)

ratings = Table(
    "ratings",  # how often an answer helped and did not; nobody's name is with it
    metadata,
    Column("day", Date, primary_key=True),  # Vietnam's
    Column("source", Text, primary_key=True),  # the answer's or scam type's id
    Column("helped", Boolean, primary_key=True),
    Column("times", Integer, nullable=False),
)

sightings = Table(
    "sightings",  # what people had checked, without a word of it
    metadata,
    Column("day", Date, primary_key=True),  # Vietnam's
    Column("area", Text, primary_key=True),  # a commune's code, "" where it is not known
    Column("verdict", Text, primary_key=True),  # danger | suspicious | no_sign | …, as `camtay scam check` says it
    Column("kind", Text, primary_key=True),  # the type of the catalogue, "" for none
    Column("likeness", Text, primary_key=True),  # the same for messages that are much alike, "" where it says nothing
    Column("times", Integer, nullable=False),  # at most once a day for one conversation and likeness
    # Conversations that had shown no other of this kind, or of this likeness, for as long as a rise looks back:
    # added up over that time they are never more than the people who met it.
    Column("new_of_kind", Integer, nullable=False, default=0),
    Column("new_of_likeness", Integer, nullable=False, default=0),
)

warnings = Table(
    "warnings",  # that officers were told of a rise, so that they are not told again the next day
    metadata,
    Column("area", Text, primary_key=True),
    Column("kind", Text, primary_key=True),  # "" for messages that are much alike and of no kind
    Column("told_at", Moment, nullable=False),
)
