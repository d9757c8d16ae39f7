"""Sentences in the reader's language, with the forms of address for them. Vietnamese is the source language."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

LOCALES = Path(__file__).parent.parent / "locales"
DOMAIN = "camtay"
SOURCE = "vi"
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True, slots=True)
class Forms:
    """How the bot calls its reader and itself; `polite` closes a courteous sentence and may be empty."""

    you: str
    me: str
    polite: str = ""

    def values(self) -> dict[str, str]:
        """The placeholders that any sentence may use: {you} {You} {me} {Me} {polite}."""
        capital = {"You": self.you[:1].upper() + self.you[1:], "Me": self.me[:1].upper() + self.me[1:]}
        return {"you": self.you, "me": self.me, "polite": self.polite, **capital}


def mark(sentence: str) -> str:
    """The sentence itself, marked for translation where it stands as data."""
    return sentence


# Vietnamese only: other languages say "you" and "I" in the sentence itself, and have no use for these.
FORMS = {
    "bác": Forms("bác", "cháu", " ạ"),
    "em": Forms("em", "anh chị"),
    "anh chị": Forms("anh chị", "em", " ạ"),
}


@cache
def _catalogue(language: str) -> dict[str, str]:
    """The language's sentences by their Vietnamese source; read from its .po file, so that nothing must be compiled."""
    file = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if language == SOURCE or language not in LANGUAGES or not file.exists():
        return {}
    from babel.messages.pofile import read_po  # only whoever needs a catalogue pays for reading one

    catalogue = read_po(BytesIO(file.read_bytes()), locale=language)
    messages = (message for message in catalogue if message.id and message.string)
    return {str(message.id): str(message.string) for message in messages}


@dataclass(frozen=True, slots=True)
class Words:
    """What can be said to one reader: in a language, with one set of forms of address."""

    language: str = SOURCE
    address: Literal["bác", "em", "anh chị"] = "anh chị"

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in the reader's language, its placeholders filled."""
        found = _catalogue(self.language).get(sentence, sentence)
        return found.format(**{**_forms(self.address), **values}) if "{" in found else found


@cache
def _forms(address: str) -> dict[str, str]:
    return FORMS[address].values()
