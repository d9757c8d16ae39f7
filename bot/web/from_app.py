"""What the web is given of a running app."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.app import App
from bot.channels.webchat.receive import NAME
from bot.conversation.visit import FORM_OF
from bot.messages import Address
from bot.storage.conversations import look_at
from bot.translations import SOURCE, Words
from bot.web.pictures import pictures_in
from bot.web.ports import Ports


def ports_of(app: App) -> Ports:
    """The ports that `create_web` is given."""

    async def words(account: str) -> Words:
        state = await app.database.read(lambda tx: look_at(tx, Address(NAME, account)))
        return Words(state.language, FORM_OF[state.audience])

    return Ports(
        handle=app.inbound.handle,
        mailbox=app.bell,
        bell=app.bell,
        picture=pictures_in(app.settings.lessons_dir / "hinh"),
        health=lambda: health(app),
        words=words,
        stranger=Words(SOURCE, FORM_OF[None]),
        webhooks={one.channel.name: one.webhook for one in app.listening},
        owner=app.settings.runner,
        public_url=app.settings.public_url,
    )


def health(app: App) -> Mapping[str, object]:
    """Whether people are served, how many lessons there are, and every mistake that keeps a lesson out."""
    library = app.content.world.library
    return {
        "ready": True,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "lessons": sum(len(course.lessons) for course in library.courses),
        "mistakes": [f"{one.file}:{one.line}: {one.message}" for one in library.mistakes],
    }
