"""What can be wrong with a template file beyond what can be wrong with any lesson, and what to write instead."""

from bot.learning.mistake_codes import Code
from bot.translations import mark


class TemplateMistake(Code):
    """A kind of mistake in a template of notices."""

    # the file as a whole
    EMPTY_FILE = "empty-template", mark("Tệp đang trống. Chép một mẫu khác trong thư mục này rồi sửa lại lời.")
    NO_TITLE = "no-template-title", mark("Mẫu chưa có tên. Viết dòng đầu tiên là: # Tên mẫu")
    DEEP_HEADING = "deep-template-heading", mark("Mẫu chỉ dùng # cho tên mẫu và ## cho tên phần. Viết: ## {title}")
    MARKUP = "template-markup", mark("Mẫu chỉ có chữ và danh sách. Bỏ ảnh, dấu >, khung, dòng kẻ, thẻ HTML ở đây.")
    STRAY_TEXT = (
        "stray-template-text",
        mark("Đoạn này chưa thuộc phần nào. Viết một dòng ## phía trên, ví dụ: ## Cần làm"),
    )
    DOUBLED_ID = "doubled-template-id", mark("Mã {id} đã dùng ở {other}. Đặt mã khác cho mẫu này.")
    REVIEW_OVER = (
        "template-review-over",
        mark("Mẫu phải được xem lại trước ngày {day}. Đọc lại, rồi ghi người duyệt và ngày duyệt mới."),
    )

    WORDING = "template-wording", mark("Điền ví dụ vào thì người gửi sẽ được nhắc. {why}")

    # header lines
    NO_ID = "no-template-id", mark("Thiếu dòng mã. Thêm dưới tên mẫu, ví dụ: mã: bao")
    NO_LEVEL = "no-level", mark("Thiếu dòng mức. Thêm một trong ba: mức: thông thường, mức: ưu tiên, mức: khẩn cấp")
    BAD_LEVEL = "bad-level", mark("Không có mức {value}. Viết một trong ba: thông thường, ưu tiên, khẩn cấp")
    NO_EVENT = "no-event", mark("Thiếu dòng sự kiện. Thêm vài chữ nói việc gì, ví dụ: sự kiện: lũ quét")
    BAD_EVENT = "bad-event", mark("Sự kiện {value} chưa gọn. Viết từ 1 đến {most} ký tự, ví dụ: lũ quét")
    NO_HOURS = "no-hours", mark("Thiếu dòng thời hạn. Thêm thông báo này có hiệu lực bao lâu, ví dụ: thời hạn: 12 giờ")
    BAD_HOURS = "bad-hours", mark("Thời hạn {value} chưa đúng. Viết số giờ từ 1 đến {most}, ví dụ: thời hạn: 12 giờ")
    HALF_REVIEWED = (
        "half-reviewed",
        mark("Người duyệt và ngày duyệt phải đi đôi. Ghi đủ hai dòng, hoặc bỏ cả hai khi mẫu chưa ai duyệt."),
    )

    # sections
    NO_SECTION = "no-section", mark("Mẫu thiếu phần {name}. Thêm dòng ## {name}, rồi viết ở dưới.")
    EMPTY_SECTION = "empty-section", mark("Phần {name} còn trống. Viết vài câu ngắn ở dưới dòng này.")
    UNKNOWN_SECTION = "unknown-section", mark("Không có phần tên {value}. Phần gần giống: {better}.")
    DOUBLED_SECTION = "doubled-section", mark("Phần {name} được viết hai lần. Giữ lại một phần.")
    NOT_THREE_PARTS = (
        "not-three-parts",
        mark("Phần {name} cần đúng ba đoạn, cách nhau một dòng trống: tiêu đề, chuyện gì, cần làm. Ở đây có {count}."),
    )

    # blanks
    NOT_A_LIST = "not-a-list", mark("Mỗi ô cần điền là một dòng bắt đầu bằng dấu gạch. Viết: {better}")
    BLANK_COUNT = (
        "blank-count",
        mark("Mẫu có {count} ô cần điền. Giữ từ {fewest} đến {most} ô, để điền xong trong một phút."),
    )
    BAD_BLANK = "bad-blank", mark("Dòng này chưa thành ô cần điền. Viết đúng mẫu: {better}")
    NO_EXAMPLE = "no-example", mark("Ô {name} chưa có ví dụ. Thêm vào cuối dòng: (ví dụ: …)")
    BAD_EXAMPLE = (
        "bad-example",
        mark("Ví dụ của ô {name} không hợp với ô ấy: {example}. Viết một ví dụ mà máy nhận được."),
    )
    BAD_KIND = (
        "bad-kind",
        mark("Không có loại ô ({value}). Viết: (số), (giờ), (thời điểm), (chọn: sáng | chiều) hoặc (đến 40 ký tự)."),
    )
    FEW_CHOICES = (
        "few-choices",
        mark("Ô {name} cần từ 2 đến {most} ý để chọn, cách nhau bằng dấu |. Viết: (chọn: sáng | chiều)"),
    )
    CHOICES_ALIKE = (
        "choices-alike",
        mark("Ô {name} có hai ý đọc không dấu thì giống nhau. Viết khác hẳn đi để khỏi nhầm."),
    )
    GIVEN_BLANK = "given-blank", mark("Ô {name} máy tự điền. Bỏ dòng này, cứ dùng {{{name}}} trong lời thông báo.")
    DOUBLED_BLANK = "doubled-blank", mark("Ô {name} được hỏi hai lần. Giữ lại một dòng.")
    UNUSED_BLANK = (
        "unused-blank",
        mark("Ô {name} được hỏi mà chưa dùng. Đặt {{{name}}} vào lời thông báo, hoặc bỏ ô này."),
    )
    UNKNOWN_BLANK = (
        "unknown-blank",
        mark("Chưa có ô tên {value}. Ô gần giống: {better}. Sửa tên, hoặc thêm vào phần Ô cần điền."),
    )
    LATER_BLANK = (
        "later-blank",
        mark("Phần này chỉ dùng được {better}, vì được viết sẵn cho mọi lần. Bỏ ô {{{value}}}."),
    )
    LOOSE_BRACE = "loose-brace", mark("Dấu ngoặc nhọn ở đây chưa đủ đôi. Viết tên ô giữa hai dấu: {{tên ô}}")
    # words, once filled with the examples
    HEADLINE_TOO_LONG = (
        "headline-too-long",
        mark("Điền ví dụ, thêm dấu diễn tập thì tiêu đề dài {length} ký tự, nhiều nhất {most}. Viết gọn lại."),
    )
    SHORT_FORM_TOO_LONG = (
        "short-form-too-long",
        mark("Điền ví dụ, thêm dấu diễn tập thì bản ngắn dài {length} ký tự, nhiều nhất {most}. Rút gọn phần Cần làm."),
    )
