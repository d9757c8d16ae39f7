"""What can be wrong with the file of an answer beyond what can be wrong with any lesson, and what to write."""

from bot.learning.mistake_codes import Code
from bot.translations import mark


class AnswerMistake(Code):
    """A kind of mistake in an approved answer."""

    # the file as a whole
    EMPTY_FILE = "empty-answer-file", mark("Tệp đang trống. Chép một câu hỏi đáp khác trong thư mục này rồi sửa lời.")
    NO_TITLE = "no-answer-title", mark("Tệp chưa có câu hỏi. Viết dòng đầu tiên là: # Quên mật khẩu thì làm sao?")
    DEEP_HEADING = "deep-answer-heading", mark("Chỉ dùng # cho câu hỏi và ## cho tên phần. Viết: ## {title}")
    MARKUP = "answer-markup", mark("Câu hỏi đáp chỉ có chữ và danh sách. Bỏ ảnh, dấu >, khung, dòng kẻ, thẻ HTML.")
    STRAY_TEXT = (
        "stray-answer-text",
        mark("Đoạn này chưa thuộc phần nào. Viết một dòng ## phía trên, ví dụ: ## Trả lời"),
    )
    FILE_NAME = "answer-file-name", mark("Mã {id} phải giống tên tệp. Đổi tên tệp thành {better}, hoặc sửa dòng mã.")
    DOUBLED_ID = "doubled-answer-id", mark("Mã {id} đã dùng ở {other}. Đặt mã khác cho câu này.")
    ASKED_TWICE = (
        "asked-twice",
        mark("Câu hỏi “{text}” đọc không dấu thì đã có ở {other}. Bỏ ở một nơi, kẻo máy không biết chọn câu nào."),
    )
    UNKNOWN_LESSON = (
        "unknown-answer-lesson",
        mark("Chưa có bài học mã {id}. Mã gần giống: {better}. Sửa lại, hoặc bỏ dòng này."),
    )
    REVIEW_OVER = (
        "answer-review-over",
        mark("Câu trả lời phải được xem lại trước ngày {day}. Đọc lại, sửa chỗ đã cũ, rồi ghi ngày duyệt mới."),
    )

    # header lines
    NO_ID = "no-answer-id", mark("Thiếu dòng mã. Thêm dưới câu hỏi, giống tên tệp mà bỏ đuôi .md: mã: quen-mat-khau")
    NO_TOPIC = "no-answer-topic", mark("Thiếu dòng chủ đề. Thêm dưới câu hỏi, ví dụ: chủ đề: mật khẩu")
    BAD_TOPIC = "bad-answer-topic", mark("Chủ đề {value} chưa đúng. Viết một chủ đề bằng vài chữ ngắn: mật khẩu")
    NO_OWNER = (
        "no-owner",
        mark("Thiếu dòng người phụ trách. Thêm tên người hoặc nhóm chịu trách nhiệm về câu trả lời này."),
    )
    BAD_OWNER = "bad-owner", mark("Người phụ trách {value} chưa rõ. Viết tên người hoặc nhóm.")

    # sections
    NO_SECTION = "no-answer-section", mark("Tệp thiếu phần {name}. Thêm dòng ## {name}, rồi viết ở dưới.")
    EMPTY_SECTION = "empty-answer-section", mark("Phần {name} còn trống. Viết vài câu ngắn ở dưới dòng này.")
    UNKNOWN_SECTION = "unknown-answer-section", mark("Không có phần tên {value}. Phần gần giống: {better}.")
    DOUBLED_SECTION = "doubled-answer-section", mark("Phần {name} được viết hai lần. Giữ lại một phần.")
    NOT_A_LIST = "ways-not-a-list", mark("Phần {name} chỉ có danh sách. Viết mỗi cách hỏi một dòng: - …")
    WRONG_COUNT = "wrong-way-count", mark("Phần {name} có {count} cách hỏi. Viết từ {fewest} đến {most} cách.")
    BAD_WAY = "bad-way", mark("Cách hỏi này còn trống hoặc dài quá {most} ký tự. Viết ngắn như bà con hay hỏi.")
    WAYS_ALIKE = "ways-alike", mark("Cách hỏi này đọc không dấu thì giống một cách ở trên. Bỏ đi, hoặc hỏi khác hẳn.")
    TWO_RECORDINGS = "two-answer-recordings", mark("Phần {name} chỉ có một bản đọc. Bỏ bớt.")
    REPLY_TOO_LONG = (
        "reply-too-long",
        mark("Phần {name} dài {length} ký tự, nhiều nhất là {most}. Nói gọn, phần còn lại để trong bài học."),
    )
