"""Passkeys: adding one to the own account, and signing in by one, which counts as both factors.

The browser's part is static/passkey.js. Everything else works without script.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bot.storage.database import Transaction
from bot.storage.offices import passkeys, sign_in
from bot.storage.offices.factor import ISSUER
from bot.storage.offices.passkeys import Passkey
from bot.web.console.access import EVERYBODY, SIGNED_IN
from bot.web.console.agents import plain
from bot.web.console.at import At
from bot.web.console.door import Door, remember_login
from bot.web.console.me import ME
from bot.web.console.proof import sure
from bot.web.console.sign_in import browser_of, count_place

LARGEST = 20_000  # bytes
VERIFIED = UserVerificationRequirement.REQUIRED  # finger, face or PIN: with the device itself that is two factors
DISCOVERABLE = AuthenticatorSelectionCriteria(resident_key=ResidentKeyRequirement.REQUIRED, user_verification=VERIFIED)
FORGED = (WebAuthnException, ValueError, TypeError, KeyError)  # what the library says of an answer that is none


async def ask_new(at: At) -> Response:
    """What the browser needs to make a key; asks for the second factor where it was not given lately."""
    if not await sure(at, _word((await _sent(at)).get("ma"))[:20]):
        return JSONResponse({}, 422)
    officer = at.officer
    known = await at.read(lambda tx: passkeys.of_officer(tx, officer.id))
    options = generate_registration_options(
        rp_id=_host(at),
        rp_name=ISSUER,
        user_id=officer.id.encode(),
        user_name=officer.name,
        authenticator_selection=DISCOVERABLE,
        exclude_credentials=[PublicKeyCredentialDescriptor(base64url_to_bytes(one.id)) for one in known],
    )
    return await _asked(at, options.challenge, options_to_json(options), officer.id)


async def add(at: At) -> Response:
    """Keep the key that was made."""
    sent = await _sent(at)
    challenge = await _challenge(at, sent, at.officer.id)
    try:
        made = verify_registration_response(
            credential=sent["credential"],
            expected_challenge=challenge,
            expected_rp_id=_host(at),
            expected_origin=_origin(at),
            require_user_verification=True,
        )
    except FORGED:
        return JSONResponse({}, 422)
    id, name = bytes_to_base64url(made.credential_id), plain(browser_of(at).agent, at.words)
    new = Passkey(id, at.officer.id, made.credential_public_key, made.sign_count, name, at.now, None)
    kept = await at.write(lambda tx: passkeys.add(tx, new))
    return JSONResponse({"to": ME}) if kept else JSONResponse({}, 422)


async def ask_in(at: At) -> Response:
    """What the browser needs to sign somebody in."""
    count_place(at)
    options = generate_authentication_options(rp_id=_host(at), user_verification=VERIFIED)
    return await _asked(at, options.challenge, options_to_json(options))


async def enter(at: At) -> Response:
    """In, where a key answers the challenge."""
    count_place(at)
    sent = await _sent(at)
    challenge, key = await _challenge(at, sent), await at.read(lambda tx: passkeys.find(tx, _id(sent)))
    uses = _uses(at, sent, challenge, key) if key else None
    if key is None or uses is None:
        return JSONResponse({}, 422)
    old = at.login.id if at.login else ""
    token = await at.write(lambda tx: _entered(tx, at, key, uses, old))
    response = JSONResponse({"to": at.go(str(sent.get("ve", ""))).headers["location"]})
    remember_login(at.request, response, token)
    return response


def _entered(tx: Transaction, at: At, key: Passkey, uses: int, old: str) -> str:
    passkeys.used(tx, key.id, uses, at.now)
    return sign_in.enter(tx, key.officer, browser_of(at), at.now, old)


def _uses(at: At, sent: Mapping[str, Any], challenge: bytes, key: Passkey) -> int | None:
    """What the authenticator counts now; None where the answer is not right."""
    try:
        return verify_authentication_response(
            credential=sent["credential"],
            expected_challenge=challenge,
            expected_rp_id=_host(at),
            expected_origin=_origin(at),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.uses,
            require_user_verification=True,
        ).new_sign_count
    except FORGED:
        return None


async def _asked(at: At, challenge: bytes, options: str, officer: str = "") -> Response:
    id = await at.write(lambda tx: passkeys.ask(tx, bytes_to_base64url(challenge), at.now, officer))
    return JSONResponse({"id": id, "options": json.loads(options)})


async def _challenge(at: At, sent: Mapping[str, Any], officer: str = "") -> bytes:
    """The challenge that the browser says it answers; 409 where none waits any more."""
    found = await at.write(lambda tx: passkeys.answered(tx, _word(sent.get("id")), at.now, officer))
    if found is None:
        raise HTTPException(409)
    return base64url_to_bytes(found)


async def _sent(at: At) -> Mapping[str, Any]:
    if int(at.request.headers.get("content-length") or LARGEST + 1) > LARGEST:
        raise HTTPException(413)
    try:
        sent = json.loads(await at.request.body())
    except (ValueError, RecursionError) as error:
        raise HTTPException(400) from error
    return sent if isinstance(sent, dict) else {}


def _id(sent: Mapping[str, Any]) -> str:
    credential = sent.get("credential")
    return _word(credential.get("id")) if isinstance(credential, dict) else ""


def _word(value: object) -> str:
    """A name or a code as we give them and keep them; "" for whatever else may stand in JSON."""
    return value if isinstance(value, str) and value.isascii() and value.isprintable() else ""


def _host(at: At) -> str:
    return urlsplit(_origin(at)).hostname or ""


def _origin(at: At) -> str:
    parts = urlsplit(at.console.public_url or str(at.request.base_url))
    return f"{parts.scheme}://{parts.netloc}"


ROUTES = (
    Door("/toi/khoa/bat-dau", ask_new, SIGNED_IN, ("POST",)),
    Door("/toi/khoa", add, SIGNED_IN, ("POST",)),
    Door("/dang-nhap/khoa/bat-dau", ask_in, EVERYBODY, ("POST",)),
    Door("/dang-nhap/khoa", enter, EVERYBODY, ("POST",)),
)
