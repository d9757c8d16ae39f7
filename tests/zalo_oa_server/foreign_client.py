"""Run by the Python that has zalo-sdk: does the steps on standard input with that client, and tells how each went.

A step is a list of a name and its arguments; the answers are printed as one JSON list.
"""

import json
import sys
from typing import Any

import requests  # type: ignore[import-untyped,unused-ignore]
from zalo_sdk import ZaloException  # type: ignore[import-not-found,unused-ignore]
from zalo_sdk.oa import Client, ZaloAttachment, ZaloMessageBody, ZaloRecipient  # type: ignore[import-not-found,unused-ignore]

Json = Any
OAUTH = "https://oauth.zaloapp.com"  # written into the client
post = requests.post


class Foreign:
    """zalo-sdk at a server of this machine."""

    def __init__(self, url: str, app_id: str, secret: str) -> None:
        requests.post = lambda where, **more: post(where.replace(OAUTH, url), **more)
        self.client = Client(app_id, secret, endpoint_prefix=url)

    def exchange(self, code: str, verifier: str) -> Json:
        """Tokens for a code."""
        return self.client.get_access_token_from_authorization_code(code, verifier)

    def refresh(self) -> Json:
        """The next tokens."""
        return self.client.refresh_acccess_token()

    def hold(self, access: str, refresh: str) -> None:
        """Go on with these tokens."""
        self.client.access_token, self.client.refresh_token = access, refresh

    def say(self, user: str, text: str | None, attachment: Json = None, category: str = "consultant") -> Json:
        """Send a message."""
        attached = ZaloAttachment(attachment["type"], attachment["payload"]) if attachment else None
        return self.client.send_message(ZaloRecipient(user_id=user), ZaloMessageBody(text, attached), category=category)

    def upload(self, kind: str, name: str, size: int, head: str) -> Json:
        """Upload a file of this size."""
        data = head.encode("latin-1").ljust(size)
        return self.client.upload_file(data, kind, name, "application/octet-stream")

    def quota(self, user: str) -> Json:
        """What a person may still get."""
        return self.client.get_zalo_user_quotas(user)

    def quotas(self) -> Json:
        """What the account may still send."""
        return self.client.get_zalo_oa_quotas("OA", "cs", "sub_quota")

    def detail(self, user: str) -> Json:
        """Who a person is."""
        return self.client.get_user_detail(user)

    def link(self, back: str, challenge: str, state: str) -> Json:
        """The address of the consent."""
        return self.client.request_authoriation_code_url(back, challenge, state)


def main() -> None:
    """Do what is asked."""
    foreign, told = Foreign(*sys.argv[1:]), []
    for name, *arguments in json.load(sys.stdin):
        try:
            told.append({"answer": getattr(foreign, name)(*arguments)})
        except ZaloException as error:
            told.append({"error": type(error).__name__, "code": error._code})
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
