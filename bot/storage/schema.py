"""All tables of all rooms, as one database holds them."""

from bot.storage import api_tables, content_tables, figure_tables, login_tables, notice_tables, question_tables
from bot.storage.tables import metadata

TABLES = metadata
ROOMS = (
    api_tables,
    content_tables,
    figure_tables,
    login_tables,
    notice_tables,
    question_tables,
)  # imported so that their tables are known
