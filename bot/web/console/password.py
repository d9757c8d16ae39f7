"""Passwords: hashed with argon2id on threads of their own, compared without telling whether there is an account."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.translations import mark
from bot.vietnamese.fold import fold

SHORTEST, LONGEST = 12, 200
_HASHER = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)  # OWASP asks for 19 MiB and two rounds
_THREADS = ThreadPoolExecutor(2, "password")  # each needs 32 MiB: more at once than this wait in line
_COMMONEST = (  # as `_core` leaves them
    "password passw0rd matkhau matma iloveyou anhyeuem emyeuanh yeuem vietnam xinchao qwerty qwertyuiop asdfghjkl "
    "qwertyuiopasdfghjkl 1q2w3e4r5t6y abcdef abcdefgh abcdefghijkl admin administrator letmein welcome camtay canbo "
    "quantri quantrivien hanoi saigon thanhphohochiminh khongcogi khongbiet mothaibabon"
)
_COMMON = frozenset(_COMMONEST.split())
TOO_SHORT = mark("Mật khẩu cần ít nhất {n} ký tự. Ghép vài từ lại là đủ, ví dụ ba bốn từ không liên quan nhau.")
TOO_LONG = mark("Mật khẩu dài nhất {n} ký tự.")
TOO_COMMON = mark("Nhiều người đã dùng mật khẩu này nên dễ bị đoán. Ghép vài từ khác không liên quan nhau.")
TOO_NEAR = mark("Mật khẩu này gần như tên đăng nhập hoặc tên cơ quan nên dễ bị đoán. Chọn những từ khác.")


def objection(password: str, *names: str) -> str | None:
    """The sentence against it, to be said with `n`; None where it may be used. `names`: of the officer and the office.

    Length counts, not kinds of characters (NIST SP 800-63B); what stands in every list of guesses does not.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        return TOO_SHORT if len(password) < SHORTEST else TOO_LONG
    core = _core(password)
    if core.isdigit() or _repeats(core) or core in _COMMON:
        return TOO_COMMON
    return TOO_NEAR if any(_near(core, _core(name)) for name in names) else None


def limit_of(objection: str) -> int:
    """The number that the sentence names."""
    return LONGEST if objection == TOO_LONG else SHORTEST


async def hashed(password: str) -> str:
    """What is kept in place of the password."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _HASHER.hash, _plain(password))


async def is_right(hash: str | None, password: str) -> bool:
    """Whether it is the password of this hash; without a hash it takes as long to say no."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _verified, hash, _plain(password))


def is_old(hash: str) -> bool:
    """Whether it was hashed with other parameters than we use now."""
    return _HASHER.check_needs_rehash(hash)


def _verified(hash: str | None, password: str) -> bool:
    try:
        return _HASHER.verify(hash or _nobodys(), password) and hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))


def _plain(password: str) -> str:
    """The same for every keyboard: letters with marks are written in more than one way."""
    return normalize("NFKC", password)


def _core(text: str) -> str:
    """Letters and digits without marks, and without the digits that people hang on at the end."""
    plain = "".join(one for one in fold(text) if one.isalnum())
    return plain.rstrip("0123456789") or plain


def _near(password: str, name: str) -> bool:
    return len(name) >= 3 and password.replace(name, "", 1).strip("0123456789") == ""


def _repeats(core: str) -> bool:
    """Whether it is a short piece again and again: aaaaaaaaaaaa, abcabcabcabc, 123456123456."""
    return any(core == (core[:size] * len(core))[: len(core)] for size in range(1, len(core) // 2 + 1))
