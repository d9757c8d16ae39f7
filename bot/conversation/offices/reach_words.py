"""How many people a notice gets to, by which ways, how long that takes and what it costs, in words."""

from collections.abc import Mapping

from bot.conversation.notice_facts import SHUT_OUT
from bot.conversation.offices.figures import counted, lasting
from bot.conversation.visit import Visit
from bot.messages import Paragraph
from bot.notices.estimate import duration, price
from bot.translations import Words, mark

CHANNELS: Mapping[str, str] = {
    "web": mark("trang trò chuyện"),
    "telegram": "Telegram",
    "zalo_bot": "Zalo",
    "zalo_oa": "Zalo OA",
}


def people(reach: Mapping[str, int]) -> int:
    """Everybody who is reached; each person over one channel."""
    return sum(n for channel, n in reach.items() if channel != SHUT_OUT)


def head_count(reach: Mapping[str, int], words: Words) -> str:
    """ "1.248 người: Telegram 1.000, trang trò chuyện 248"."""
    total = words.say("{n} người", n=counted(people(reach), words))
    ways = ", ".join(f"{channel_name(name, words)} {counted(n, words)}" for name, n in _most_first(reach))
    return f"{total}: {ways}" if ways else total


def channel_name(channel: str, words: Words) -> str:
    """As people call it; its own name where nobody has given it another."""
    return words.say(CHANNELS.get(channel, channel))


def _most_first(reach: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((name, n) for name, n in reach.items() if n and name != SHUT_OUT), key=lambda one: (-one[1], one[0]))


def told_reach(visit: Visit, reach: Mapping[str, int]) -> Paragraph:
    """Head count, duration and, where a channel is paid for, the price."""
    if not people(reach):
        lines = [visit.say("Hiện chưa có ai ở nơi nhận dùng Cầm Tay.")] if not reach.get(SHUT_OUT) else []
    else:
        lines = [visit.say("Sẽ tới {count}.", count=head_count(reach, visit.words))]
    if shut_out := reach.get(SHUT_OUT):
        n = counted(shut_out, visit.words)
        lines.append(visit.say("Còn {n} người lâu chưa nhắn nên Zalo không cho gửi: cần báo họ cách khác.", n=n))
    if span := duration(reach, visit.world.rates):
        lines.append(visit.say("Gửi xong trong khoảng {span}.", span=lasting(span, visit.words)))
    if cost := price(reach, visit.world.prices):
        lines.append(visit.say("Giá chừng {cost} đồng.", cost=counted(cost, visit.words)))
    return Paragraph("\n".join(lines))
