"""Single characters that do not belong in a notice, and how many there are of those that should be few."""

import re
import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_JOINER, _SELECTOR = "\u200d", "\ufe0f"
_REPLACEMENT = "\ufffd"
_ODD = re.compile("[\u0131\u0250-\u1dff\u1f00-\u1fff\u2070-\U0010ffff]")  # where a disguised letter can be
_WORD = re.compile(r"[^\W\d_]+")
_EMOJI = re.compile(
    "[\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff](?:\ufe0f|\u200d.|[\U0001f3fb-\U0001f3ff])*"
)
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});", re.IGNORECASE)

# Latin letters of Vietnam and Europe end here; what follows is phonetics, full-width or made for formulas.
_LAST_LATIN = 0x024F
_VIETNAMESE = range(0x1E00, 0x1F00)
_LETTERS_OF_OTHERS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
_SYMBOLS = frozenset("µμΩπαβγδ")  # that stand for a unit or a variant, alone or before Latin letters


def hidden_characters(text: str) -> tuple[str, ...]:
    """The names of characters that nobody sees: controls, zero-width and direction marks, broken ones; each once."""
    if text.replace("\n", "").isprintable():
        return (_name(_REPLACEMENT),) if _REPLACEMENT in text else ()
    names = {
        _name(character): None
        for at, character in enumerate(text)
        if character not in "\n\t" and _is_hidden(text, at, character)
    }
    return tuple(names)


def look_alikes(text: str) -> tuple[str, ...]:
    """The words with a letter that only looks Latin; each once."""
    if not _ODD.search(text):
        return ()
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if _is_disguised(word)))


def emoji(text: str) -> int:
    """How many there are; one with its skin tone, or joined from several, is one."""
    return 0 if text.isascii() else len(_EMOJI.findall(text))


def tags(text: str) -> tuple[str, ...]:
    """HTML tags and entities, which channels show as they are."""
    return tuple(dict.fromkeys(_TAG.findall(text)))


def capitals(text: str) -> float:
    """The share of capitals among the letters, from 0 to 1."""
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0.0


def _is_hidden(text: str, at: int, character: str) -> bool:
    if character.isascii():
        return not character.isprintable()
    if _EMOJI.match(character):  # some are younger than what this Python knows
        return False
    if character == _JOINER and at and _EMOJI.match(text[at - 1].replace(_SELECTOR, "\u2600")):
        return False
    return character == _REPLACEMENT or unicodedata.category(character) in _HIDDEN


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _is_disguised(word: str) -> bool:
    rest = word[1:] if word[0] in _SYMBOLS else word
    return any(_looks_latin(letter) for letter in rest)


def _looks_latin(letter: str) -> bool:
    code = ord(letter)
    if code <= _LAST_LATIN or code in _VIETNAMESE or not letter.isalpha():
        return letter == "ı"
    return unicodedata.name(letter, "").startswith(_LETTERS_OF_OTHERS) or _is_odd_latin(letter)


def _is_odd_latin(letter: str) -> bool:
    """Whether the letter is another way to draw a Latin one: full-width, small capitals, mathematical bold."""
    return "LATIN" in unicodedata.name(letter, "") or unicodedata.normalize("NFKC", letter).isascii()
