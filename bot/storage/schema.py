"""All tables of all rooms, as one database holds them."""

from bot.storage import login_tables, notice_tables, question_tables

TABLES = notice_tables.metadata
ROOMS = (login_tables, notice_tables, question_tables)  # imported so that their tables are known
