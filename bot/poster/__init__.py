"""The poster of a commune: one A4 sheet that brings people to the bot."""

from bot.poster.png import as_png
from bot.poster.poster import Poster
from bot.poster.way import Way, telegram_way, web_way

__all__ = ["Poster", "Way", "as_png", "telegram_way", "web_way"]
