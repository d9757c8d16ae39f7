"""How a question, its state and the reasons for no answer are called."""

from collections.abc import Mapping

from bot.conversation.question_facts import Asked, NoAnswer
from bot.translations import mark

KINDS: Mapping[Asked, str] = {
    Asked.QUESTION: mark("Câu hỏi"),
    Asked.FORWARD: mark("Tin nhờ xem giúp"),
}
REASONS: Mapping[NoAnswer, str] = {
    NoAnswer.UNCLEAR: mark("Chưa rõ ý"),
    NoAnswer.ELSEWHERE: mark("Việc của nơi khác"),
    NoAnswer.IN_PERSON: mark("Cần gặp, mang giấy tờ"),
    NoAnswer.NOT_OURS: mark("Không trả lời được ở đây"),
}
"""As an officer chooses them."""
TOLD: Mapping[NoAnswer, str] = {
    NoAnswer.UNCLEAR: mark("Cán bộ đọc mà chưa rõ ý {you}. {You} hỏi lại, kể thêm một chút giúp {me}{polite}."),
    NoAnswer.ELSEWHERE: mark(
        "Việc này xã không làm. {You} hỏi đúng nơi giữ giấy tờ, hoặc ngân hàng, nhà mạng của {you}."
    ),
    NoAnswer.IN_PERSON: mark("Việc này cần xem giấy tờ. {You} mang giấy tờ đến trụ sở xã, cán bộ làm cùng {you}."),
    NoAnswer.NOT_OURS: mark("Việc này cán bộ không trả lời qua đây được. {You} đến gặp cán bộ ở xã{polite}."),
}
"""As the asker is told."""
