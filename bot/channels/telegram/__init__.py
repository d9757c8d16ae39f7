"""Telegram: python-telegram-bot's types, methods and errors over aiohttp; imported only when the channel is opened."""
