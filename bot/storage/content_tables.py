"""The tables of the content editor: versions of files, drafts, what waits for a second person, and who asks for one."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, Text

from bot.storage.columns import Id, Moment, some_rows
from bot.storage.tables import metadata

content_revisions = Table(
    "content_revisions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("path", Text, nullable=False),  # below the lessons folder
    Column("hash", Text, nullable=False),  # of the text; "" where there is no file any more
    Column("text", Text, nullable=False),  # of the file, or the last one of a file that was taken out of use
    Column("deed", Text, nullable=False),  # published | restored | retired | by hand
    Column("officer", Text, nullable=False),  # who wrote it; "" for whoever edited the file on the server
    Column("second", Text, nullable=False),  # who agreed, "" where nobody had to
    Column("why", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("placed", Boolean, nullable=False),  # whether the folder holds it; else it was on its way
    Index("content_revisions_path", "path", "id"),
    sqlite_autoincrement=True,
)

content_drafts = Table(
    "content_drafts",
    metadata,
    Column("path", Text, primary_key=True),
    Column("officer", ForeignKey("officers.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("base", Text, nullable=False),  # hash of the text that it began with, "" for a new file
    Column("saved_at", Moment, nullable=False),
    Index("content_drafts_officer", "officer", "saved_at"),
)

content_requests = Table(
    "content_requests",  # texts that wait for a second person; one that is decided stays
    metadata,
    Column("id", Text, primary_key=True),  # random
    Column("path", Text, nullable=False),
    Column("hash", Text, nullable=False),  # of the text; "" asks to take the file out of use
    Column("text", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("place", Text, nullable=False),  # the browser: two accounts in one are no two people
    Column("why", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("state", Text, nullable=False),  # waiting | agreed | returned | superseded
    Column("second", Text, nullable=False),
    Column("reason", Text, nullable=False),  # of whoever returned it
    Column("decided_at", Moment),
    some_rows("content_requests_open", "state = 'waiting'", "path", "asked_at"),
)

content_settings = Table(
    "content_settings",
    metadata,
    Column("province", Text, primary_key=True),
    Column("two_people", Boolean, nullable=False),
    Column("officer", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
