"""The eight characters by which anybody can check a notice: 40 random bits, not to be guessed by counting."""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: without I, L, O, U, which are misread
LENGTH = 8
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_CODE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")


def new_code() -> str:
    """A code that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """The code as people read it: `7K2M-9QXA`."""
    return f"{code[:4]}-{code[4:]}"


def read_code(text: str) -> str | None:
    """The code that a whole text is, however it was typed; None where it is none."""
    written = re.sub(r"[\s.\-–—]", "", text).upper().translate(_MISREAD)
    return written if _CODE.fullmatch(written) else None
