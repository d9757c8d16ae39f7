"""The networks that carry notices, for officers: what each can show, whom it reaches, how long that takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.telegram import payloads as telegram
from bot.channels.webchat.send import WebChatChannel
from bot.channels.zalo_bot import payloads as zalo_bot
from bot.channels.zalo_oa import payloads as zalo_oa
from bot.channels.zalo_oa.account import NAME as ZALO_OA
from bot.conversation.offices.figures import counted, lasting
from bot.conversation.visit import Visit
from bot.messages import Screen
from bot.notices.estimate import duration
from bot.translations import mark
from bot.web.console.at import At
from bot.web.console.notices.silent import Short, short, told

NETWORKS: Mapping[str, tuple[str, Capabilities]] = {  # by channel: its name, marked or the network's own
    "web": (mark("Trang trò chuyện"), WebChatChannel.capabilities),
    "telegram": ("Telegram", telegram.CAPABILITIES),
    "zalo_bot": (mark("Zalo bot"), Capabilities(zalo_bot.LONGEST_TEXT, tones=True)),
    ZALO_OA: (mark("Zalo OA"), zalo_oa.CAPABILITIES),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen as one network carries it; `told` says who gets it, `short` is what others get in its place."""

    id: str
    name: str
    parts: Sequence[Part]
    told: Sequence[str] = ()
    short: Short | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How many one network reaches, and how long that takes; in words."""

    name: str
    people: str
    lasts: str


def laid_out(screen: Screen, at: At) -> tuple[Shown, ...]:
    """The very screen that is sent, laid out as for sending, once for each network."""
    shown = (Shown(id, at.say(name), lay_out(screen, can)) for id, (name, can) in NETWORKS.items())
    return tuple(_with_silent(one, at) if one.id == ZALO_OA else one for one in shown)


def _with_silent(one: Shown, at: At) -> Shown:
    """With what those see who have been silent for longer than Zalo lets anything else through."""
    form = short(one.parts, at.console.zalo_template, at.console.public_url)
    return replace(one, told=told(at.words, form), short=form)


def ways(reach: Mapping[str, int], visit: Visit) -> Iterator[Way]:
    """Each network that reaches anybody."""
    for id, (name, _) in NETWORKS.items():
        if people := reach.get(id):
            span = duration({id: people}, visit.world.rates)
            lasts = visit.say("chừng {span}", span=lasting(span, visit.words)) if span else visit.say("vài giây")
            yield Way(visit.say(name), visit.say("{n} người", n=counted(people, visit.words)), lasts)
