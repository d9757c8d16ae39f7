"""Files, buttons, edits and deletions, seen from both sides of a chat."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.telegram_server.clients import Client
from tests.telegram_server.fixtures import LAN
from tests.telegram_server.judge import assert_sound
from tests.telegram_server.limits import DELETABLE_SECONDS
from tests.telegram_server.people import PICTURE, VOICE
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="module")
TEN = 10_000_000


async def test_a_file_is_uploaded_once_and_sent_again_by_its_id(
    server: TelegramServer, client: Client, bot: Any
) -> None:
    first = await bot.send_photo(LAN, client.file(PICTURE, "a.png"), caption="<i>Hình</i>", parse_mode="HTML")
    size = first.photo[-1]
    again = await bot.send_photo(LAN, size.file_id)
    assert again.photo[-1].file_unique_id == size.file_unique_id
    assert (size.width, size.height, first.caption, again.caption) == (1280, 960, "Hình", None)
    voice = await bot.send_voice(LAN, client.file(VOICE, "a.ogg"), duration=3)
    document = await bot.send_document(LAN, client.file(b"%PDF", "a.pdf"))
    assert document.document.file_name == "a.pdf"
    audio = await bot.send_audio(LAN, client.file(b"ID3", "a.mp3"))
    assert audio.audio.file_id
    stored = await bot.get_file(voice.voice.file_id)
    assert await client.downloaded(bot, stored) == VOICE
    assert [seen.media for seen in server.account.chats[LAN].sees[1:]] == [
        "photo",
        "photo",
        "voice",
        "document",
        "audio",
    ]
    assert_sound(server.requests)
    with pytest.raises(client.error("bad request"), match=r"(?i)can't use file of type Photo as VoiceNote"):
        await bot.send_voice(LAN, size.file_id)


async def test_files_that_are_not_what_they_should_be(server: TelegramServer, client: Client, bot: Any) -> None:
    sent = await bot.send_voice(LAN, client.file(b"RIFF....WAVE", "a.wav"))
    assert sent.voice is None
    assert sent.document.file_name == "a.wav"
    with pytest.raises(client.error("bad request"), match=r"(?i)image_process_failed"):
        await bot.send_photo(LAN, client.file(b"<svg/>", "a.svg"))
    with pytest.raises(client.error("bad request"), match=r"(?i)file is too big"):
        await bot.send_photo(LAN, client.file(PICTURE + bytes(TEN), "a.png"))
    with pytest.raises(client.error("bad request"), match=r"(?i)caption is too long"):
        await bot.send_document(LAN, client.file(b"a", "a"), caption="a" * 1025)


async def test_buttons_are_pressed_answered_and_taken_away(server: TelegramServer, client: Client, bot: Any) -> None:
    lan = server.person(LAN, "Lan", started=True)
    sent = await bot.send_message(LAN, "3 + 4?", reply_markup=client.keyboard([[("6", "q:0"), ("7", "q:1")]]))
    question = await lan.sees_next()
    assert (question.text, question.labels) == ("3 + 4?", ["6", "7"])
    press = await lan.presses("7")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert (query.data, query.from_user.id, query.message.message_id) == ("q:1", LAN, sent.message_id)
    await bot.answer_callback_query(query.id, text="Đúng rồi!")
    assert (await press.answered()).text("text") == "Đúng rồi!"
    with pytest.raises(client.error("bad request"), match=r"(?i)query is too old"):
        await bot.answer_callback_query(query.id)
    edited = await bot.edit_message_text(chat_id=LAN, message_id=sent.message_id, text="3 + 4 = 7")
    assert edited.reply_markup is None
    _, seen = lan.sees
    assert (seen.text, seen.labels, seen.edited) == ("3 + 4 = 7", [], True)
    await bot.delete_message(LAN, sent.message_id)
    assert [left.text for left in lan.sees] == ["Xin chào"]
    await lan.presses("6", on=question)
    stale = (await bot.get_updates(offset=update.update_id + 1))[0].callback_query
    assert stale.message.date in {0, datetime.fromtimestamp(0, UTC)}
    with pytest.raises(LookupError, match="no button"):
        await lan.presses("6")
    assert_sound(server.requests)


async def test_a_button_with_too_much_in_it_is_refused(client: Client, bot: Any) -> None:
    keyboard = client.keyboard([[("6", "ệ" * 22)]])
    with pytest.raises(client.error("bad request"), match=r"(?i)button_data_invalid"):
        await bot.send_message(LAN, "a", reply_markup=keyboard)


async def test_only_buttons_change(server: TelegramServer, client: Client, bot: Any) -> None:
    keyboard = client.keyboard([[("Tiếp", "n")]])
    edited = await bot.edit_message_reply_markup(chat_id=LAN, message_id=41, reply_markup=keyboard)
    assert edited.text == "Xin chào"
    assert server.account.chats[LAN].sees[0].labels == ["Tiếp"]
    await bot.edit_message_reply_markup(chat_id=LAN, message_id=41)
    assert server.account.chats[LAN].sees[0].labels == []


async def test_what_people_wrote_and_what_is_old_stays(client: Client) -> None:
    now = 1_800_000_000.0
    async with TelegramServer(clock=lambda: now) as server:
        bot = client.bot(server)
        theirs = (await server.person(LAN).starts())["message"]["message_id"]
        with pytest.raises(client.error("bad request"), match=r"(?i)message can't be edited"):
            await bot.edit_message_text(chat_id=LAN, message_id=theirs, text="a")
        now += DELETABLE_SECONDS + 1
        with pytest.raises(client.error("bad request"), match=r"(?i)message can't be deleted"):
            await bot.delete_message(LAN, theirs)
        await bot.delete_messages(LAN, [theirs])
        assert len(server.account.chats[LAN].sees) == 1


async def test_a_person_waits_for_the_next_message_only_so_long(server: TelegramServer, bot: Any) -> None:
    lan = server.person(LAN)
    await bot.send_message(LAN, "một")
    await bot.send_message(LAN, "hai")
    assert [(await lan.sees_next()).text, (await lan.sees_next()).text] == ["một", "hai"]
    with pytest.raises(AssertionError, match="nothing came within"):
        await lan.sees_next(seconds=0.01)


async def test_a_bold_word_and_a_quiet_message_are_seen_as_such(server: TelegramServer, bot: Any) -> None:
    lan = server.person(LAN)
    await bot.send_message(LAN, "👍 <b>Dừng lại</b>", parse_mode="HTML", disable_notification=True)
    seen = await lan.sees_next()
    assert (seen.entities, seen.silent, seen.by_bot) == ((("bold", "Dừng lại"),), True, True)
