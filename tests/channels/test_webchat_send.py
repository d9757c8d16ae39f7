import json

import pytest

from bot.channels.channel import Part, Refused
from bot.channels.webchat.payloads import LARGEST_FILE, body, own_words, prepare
from bot.channels.webchat.send import WebChatChannel
from bot.messages import Address, Choice, Media, MediaKind, Paragraph, Priority, Tone
from tests.channels.simulated_time import run
from tests.fakes import MemoryMailbox

LAN = Address("web", "lan")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (
            Part(
                (Paragraph("Đúng rồi!", Tone.RIGHT), Paragraph("Học tiếp?")),
                (Choice("go", "Học tiếp", "1"),),
                screen="q1",
            ),
            {
                "paragraphs": [{"text": "Đúng rồi!", "tone": "right"}, {"text": "Học tiếp?", "tone": "plain"}],
                "buttons": [{"id": "go", "key": "1", "label": "Học tiếp"}],
                "screen": "q1",
            },
        ),
        (
            Part((), media=Media(MediaKind.PICTURE, "hinh/goi-lai.svg", "Gọi lại cho con")),
            {"media": {"kind": "picture", "source": "hinh/goi-lai.svg", "alt": "Gọi lại cho con"}},
        ),
        (
            Part((), media=Media(MediaKind.FILE, "du-lieu.json", "Dữ liệu của bác", b"{}")),
            {"media": {"kind": "file", "source": "du-lieu.json", "alt": "Dữ liệu của bác", "data": "e30="}},
        ),
    ],
    ids=["text with buttons", "picture", "file made for one person"],
)
def test_a_part_becomes_a_body_that_survives_json(part: Part, expected: dict[str, object]) -> None:
    assert json.loads(json.dumps(body(part))) == expected


def test_a_file_that_is_too_large_for_a_mailbox_is_refused() -> None:
    with pytest.raises(Refused, match=r"du-lieu\.json"):
        prepare([Part((), media=Media(MediaKind.FILE, "du-lieu.json", "", b"a" * (LARGEST_FILE + 1)))])


def test_own_words_are_told_apart_from_the_bots() -> None:
    assert own_words("Tắt máy") == {"own": "Tắt máy"}


def test_sending_puts_letters_under_the_key() -> None:
    async def main() -> None:
        mailbox = MemoryMailbox()
        channel = WebChatChannel(mailbox)
        prepared = prepare([Part((Paragraph("một"),)), Part((Paragraph("hai"),))])
        first = await channel.send(LAN, prepared, Priority.URGENT, "notice-1")
        assert await channel.send(LAN, prepared, Priority.URGENT, "notice-1") == first
        letters = await mailbox.after("lan", 0)
        assert tuple(str(letter.id) for letter in letters) == first
        assert tuple(letter.body for letter in letters) == prepared.bodies

    run(main())


def test_without_a_key_the_same_words_may_come_again() -> None:
    async def main() -> int:
        mailbox = MemoryMailbox()
        channel, prepared = WebChatChannel(mailbox), prepare([Part((Paragraph("một"),))])
        for _ in range(2):
            await channel.send(LAN, prepared, Priority.REPLY)
        return len(await mailbox.after("lan", 0))

    assert run(main()) == 2
