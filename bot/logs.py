"""Logs: one line an event, to the error stream, never with what people wrote."""

import logging


def set_up(level: int = logging.INFO) -> None:
    """Begin to write log lines."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for noisy in ("uvicorn.access", "httpx", "aiosqlite", "alembic", "telegram"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
