"""The table of limits against a second reading of the documentation: python-telegram-bot's constants and the facts."""

from collections.abc import Iterable
from typing import Any

import pytest
from telegram import constants

from tests.telegram_server import limits
from tests.telegram_server.calls import Call, Refused, Upload
from tests.telegram_server.limits import LIMITS, Breach, Limit, Unit, breaches

MB = 1_000_000
BUTTON = "reply_markup.inline_keyboard.*.*"
DOCUMENTED = {
    ("sendMessage", "text"): (constants.MessageLimit.MIN_TEXT_LENGTH, constants.MessageLimit.MAX_TEXT_LENGTH),
    ("editMessageText", "text"): (constants.MessageLimit.MIN_TEXT_LENGTH, constants.MessageLimit.MAX_TEXT_LENGTH),
    ("sendMessage", "entities"): (0, constants.MessageLimit.MESSAGE_ENTITIES),
    ("sendPhoto", "caption"): (0, constants.MessageLimit.CAPTION_LENGTH),
    ("sendVoice", "caption"): (0, constants.MessageLimit.CAPTION_LENGTH),
    ("sendDocument", "caption"): (0, constants.MessageLimit.CAPTION_LENGTH),
    ("editMessageCaption", "caption"): (0, constants.MessageLimit.CAPTION_LENGTH),
    ("sendPhoto", "photo"): (1, constants.FileSizeLimit.PHOTOSIZE_UPLOAD),
    ("sendVoice", "voice"): (1, constants.FileSizeLimit.FILESIZE_UPLOAD),
    ("sendAudio", "audio"): (1, constants.FileSizeLimit.FILESIZE_UPLOAD),
    ("sendDocument", "document"): (1, constants.FileSizeLimit.FILESIZE_UPLOAD),
    ("sendMessage", f"{BUTTON}.text"): (1, 10_000),
    ("sendMessage", BUTTON): (1, 1),
    ("sendMessage", f"{BUTTON}.callback_data"): (
        constants.InlineKeyboardButtonLimit.MIN_CALLBACK_DATA,
        constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
    ),
    ("sendMessage", f"{BUTTON}.copy_text.text"): (
        constants.InlineKeyboardButtonLimit.MIN_COPY_TEXT,
        constants.InlineKeyboardButtonLimit.MAX_COPY_TEXT,
    ),
    ("answerCallbackQuery", "text"): (0, constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH),
    ("deleteMessages", "message_ids"): (
        constants.BulkRequestLimit.MIN_LIMIT,
        constants.BulkRequestLimit.MAX_LIMIT,
    ),
    ("setMyCommands", "commands"): (0, constants.BotCommandLimit.MAX_COMMAND_NUMBER),
    ("setMyCommands", "commands.*.command"): (
        constants.BotCommandLimit.MIN_COMMAND,
        constants.BotCommandLimit.MAX_COMMAND,
    ),
    ("setMyCommands", "commands.*.description"): (
        constants.BotCommandLimit.MIN_DESCRIPTION,
        constants.BotCommandLimit.MAX_DESCRIPTION,
    ),
    ("setMyDescription", "description"): (0, constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH),
    ("setMyShortDescription", "short_description"): (0, constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH),
    ("setMyCommands", "language_code"): (0, 2),
    ("setWebhook", "secret_token"): (
        constants.WebhookLimit.MIN_SECRET_TOKEN_LENGTH,
        constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH,
    ),
    ("setWebhook", "max_connections"): (
        constants.WebhookLimit.MIN_CONNECTIONS_LIMIT,
        constants.WebhookLimit.MAX_CONNECTIONS_LIMIT,
    ),
    ("getUpdates", "limit"): (constants.PollingLimit.MIN_LIMIT, constants.PollingLimit.MAX_LIMIT),
}


def call(method: str, **parameters: Any) -> Call:
    """A request that came as JSON."""
    return Call(method, parameters, {}, 0.0)


def words(calls: Iterable[Breach]) -> list[str]:
    """Telegram's words for what is broken."""
    return [breach.words for breach in calls]


