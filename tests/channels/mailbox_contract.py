"""What every Mailbox keeps to. Inherit from MailboxContract and give it a fixture `mailbox` with an empty one."""

import asyncio

from bot.channels.channel import Mailbox


def bodies(*words: str) -> list[dict[str, object]]:
    """Bodies with these words, nested as a real one is."""
    return [{"paragraphs": [{"text": word, "tone": "plain"}]} for word in words]


class MailboxContract:
    """The promises in bot.channels.channel.Mailbox, one test each."""

    async def test_gives_what_was_put_in_order(self, mailbox: Mailbox) -> None:
        ids = await mailbox.put("lan", bodies("một", "hai"), "a")
        more = await mailbox.put("lan", bodies("ba"), "b")
        letters = await mailbox.after("lan", 0)
        assert [letter.id for letter in letters] == [*ids, *more] == sorted({*ids, *more})
        assert [letter.body for letter in letters] == bodies("một", "hai", "ba")
        assert {letter.account for letter in letters} == {"lan"}

    async def test_ids_are_above_zero_so_that_zero_means_nothing_seen(self, mailbox: Mailbox) -> None:
        assert min(await mailbox.put("lan", bodies("một"), "a")) > 0

    async def test_a_repeated_key_changes_nothing_and_gives_the_same_ids(self, mailbox: Mailbox) -> None:
        first = await mailbox.put("lan", bodies("một", "hai"), "a")
        assert await mailbox.put("lan", bodies("một", "hai"), "a") == first
        assert await mailbox.put("lan", bodies("khác"), "a") == first
        assert [letter.body for letter in await mailbox.after("lan", 0)] == bodies("một", "hai")

    async def test_two_at_once_with_one_key_put_one_letter(self, mailbox: Mailbox) -> None:
        one, other = await asyncio.gather(*(mailbox.put("lan", bodies("một"), "a") for _ in range(2)))
        assert one == other
        assert len(await mailbox.after("lan", 0)) == 1

    async def test_the_same_key_for_somebody_else_is_another_letter(self, mailbox: Mailbox) -> None:
        await mailbox.put("lan", bodies("một"), "a")
        await mailbox.put("minh", bodies("một"), "a")
        assert len(await mailbox.after("minh", 0)) == 1

    async def test_without_a_key_the_same_words_are_another_letter(self, mailbox: Mailbox) -> None:
        one = await mailbox.put("lan", bodies("một"), "")
        assert await mailbox.put("lan", bodies("một"), "") > one
        assert len(await mailbox.after("lan", 0)) == 2

    async def test_nobody_sees_letters_of_another_account(self, mailbox: Mailbox) -> None:
        await mailbox.put("lan", bodies("một"), "a")
        assert list(await mailbox.after("la", 0)) == list(await mailbox.after("lan2", -1)) == []

    async def test_what_was_seen_is_not_given_again(self, mailbox: Mailbox) -> None:
        one, two = await mailbox.put("lan", bodies("một", "hai"), "a")
        assert [letter.id for letter in await mailbox.after("lan", one)] == [two]
        assert list(await mailbox.after("lan", two)) == []

    async def test_the_oldest_unseen_come_first_where_there_are_too_many(self, mailbox: Mailbox) -> None:
        ids = await mailbox.put("lan", bodies("một", "hai", "ba"), "a")
        assert [letter.id for letter in await mailbox.after("lan", 0, most=2)] == list(ids[:2])

    async def test_below_zero_gives_the_newest_oldest_first(self, mailbox: Mailbox) -> None:
        ids = await mailbox.put("lan", bodies("một", "hai", "ba"), "a")
        assert [letter.id for letter in await mailbox.after("lan", -1, most=2)] == list(ids[1:])

    async def test_nothing_to_put_is_nothing(self, mailbox: Mailbox) -> None:
        assert await mailbox.put("lan", [], "a") == ()
        assert list(await mailbox.after("lan", -1)) == []
