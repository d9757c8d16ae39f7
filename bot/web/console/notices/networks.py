"""The networks that carry notices, for officers: what each can show, whom it reaches, how long that takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.telegram.send import TelegramChannel
from bot.channels.webchat.send import WebChatChannel
from bot.channels.zalo_bot import payloads as zalo_bot
from bot.channels.zalo_oa.send import ZaloOaChannel
from bot.conversation.offices.figures import counted, lasting
from bot.conversation.visit import Visit
from bot.messages import Screen
from bot.notices.estimate import duration
from bot.translations import mark

NETWORKS: Mapping[str, tuple[str, Capabilities]] = {  # by channel: its name, marked or the network's own
    "web": (mark("Trang trò chuyện"), WebChatChannel.capabilities),
    "telegram": ("Telegram", TelegramChannel.capabilities),
    "zalo_bot": (mark("Zalo bot"), Capabilities(zalo_bot.LONGEST_TEXT, tones=True)),
    "zalo_oa": (mark("Zalo OA"), ZaloOaChannel.capabilities),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen as one network carries it."""

    id: str
    name: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Way:
    """How many one network reaches, and how long that takes; in words."""

    name: str
    people: str
    lasts: str


def laid_out(screen: Screen, visit: Visit) -> tuple[Shown, ...]:
    """The very screen that is sent, laid out as for sending, once for each network."""
    return tuple(Shown(id, visit.say(name), lay_out(screen, can)) for id, (name, can) in NETWORKS.items())


def ways(reach: Mapping[str, int], visit: Visit) -> Iterator[Way]:
    """Each network that reaches anybody."""
    for id, (name, _) in NETWORKS.items():
        if people := reach.get(id):
            span = duration({id: people}, visit.world.rates)
            lasts = visit.say("chừng {span}", span=lasting(span, visit.words)) if span else visit.say("vài giây")
            yield Way(visit.say(name), visit.say("{n} người", n=counted(people, visit.words)), lasts)
