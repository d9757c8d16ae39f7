"""The second factor: six digits that an officer's telephone shows for thirty seconds (TOTP, RFC 6238)."""

import secrets
from base64 import b32encode
from datetime import datetime
from hmac import compare_digest

ISSUER = "Cầm Tay"
STEP = 30  # seconds


def new_secret() -> str:
    """160 random bits, in base 32."""
    return b32encode(secrets.token_bytes(20)).decode()


def otpauth(secret: str, name: str) -> str:
    """The address that an authenticator app reads from a QR code."""
    import pyotp  # takes a twentieth of a second, and only officers need it

    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def step_of(secret: str, digits: str, now: datetime) -> int | None:
    """The time step that these digits belong to, at most one away from the present; None where they are wrong.

    Every candidate is compared, so that the time taken tells nothing.
    """
    import pyotp

    written, present = "".join(digits.split()).encode(), int(now.timestamp()) // STEP
    steps = range(max(present - 1, 0), present + 2)
    right = [step for step in steps if compare_digest(pyotp.TOTP(secret).generate_otp(step).encode(), written)]
    return right[-1] if right else None
