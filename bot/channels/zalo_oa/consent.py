"""The operator's consent, on which everything rests: a link to open, and what comes back from it.

Nothing is kept between the two: the state carries its time and a proof, and the PKCE verifier follows from both by the
app's secret. So the link in an alarm can be finished by another process than the one that wrote it.
"""

import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qs, urlencode, urlsplit

from bot.channels.channel import TokenPair, TokenStore
from bot.channels.zalo_oa.account import NAME, Account
from bot.channels.zalo_oa.failures import Refusal
from bot.channels.zalo_oa.http import Http
from bot.channels.zalo_oa.oauth import OAuth

LASTS = timedelta(days=1)  # an alarm at night is read in the morning
VERIFIER = 43  # characters: letters and digits
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


class BadConsent(Exception):
    """What came back from the consent cannot be used; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class ConsentLink:
    """`url` is opened in the browser of somebody who administers the Official Account; `state` comes back from it."""

    url: str
    state: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What Zalo adds to the address that it leads back to."""

    code: str
    state: str
    oa_id: str = ""


def consent_link(account: Account, now: datetime) -> ConsentLink:
    """A new link, which holds for a day."""
    state = _signed(account, f"{int(now.timestamp())}-{secrets.token_hex(8)}")
    asked = {
        "app_id": account.app_id,
        "redirect_uri": account.redirect_url,
        "code_challenge": challenge(verifier(account, state)),
        "state": state,
    }
    return ConsentLink(f"{account.oauth.rstrip('/')}/v4/oa/permission?{urlencode(asked)}", state)


def read_answer(url: str) -> Answer:
    """What stands in the address that the browser was led to; raises BadConsent where the consent was not given."""
    fields = parse_qs(urlsplit(url.strip()).query)
    code, state, oa_id = (fields.get(name, [""])[0] for name in ("code", "state", "oa_id"))
    if not (code and state):
        raise BadConsent("the address has no code: open the link again and agree, then copy the whole address")
    return Answer(code, state, oa_id)


def check_state(account: Account, state: str, now: datetime) -> None:
    """Raises BadConsent for a state that is not ours or older than a day."""
    begun, _, _ = state.rpartition("-")
    if not hmac.compare_digest(_signed(account, begun).encode(), state.encode(errors="surrogateescape")):
        raise BadConsent("this answer does not belong to a link of ours: make a new one")
    age = now.timestamp() - int(begun.partition("-")[0])
    if age > LASTS.total_seconds():
        raise BadConsent("the link is older than a day: make a new one")


async def accept(account: Account, answer: Answer, store: TokenStore, clock: Callable[[], datetime]) -> TokenPair:
    """The pair for the answer, kept as the account's; raises BadConsent, or a SendError where Zalo is away."""
    check_state(account, answer.state, clock())
    http = Http(account.session)
    try:
        pair = await OAuth(account, http, clock).exchange(answer.code, verifier(account, answer.state))
    except Refusal as refusal:
        why = f"Zalo answered {refusal.code}: a code holds for ten minutes and one use, make a new link"
    else:
        await store.keep(NAME, pair)
        return pair
    finally:
        await http.close()
    raise BadConsent(why)


def verifier(account: Account, state: str) -> str:
    """The PKCE verifier of a state."""
    number = int.from_bytes(_mac(account, b"verifier", state))
    letters = []
    for _ in range(VERIFIER):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


def challenge(verifier: str) -> str:
    """What the link shows of a verifier."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


def _signed(account: Account, begun: str) -> str:
    return f"{begun}-{_mac(account, b'state', begun).hex()[:32]}"


def _mac(account: Account, purpose: bytes, text: str) -> bytes:
    return hmac.digest(account.app_secret.encode(), purpose + b"\0" + text.encode(errors="surrogateescape"), "sha256")
