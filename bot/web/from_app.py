"""What the web is given of a running app."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.app import App
from bot.channels.webchat.receive import NAME
from bot.learning.address import FORM_OF
from bot.messages import Address
from bot.notices.public import PublicNotice, newest_codes
from bot.recordings import finder
from bot.storage.broadcasting import notices
from bot.storage.broadcasting.broadcast_rows import holds_until
from bot.storage.delivery import tallies
from bot.storage.people.conversations import look_at
from bot.translations import SOURCE, Words
from bot.web.console.console import Console
from bot.web.pictures import pictures_in
from bot.web.ports import Figure, Ports, utc_now
from bot.web.static_site import FOLDER, Source, StaticSite


def ports_of(app: App) -> Ports:
    """The ports that `create_web` is given."""

    async def words(account: str) -> Words:
        state = await app.database.read(lambda tx: look_at(tx, Address(NAME, account)))
        return Words(state.language, FORM_OF[state.audience])

    async def notice(code: str) -> PublicNotice | None:
        now = datetime.now(UTC)
        lately = next((one for one in app.content.world.notices if one.code == code), None)
        seen = None if lately else await app.database.read(lambda tx: notices.seen(tx, code))
        return PublicNotice.of(seen.broadcast, seen.replaced_by, now) if seen else lately

    return Ports(
        handle=app.inbound.handle,
        mailbox=app.bell,
        bell=app.bell,
        picture=pictures_in(app.settings.lessons_dir / "hinh"),
        health=lambda: health(app),
        words=words,
        stranger=Words(SOURCE, FORM_OF[None]),
        webhooks={one.channel.name: one.webhook for one in app.listening},
        notices=lambda: app.content.world.notices,
        notice=notice,
        lessons=lambda: app.content.world.library,
        recording=finder(app.settings.data_dir, app.settings.lessons_dir),
        owner=app.settings.runner,
        public_url=app.settings.public_url,
        figures=lambda: figures(app),
        console=console_of(app),
    )


def console_of(app: App) -> Console:
    """What the desk is given."""
    settings = app.settings
    return Console(
        app.database,
        app.content,
        settings.lessons_dir,
        settings.data_dir,
        settings.runner,
        settings.public_url,
        settings.zalo_oa_template,
    )


def site_of(app: App) -> StaticSite:
    """The public pages as files in the data folder."""
    settings, database = app.settings, app.database

    async def sent(since: datetime) -> tuple[PublicNotice, ...]:
        found = await database.read(lambda tx: notices.sent_since(tx, since))
        codes, now = newest_codes(found), datetime.now(UTC)
        public = (PublicNotice.of(one, codes.get(one.id, ""), now, holds_until(one)) for one in found)
        return tuple(one for one in public if one)

    source = Source(
        lessons=lambda: app.content.world.library,
        newest_move=lambda: database.read(notices.newest_move),
        sent=sent,
        picture=pictures_in(settings.lessons_dir / "hinh"),
        owner=settings.runner,
        address=settings.public_url,
    )
    return StaticSite(settings.data_dir / FOLDER, source, utc_now)


async def figures(app: App) -> Sequence[Figure]:
    """What Prometheus is told: what this process has sent, how fast it may, and how the whole ledger stands."""
    rows = await app.database.read(tallies.totals)
    rates = {(name,): channel.budget.rate for name, channel in app.channels.items()}
    tried: dict[tuple[str, ...], float] = {(*key,): number for key, number in app.delivery.outbound.tried.items()}
    return (
        Figure("deliveries", "Rows of the ledger by state.", ("state",), {(name,): n for name, n in rows.items()}),
        Figure("attempts", "Sends of this process.", ("channel", "outcome"), tried, grows=True),
        Figure(
            "rate", "Messages a second that a channel carries now.", ("channel",), {k: r for k, r in rates.items() if r}
        ),
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
