"""A good answer file, and the short way to answers made of a question and its ways."""

from datetime import date

from bot.advice.knowledge import Answer, Knowledge
from bot.directory import Directory, Hotline
from bot.learning.hard_words import HardWords
from bot.learning.lesson_rules import Known

FILE = "hoi-dap/quen-mat-khau.md"
GOOD = """# Quên mật khẩu thì làm sao?

mã: quen-mat-khau
chủ đề: mật khẩu
nguồn: Khung kỹ năng số, 2025; Cẩm nang, 2023
người phụ trách: Ban biên tập
ngày duyệt: 21/11/2026
bài học: mat-khau-manh-hai-lop

## Cách hỏi khác

- quên pass rồi
- khong nho mat khau
- lấy lại mật khẩu kiểu gì

## Trả lời

Bấm “Quên mật khẩu”, rồi làm từng bước.

1. Tự tay nhập mã.
2. Cần giúp thì gọi 113.

## Trả lời cho người cao tuổi

Bác bấm “Quên mật khẩu” nhé.
"""
KNOWN = Known(Directory(hotlines=(Hotline("113", "Công an", "báo công an"),)), HardWords.of({"website": "trang mạng"}))


def answer(id: str, question: str, *ways: str, elder: str = "", child: str = "", lesson: str | None = None) -> Answer:
    """An answer with these ways to ask for it; its reply names its id."""
    reviewed = date(2026, 11, 21)
    return Answer(id, question, ways, f"Trả lời {id}.", elder, child, "thử", lesson, "Ban biên tập", reviewed, "thử")


SMALL = Knowledge(
    answers=(
        answer(
            "quen-mat-khau",
            "Quên mật khẩu thì lấy lại thế nào?",
            "không nhớ mật khẩu",
            elder="Bác cứ bình tĩnh.",
            child="Em hỏi bố mẹ.",
            lesson="mat-khau",
        ),
        answer("vao-wifi", "Vào Wi-Fi thế nào?", "kết nối wifi", "bắt mạng nhà"),
        answer("mat-can-cuoc", "Mất thẻ căn cước thì làm lại ở đâu?", "rớt mất căn cước", "cấp lại cccd"),
        answer("sap-co-bao", "Sắp có bão thì chuẩn bị gì?", "bão vào phải làm sao", "chằng chống nhà cửa"),
    )
)
