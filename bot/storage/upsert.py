"""`INSERT … ON CONFLICT` for both databases: SQLite took over PostgreSQL's grammar, so one statement serves both.

It is SQLite's construct, because loading all of PostgreSQL's dialect would take a fiftieth of every start.
"""

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.dml import OnConflictClause

__all__ = ["insert"]

# PostgreSQL's compiler also asks for the name of a constraint; ours name columns.
OnConflictClause.constraint_target = None  # type: ignore[attr-defined]
