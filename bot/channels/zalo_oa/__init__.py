"""Zalo's Official Account: its OpenAPI over aiohttp; imported only when the channel is opened."""
