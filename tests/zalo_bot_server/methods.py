"""What each method of the Bot API does, once no limit stands against it."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.zalo_bot_server.account import Account, Seen
from tests.zalo_bot_server.calls import JSON, Call, Refused


async def get_me(account: Account, call: Call) -> JSON:
    """Who the bot is."""
    return account.me


async def get_updates(account: Account, call: Call) -> JSON:
    """One event; 408 where there is none."""
    return await account.updates.poll(float(call.text("timeout") or 30))


async def set_webhook(account: Account, call: Call) -> JSON:
    """Post events from now on."""
    account.updates.webhook = {**call.fields, "updated_at": account.milliseconds}
    await account.news.spread()
    return {"url": call.text("url"), "updated_at": account.milliseconds}


async def delete_webhook(account: Account, call: Call) -> JSON:
    """Post no more events; fine also where there was no webhook."""
    account.updates.webhook = {}
    return {"url": "", "updated_at": account.milliseconds}


async def get_webhook_info(account: Account, call: Call) -> JSON:
    """Where events are posted; without a webhook a live bot answers 404."""
    if not account.updates.webhook:
        raise Refused(404)
    return {name: account.updates.webhook[name] for name in ("url", "updated_at")}


async def send(account: Account, call: Call) -> JSON:
    """A message of the bot appears in a chat."""
    id = account.new_id()
    url = call.text("photo") or call.text("voice_url") or call.text("sticker")
    seen = Seen(id, call.method, call.text("text") or call.text("caption"), _styled(call), url)
    account.chats[call.text("chat_id")].sees.append(seen)
    account.sent[account.month()] += 1
    await account.news.spread()
    return {"message_id": id, "date": account.milliseconds}


async def send_chat_action(account: Account, call: Call) -> None:
    """The chat shows for a moment that the bot writes."""
    account.chats[call.text("chat_id")].typing += 1
    await account.news.spread()


def _styled(call: Call) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if call.text("parse_mode"):
        return ()  # which wins over the styles
    text = call.text("text").encode("utf-16-le")
    spans = ((2 * one["start"], 2 * (one["start"] + one["len"]), one["st"]) for one in call.styles())
    return tuple((text[start:end].decode("utf-16-le"), tuple(codes)) for start, end, codes in spans)


METHODS: dict[str, Callable[[Account, Call], Awaitable[Any]]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send,
    "sendPhoto": send,
    "sendSticker": send,
    "sendVoice": send,
    "sendChatAction": send_chat_action,
}
