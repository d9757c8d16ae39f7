"""The named ways in which the database cannot be used. No message ever holds a password."""


class StorageError(Exception):
    """Something is wrong with the database itself, not with what was asked."""


class BadDatabaseUrl(StorageError):
    """The address is neither `sqlite:///path` nor `postgresql://user:password@host/name`."""


class DatabaseBusy(StorageError):
    """Another process owns this SQLite file; two bots on one file would decide one message twice."""

    def __init__(self, path: str) -> None:
        super().__init__(f"another process is already running on {path}")
        self.path = path


class DatabaseNewer(StorageError):
    """A newer program has changed the tables; this one might lose what it does not know."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"the database is at revision {revision}, which this program does not know: update the program"
        )
        self.revision = revision


class DatabaseUnavailable(StorageError):
    """The database does not answer now (server away, file locked, disk full); nothing is known to be kept."""
