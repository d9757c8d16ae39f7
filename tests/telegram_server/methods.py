"""The methods of the Bot API that the server speaks."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.telegram_server.account import Account
from tests.telegram_server.calls import JSON, Call, Refused
from tests.telegram_server.files import Sort
from tests.telegram_server.formatting import formatted
from tests.telegram_server.limits import DELETABLE_SECONDS

Method = Callable[[Account, Call], Awaitable[Any]]
METHODS: dict[str, Method] = {}  # by the name as the documentation writes it
CHAT_ACTIONS = {"typing", "choose_sticker", "find_location"} | {
    f"{verb}_{what}" for verb in ("record", "upload") for what in ("photo", "video", "voice", "document", "video_note")
}


def method(*names: str) -> Callable[[Method], Method]:
    """Enter a function under the names of the methods that it answers."""

    def enter(function: Method) -> Method:
        METHODS.update(dict.fromkeys(names, function))
        return function

    return enter


@method("getMe")
async def get_me(account: Account, call: Call) -> JSON:
    rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return account.user | rights


@method("getUpdates")
async def get_updates(account: Account, call: Call) -> list[JSON]:
    account.updates.allow(call.decoded("allowed_updates"))
    return await account.updates.poll(call.number("offset"), call.number("limit", 100), call.number("timeout"))


@method("setWebhook", "deleteWebhook")
async def set_webhook(account: Account, call: Call) -> bool:
    account.updates.allow(call.decoded("allowed_updates"))
    if call.flag("drop_pending_updates"):
        account.updates.pending.clear()
    await account.updates.set_webhook(dict(call.parameters) if call.method == "setWebhook" else {})
    return True


@method("getWebhookInfo")
async def get_webhook_info(account: Account, call: Call) -> JSON:
    return account.updates.info


@method("sendMessage")
async def send_message(account: Account, call: Call) -> JSON:
    return await account.send(call, formatted(call, "text"))


@method("sendPhoto", "sendVoice", "sendAudio", "sendDocument")
async def send_file(account: Account, call: Call) -> JSON:
    account.writable(call)
    stored = account.files.sent(call, Sort[call.method.removeprefix("send").upper()])
    return await account.send(call, stored.shown(call.number("duration")) | formatted(call, "caption"))


@method("editMessageText")
async def edit_message_text(account: Account, call: Call) -> JSON:
    return await account.change(call, "text")


@method("editMessageCaption")
async def edit_message_caption(account: Account, call: Call) -> JSON:
    return await account.change(call, "caption")


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(account: Account, call: Call) -> JSON:
    return await account.change(call)


@method("deleteMessage")
async def delete_message(account: Account, call: Call) -> bool:
    chat = account.writable(call)
    message = chat.message(call.number("message_id"), "to delete")
    if account.now - message["date"] > DELETABLE_SECONDS:
        raise Refused(400, "message can't be deleted")
    del chat.messages[message["message_id"]]
    await account.news.spread()
    return True


@method("deleteMessages")
async def delete_messages(account: Account, call: Call) -> bool:
    chat = account.writable(call)
    for number in call.decoded("message_ids"):
        message = chat.messages.get(number)
        if message and account.now - message["date"] <= DELETABLE_SECONDS:
            del chat.messages[number]
    await account.news.spread()
    return True


@method("pinChatMessage")
async def pin_chat_message(account: Account, call: Call) -> bool:
    chat = account.writable(call)
    chat.pinned.append(chat.message(call.number("message_id"), "to pin")["message_id"])
    return True


@method("sendChatAction")
async def send_chat_action(account: Account, call: Call) -> bool:
    if call.text("action") not in CHAT_ACTIONS:
        raise Refused(400, "wrong parameter action in request")
    account.writable(call)
    return True


@method("answerCallbackQuery")
async def answer_callback_query(account: Account, call: Call) -> bool:
    """A second answer is refused, which is stricter than the documentation."""
    press = account.presses.get(call.text("callback_query_id"))
    if press is None or press.answer:
        raise Refused(400, "query is too old and response timeout expired or query ID is invalid")
    press.answer = call
    await account.news.spread()
    return True


@method("setMyCommands", "setMyDescription", "setMyShortDescription")
async def set_profile(account: Account, call: Call) -> bool:
    account.profile[call.method, call.text("language_code")] = call
    return True


@method("getFile")
async def get_file(account: Account, call: Call) -> JSON:
    if not call.text("file_id"):
        raise Refused(400, "file_id not specified")
    stored = account.files.to_download(call.text("file_id"))
    return stored.described | {"file_path": stored.path}
