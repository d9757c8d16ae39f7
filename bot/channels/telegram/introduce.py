"""How the bot presents itself on Telegram: the menu of commands, what an empty chat says, what its profile says."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from telegram import Bot, BotCommand

from bot.channels.channel import Misconfigured, SendError
from bot.channels.telegram.failures import named
from bot.translations import LANGUAGES, SOURCE, Words, mark

LOG = logging.getLogger(__name__)

# Each command is an always-word of the conversation.
COMMANDS = {
    "hoc": mark("Chọn bài học"),
    "tienbo": mark("Tiến bộ của tôi"),
    "giup": mark("Tôi cần giúp"),
    "caidat": mark("Cài đặt"),
    "language": mark("Đổi ngôn ngữ"),
    "dulieu": mark("Dữ liệu của tôi"),
    "dung": mark("Dừng nhận tin"),
}
DESCRIPTION = mark(
    "Cầm Tay là máy, giúp bà con dùng điện thoại an toàn: học bài ba phút, trả lời câu hỏi ngắn, biết cách tránh "
    "lừa đảo.\n\nKhông mất tiền. Cầm Tay không bao giờ hỏi mật khẩu, mã trong tin nhắn hay số thẻ.\n\n"
    "Bấm nút ở dưới để bắt đầu."
)
SHORT_DESCRIPTION = mark("Học dùng điện thoại an toàn, mỗi bài ba phút. Không hỏi mật khẩu, không hỏi mã.")


async def introduce(bot: Bot) -> None:
    """Set all texts in every language, Vietnamese for whoever has none; what fails is logged and does not matter."""
    for words, code in _readers():
        for set_text, arguments in _texts(bot, words):
            try:
                await named(set_text(**arguments, language_code=code))
            except Misconfigured as failure:
                LOG.warning("the bot cannot introduce itself here: %s", failure)
                return
            except SendError as failure:
                LOG.warning("the bot's introduction (%s) was not set: %s", words.language, failure)


def _readers() -> Iterator[tuple[Words, str | None]]:
    for language in LANGUAGES:
        yield Words(language), None if language == SOURCE else language


def _texts(bot: Bot, words: Words) -> Iterator[tuple[Any, Mapping[str, object]]]:
    commands = [BotCommand(name, words.say(sentence)) for name, sentence in COMMANDS.items()]
    yield bot.set_my_commands, {"commands": commands}
    yield bot.set_my_description, {"description": words.say(DESCRIPTION)}
    yield bot.set_my_short_description, {"short_description": words.say(SHORT_DESCRIPTION)}
