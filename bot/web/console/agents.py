"""What a browser calls itself, in words that its owner recognises."""

import re

from bot.translations import Words

BROWSERS = (  # the first that is named: most claim to be several
    ("Edg", "Edge"),
    ("coc_coc", "Coc Coc"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def plain(agent: str, words: Words) -> str:
    """Browser and system; for whatever is not known, that it is not."""
    browser, system = _named(agent, BROWSERS), _named(agent, SYSTEMS)
    if browser and system:
        return words.say("{browser} trên {system}", browser=browser, system=system)
    return browser or system or words.say("Trình duyệt lạ")


def _named(agent: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((name for word, name in known if re.search(rf"\b{word}", agent)), "")
