"""Answers to what is not text: a picture, a voice note, a forward, a sticker."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.misses import missed
from bot.conversation.visit import Move, Visit
from bot.messages import Kind, Paragraph, Tone
from bot.translations import mark

_ANSWERS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PICTURE: (
        mark(
            "{Me} chưa xem được ảnh. {You} gõ lại những chữ trong ảnh, "
            "hoặc bấm hình micrô ở bàn phím rồi đọc to lên cho máy viết giúp{polite}."
        ),
        mark("Ảnh này {me} cũng chưa xem được. {You} gõ chữ, hoặc bấm hình micrô ở bàn phím rồi đọc to lên nhé."),
    ),
    Kind.VOICE: (
        mark("{Me} chưa nghe được lời nói. {You} gõ chữ hoặc nhắn số giúp {me}{polite}."),
        mark("Lời này {me} cũng chưa nghe được. {You} nhắn bằng chữ nhé."),
    ),
    Kind.OTHER: (
        mark("{Me} chưa đọc được thứ {you} vừa gửi. {You} nhắn chữ hoặc nhắn số{polite}."),
        mark("Cái này {me} cũng chưa đọc được. {You} chọn một số dưới đây nhé."),
    ),
}


def answer(visit: Visit, kind: Kind) -> Move:
    """Says what the bot cannot read and what to do instead; a forward gets the rule that always holds."""
    if kind is Kind.FORWARD:
        return Move(said=_forwarded(visit))
    move = missed(visit, _ANSWERS.get(kind, _ANSWERS[Kind.OTHER]))
    return replace(move, scene="ask") if visit.place.get("verdict") else move  # or that would seem to be about this


def _forwarded(visit: Visit) -> tuple[Paragraph, ...]:
    return (
        visit.plain("{Me} đã nhận tin {you} chuyển tiếp, nhưng chưa tự kiểm tra tin được."),
        visit.plain(
            "Trong lúc chờ: {you} đừng bấm đường dẫn, đừng đọc mã, đừng chuyển tiền. "
            "{You} gọi hỏi người nhà, hoặc gọi số ghi trên thẻ hay giấy tờ của mình.",
            Tone.ACTION,
        ),
    )
