"""What can be wrong with the file of a scam type beyond what can be wrong with any lesson, and what to write."""

from bot.learning.mistake_codes import Code
from bot.translations import mark


class ScamMistake(Code):
    """A kind of mistake in a scam type."""

    # the file as a whole
    EMPTY_FILE = "empty-scam", mark("Tệp đang trống. Chép một tệp khác trong thư mục này rồi sửa lại lời.")
    NO_TITLE = "no-scam-title", mark("Dạng lừa chưa có tên. Viết dòng đầu tiên là: # Giả công an gọi điện")
    DEEP_HEADING = "deep-scam-heading", mark("Chỉ dùng # cho tên dạng lừa và ## cho tên phần. Viết: ## {title}")
    MARKUP = "scam-markup", mark("Ở đây chỉ có chữ và danh sách. Bỏ ảnh, dấu >, khung, dòng kẻ, thẻ HTML.")
    STRAY_TEXT = (
        "stray-scam-text",
        mark("Đoạn này chưa thuộc phần nào. Viết một dòng ## phía trên, ví dụ: ## Dấu hiệu"),
    )
    FILE_NAME = "scam-file-name", mark("Mã {id} phải giống tên tệp. Đổi tên tệp thành {better}, hoặc sửa dòng mã.")
    DOUBLED_CODE = (
        "doubled-scam-code",
        mark("Dạng {code} đã có ở {other}. Giữ một tệp, hoặc sửa mã trong dòng dạng."),
    )
    UNKNOWN_LESSON = (
        "unknown-scam-lesson",
        mark("Chưa có bài học mã {id}. Mã gần giống: {better}. Sửa lại, hoặc bỏ dòng này."),
    )
    REVIEW_OVER = (
        "scam-review-over",
        mark("Tệp phải được xem lại trước ngày {day}. Đọc lại, rồi ghi người duyệt và ngày duyệt mới."),
    )

    # header lines
    NO_ID = "no-scam-id", mark("Thiếu dòng mã. Thêm dưới tên, giống tên tệp mà bỏ đuôi .md, ví dụ: mã: cong-an-gia")
    NO_CODE = "no-scam-code", mark("Thiếu dòng dạng. Thêm mã trong dang-lua-dao.csv, ví dụ: dạng: H14")
    BAD_CODE = "bad-scam-code", mark("Dạng {value} chưa đúng. Viết một mã trong dang-lua-dao.csv, ví dụ: dạng: H14")
    NO_AUDIENCE = (
        "no-scam-audience",
        mark("Thiếu dòng đối tượng. Thêm ai hay bị lừa kiểu này, ví dụ: đối tượng: mọi người"),
    )
    NO_REVIEWER = (
        "no-scam-reviewer",
        mark("Thiếu dòng người duyệt. Thêm tên người hoặc nhóm đã đọc và đồng ý với tệp này."),
    )

    # sections
    NO_SECTION = "no-scam-section", mark("Tệp thiếu phần {name}. Thêm dòng ## {name}, rồi viết danh sách ở dưới.")
    EMPTY_SECTION = "empty-scam-section", mark("Phần {name} còn trống. Viết mỗi ý một dòng ở dưới: {better}")
    UNKNOWN_SECTION = "unknown-scam-section", mark("Không có phần tên {value}. Phần gần giống: {better}.")
    DOUBLED_SECTION = "doubled-scam-section", mark("Phần {name} được viết hai lần. Giữ lại một phần.")
    NOT_A_LIST = "not-a-scam-list", mark("Phần {name} chỉ có danh sách. Viết mỗi ý một dòng: {better}")
    WRONG_COUNT = "wrong-scam-count", mark("Phần {name} có {count} ý. Viết từ {fewest} đến {most} ý.")
    EMPTY_ITEM = "empty-scam-item", mark("Dòng này còn trống. Viết vài chữ sau dấu đầu dòng, hoặc bỏ dòng này.")
    TOO_LONG = (
        "long-scam-item",
        mark("Ý này dài {length} ký tự, nhiều nhất là {most}. Viết gọn lại, hoặc tách làm hai ý."),
    )
    ALIKE = "scam-items-alike", mark("Ý này đọc không dấu thì giống một ý ở trên. Bỏ đi, hoặc viết khác hẳn.")
