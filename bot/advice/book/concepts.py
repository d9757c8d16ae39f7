"""What a message can speak of, as phrases (see `phrases`); `stories` tells what it means together."""

from bot.advice.book.wanted import WANTED
from bot.advice.occasions import OCCASIONS

CONCEPTS = {**OCCASIONS, **WANTED}
