"""Zalo's Bot Platform over aiohttp: text, public links to pictures and voice, no buttons. Not the Official Account."""