@pytest.mark.parametrize(("method", "field"), DOCUMENTED, ids=".".join)
def test_a_row_says_what_is_documented(method: str, field: str) -> None:
    rows = [(row.least, row.most) for row in LIMITS if method in row.methods and row.field == field]
    assert rows == [DOCUMENTED[method, field]]


def test_every_row_has_been_compared() -> None:
    compared = {field for _, field in DOCUMENTED}
    assert {row.field for row in LIMITS} == compared


def test_what_is_no_row_says_what_is_documented() -> None:
    assert limits.MOST_DOWNLOADED == constants.FileSizeLimit.FILESIZE_DOWNLOAD
    assert limits.MOST_IN_A_REQUEST == constants.FileSizeLimit.FILESIZE_UPLOAD + MB
    assert limits.DELETABLE_SECONDS == 48 * 60 * 60
    longest = "a" * constants.MessageLimit.DEEP_LINK_LENGTH
    assert limits.START_PAYLOAD.fullmatch(longest)
    assert not limits.START_PAYLOAD.fullmatch(f"{longest}a")
    assert not limits.START_PAYLOAD.fullmatch("xã")


def _value(limit: Limit, size: int) -> Any:
    if limit.unit is Unit.VALUE:
        return size
    if limit.unit is Unit.ITEMS:
        return [{"command": "a", "description": "a"}] * size
    if limit.unit is Unit.ACTIONS:
        return dict.fromkeys(sorted(limits.ACTIONS)[:size], "a")
    return "a" * size


def _call(limit: Limit, size: int) -> Call:
    """A request whose field has that size."""
    if limit.unit is Unit.SIZE:
        return Call(limit.methods[0], {}, {limit.field: Upload("a", bytes(size))}, 0.0)
    name, *steps = limit.field.split(".")
    value = _value(limit, size)
    for step in reversed(steps):
        value = [value] if step == "*" else {step: value}
    return Call(limit.methods[0], {name: value}, {}, 0.0)


def _own(limit: Limit, size: int) -> list[str]:
    return words(breach for breach in breaches(_call(limit, size)) if breach.limit is limit)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.methods[0]}.{limit.field}")
def test_a_limit_holds_to_the_last_unit(limit: Limit) -> None:
    assert _own(limit, limit.least) == _own(limit, limit.most) == []
    assert _own(limit, limit.most + 1) == [limit.too_much]
    if limit.least:
        assert _own(limit, limit.least - 1) == [limit.too_little]


def test_formatting_does_not_count() -> None:
    text = f"<b>{'&amp;' * 4095}</b>ệ"
    assert not list(breaches(call("sendMessage", text=text, parse_mode="HTML")))
    assert words(breaches(call("sendMessage", text=text))) == ["message is too long"]
    assert words(breaches(call("sendMessage", text="<b></b> ", parse_mode="HTML"))) == ["message text is empty"]
    assert words(breaches(call("sendMessage"))) == ["message text is empty"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("ệ <3 >", 'Unsupported start tag "3" at byte offset 4'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", "Unmatched end tag at byte offset 4"),
    ],
)
def test_broken_html_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        list(breaches(call("sendMessage", text=text, parse_mode="HTML")))
    assert str(refused.value) == f"Bad Request: can't parse entities: {reason}"


def test_a_buttons_data_is_counted_in_bytes() -> None:
    def markup(data: str) -> dict[str, Any]:
        return {"inline_keyboard": [[{"text": "a", "callback_data": data}]]}

    assert not list(breaches(call("sendMessage", text="a", reply_markup=markup("ệ" * 21))))
    assert words(breaches(call("sendMessage", text="a", reply_markup=markup("ệ" * 22)))) == ["BUTTON_DATA_INVALID"]


@pytest.mark.parametrize(
    ("method", "parameters", "refusal"),
    [
        ("setMyCommands", {"commands": [{"command": "Bài", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [], "language_code": "VI"}, "LANG_CODE_INVALID"),
        ("setWebhook", {"secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
def test_what_must_have_a_form(method: str, parameters: dict[str, Any], refusal: str) -> None:
    assert words(breaches(call(method, **parameters))) == [refusal]
