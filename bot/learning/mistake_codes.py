"""What can be wrong with a lesson file: each kind with its stable code and the sentence that says what to write."""

from enum import StrEnum
from typing import Self

from bot.translations import mark


class Code(StrEnum):
    """A kind of mistake in any file: the stable code, and in `sentence` the Vietnamese words with {placeholders}."""

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member


class MistakeCode(Code):
    """A kind of mistake in a lesson file."""

    # the file as a whole
    EMPTY_FILE = "empty-file", mark("Tệp đang trống. Chạy lệnh camtay lessons new để có bài mẫu, rồi điền vào.")
    TOO_LARGE = (
        "too-large",
        mark("Tệp lớn hơn {most} KB nên chưa được đọc. Bỏ phần dán thừa, hoặc chia thành nhiều bài."),
    )
    WRONG_ENCODING = (
        "wrong-encoding",
        mark(
            "Tệp chưa lưu bằng UTF-8 nên chữ có dấu sẽ hỏng. Mở tệp, chọn Lưu thành (Save As), phần Mã hóa chọn UTF-8."
        ),
    )
    UNREADABLE = "unreadable", mark("Chưa mở được tệp này. Xem tệp có còn đó không và có quyền đọc không.")
    OUTSIDE_FOLDER = "outside-folder", mark("Lối tắt này dẫn ra ngoài thư mục bài học. Hãy chép hẳn tệp vào đây.")
    WRONG_FILE_NAME = "wrong-file-name", mark("Tệp bài học phải là văn bản thuần, đuôi .md. Lưu lại thành {better}.")
    OUTSIDE_COURSE = (
        "outside-course",
        mark("Bài học phải nằm trong thư mục của một khóa. Chuyển tệp vào khoa-hoc/<khóa>/."),
    )
    NO_COURSES = "no-courses", mark("Chưa thấy thư mục khoa-hoc. Tạo khoa-hoc/<khóa>/ rồi đặt bài học vào đó.")
    NO_COURSE_FILE = (
        "no-course-file",
        mark("Khóa này chưa có tệp khoa.md. Tạo tệp gồm dòng # Tên khóa và dòng đối tượng."),
    )
    FRONT_MATTER = (
        "front-matter",
        mark("Bỏ khối {fence} ở đầu tệp. Viết # Tên bài trước, rồi mỗi dòng một mục như mã: ten-bai."),
    )
    CONTROL_CHARACTER = (
        "control-character",
        mark("Dòng này có ký tự ẩn ({name}). Xóa dòng và gõ lại, đừng dán từ nơi khác."),
    )
    HTML = "html", mark("Bài học không dùng thẻ HTML như {tag}. Bỏ dấu < và >, chỉ viết chữ thường.")
    UNFILLED = "unfilled", mark("Chỗ này còn chờ điền: {text} Viết lời của bài thay cho cả ngoặc vuông.")

    # title and header lines
    NO_TITLE = "no-title", mark("Bài chưa có tên. Viết dòng đầu tiên là: # Tên bài")
    TWO_TITLES = (
        "two-titles",
        mark("Mỗi tệp chỉ có một dòng bắt đầu bằng một dấu #. Nếu là thẻ mới thì viết ## {title}"),
    )
    HEADING_SPACE = "heading-space", mark("Sau dấu # cần một dấu cách. Viết: {better}")
    DEEP_HEADING = "deep-heading", mark("Bài học chỉ dùng # cho tên bài và ## cho tên thẻ. Viết: ## {title}")
    NO_ID = "no-id", mark("Thiếu dòng mã. Thêm dưới tên bài, ví dụ: mã: dung-hoi-goi-lai")
    NO_AUDIENCE = "no-audience", mark("Thiếu dòng đối tượng. Thêm dưới tên bài, ví dụ: đối tượng: người cao tuổi")
    NO_MINUTES = "no-minutes", mark("Thiếu dòng thời gian. Thêm dưới tên bài, ví dụ: thời gian: 3 phút")
    NO_TOPIC = "no-topic", mark("Thiếu dòng chủ đề. Thêm dưới tên bài, ví dụ: chủ đề: lừa đảo, cuộc gọi lạ")
    NO_SOURCE = (
        "no-source",
        mark("Thiếu dòng nguồn. Thêm tên tài liệu, cơ quan, năm; nhiều nguồn cách nhau bằng dấu chấm phẩy."),
    )
    NO_REVIEWER = "no-reviewer", mark("Thiếu dòng người duyệt. Thêm tên người hoặc nhóm đã đọc và đồng ý với bài.")
    NO_REVIEW_DATE = "no-review-date", mark("Thiếu dòng ngày duyệt. Thêm ngày/tháng/năm, ví dụ: ngày duyệt: 21/11/2026")
    BAD_ID = (
        "bad-id",
        mark("Mã {value} chưa dùng được. Viết chữ thường không dấu, số, gạch nối, nhiều nhất {most} chữ: {better}"),
    )
    BAD_AUDIENCE = (
        "bad-audience",
        mark("Đối tượng {value} chưa có. Viết người cao tuổi, trẻ em, người lớn (cách bằng dấu phẩy) hoặc mọi người."),
    )
    BAD_MINUTES = (
        "bad-minutes",
        mark("Thời gian {value} chưa đúng. Viết số phút từ 1 đến {most}, ví dụ: thời gian: 3 phút"),
    )
    BAD_TOPIC = (
        "bad-topic",
        mark("Chủ đề {value} chưa đúng. Viết vài chữ ngắn, cách nhau bằng dấu phẩy: lừa đảo, cuộc gọi lạ"),
    )
    BAD_SOURCE = (
        "bad-source",
        mark("Nguồn {value} chưa rõ. Viết tên tài liệu, cơ quan và năm để người sau tìm lại được."),
    )
    BAD_REVIEWER = "bad-reviewer", mark("Người duyệt {value} chưa rõ. Viết tên người hoặc nhóm đã đọc bài này.")
    BAD_REVIEW_DATE = "bad-review-date", mark("Ngày duyệt {value} chưa đúng. Viết ngày/tháng/năm, ví dụ: 21/11/2026")
    NO_HARMLESS = (
        "no-harmless",
        mark("Thiếu dòng tin lành. Ghi câu hỏi nào có tin lành, ví dụ: tin lành: câu 2; không có thì: tin lành: không"),
    )
    BAD_HARMLESS = (
        "bad-harmless",
        mark("Dòng tin lành ghi {value} thì chưa đọc được. Viết số của câu hỏi: tin lành: câu 2, câu 4; hoặc: không"),
    )
    BAD_SCAMS = (
        "bad-scams",
        mark("Dạng lừa đảo {value} chưa đúng. Viết mã trong dang-lua-dao.csv, cách nhau bằng dấu phẩy: H14, N1"),
    )
    UNKNOWN_SCAM = (
        "unknown-scam",
        mark("Bảng dang-lua-dao.csv chưa có mã {scam}. Sửa mã cho khớp, hoặc thêm một dòng vào bảng."),
    )
    BAD_SKILLS = (
        "bad-skills",
        mark("Kỹ năng {value} chưa đúng. Viết vài chữ ngắn, cách nhau bằng dấu phẩy: gọi lại, khóa màn hình"),
    )
    BAD_SCAM_TYPE = (
        "bad-scam-type",
        mark("Dòng này cần đúng hai ô: mã, dấu phẩy, tên dạng lừa đảo. Ví dụ: H14,Giả danh công an"),
    )
    UNKNOWN_HEADER = (
        "unknown-header",
        mark("Không có mục tên {value}. Mục gần giống: {better}. Nếu là nội dung, đặt dưới một dòng ##."),
    )
    DOUBLED_HEADER = "doubled-header", mark("Mục {value} được viết hai lần. Giữ lại một dòng.")
    STRAY_TEXT = "stray-text", mark("Đoạn này chưa thuộc thẻ nào. Viết một dòng ## Tên thẻ ở phía trên nó.")

    # cards and questions
    NO_CARDS = "no-cards", mark("Bài chưa có thẻ đọc nào. Viết dòng ## Tên thẻ, rồi một đoạn ngắn ở dưới.")
    NO_QUESTIONS = (
        "no-questions",
        mark("Bài chưa có câu hỏi nào. Viết dòng ## Câu 1. …, rồi các câu trả lời bắt đầu bằng - [ ]."),
    )
    NO_HEADING = "no-heading", mark("Dòng ## này chưa có tên. Viết tên thẻ hoặc câu hỏi sau dấu ##.")
    EMPTY_CARD = "empty-card", mark("Thẻ {title} chưa có nội dung. Viết một đoạn ngắn, hoặc bỏ thẻ này.")
    CARD_TOO_LONG = (
        "card-too-long",
        mark("Thẻ này dài {length} ký tự, nhiều nhất là {most}. Rút gọn, hoặc chia thành hai thẻ."),
    )
    TEXT_TOO_LONG = "text-too-long", mark("Phần này dài {length} ký tự, nhiều nhất là {most}. Viết gọn lại.")
    STRAY_QUOTE = (
        "stray-quote",
        mark("Dấu > chỉ để giải thích câu hỏi. Trong thẻ, bỏ dấu > và đặt lời người khác trong “…”."),
    )
    NESTED_BLOCK = "nested-block", mark("Ở đây chỉ viết đoạn văn hoặc danh sách một cấp. Bỏ phần lồng bên trong.")
    CODE_BLOCK = "code-block", mark("Bài học không dùng khối ```. Bỏ các dấu ``` và viết chữ thường.")
    RULE_LINE = "rule-line", mark("Bỏ dòng kẻ ngang. Muốn sang thẻ mới, viết ## Tên thẻ.")
    NO_ANSWERS = (
        "no-answers",
        mark("Câu hỏi này chưa có câu trả lời để chọn. Viết mỗi câu một dòng: - [ ] sai, - [x] đúng."),
    )
    BAD_ANSWER = "bad-answer", mark("Dòng này chưa thành câu trả lời. Viết đúng mẫu: - [ ] {text}")
    EMPTY_ANSWER = "empty-answer", mark("Câu trả lời này còn trống. Viết vài chữ sau ô, hoặc bỏ dòng này.")
    TOO_FEW_ANSWERS = "too-few-answers", mark("Câu hỏi chỉ có {count} câu trả lời. Viết từ 2 đến 4 câu.")
    TOO_MANY_ANSWERS = "too-many-answers", mark("Câu hỏi có {count} câu trả lời. Giữ lại từ 2 đến 4 câu.")
    NO_RIGHT_ANSWER = "no-right-answer", mark("Chưa đánh dấu câu đúng. Đổi ô của câu đúng thành - [x].")
    SEVERAL_RIGHT_ANSWERS = (
        "several-right-answers",
        mark("Có {count} câu cùng đánh dấu đúng. Giữ một ô [x], các ô khác viết [ ]."),
    )
    ANSWERS_ALIKE = (
        "answers-alike",
        mark("Câu trả lời {text} đọc không dấu thì giống câu ở trên. Viết khác hẳn đi để khỏi nhầm."),
    )
    NO_EXPLANATION = (
        "no-explanation",
        mark("Câu hỏi chưa có lời giải thích. Sau các câu trả lời, viết một dòng bắt đầu bằng dấu >."),
    )
    TEXT_AFTER_ANSWERS = "text-after-answers", mark("Lời giải thích phải bắt đầu bằng dấu >. Viết: > {text}")

    # tidings that are harmless, so that people learn to tell good from bad
    HARMLESS_QUESTION = (
        "harmless-question",
        mark("Dòng tin lành ghi câu {number}, mà bài chỉ có {count} câu hỏi. Sửa số cho khớp."),
    )
    NONE_HARMLESS = (
        "none-harmless",
        mark("Câu nào cũng là tin xấu thì bà con chỉ thấy sợ. Đổi ít nhất một câu thành tin lành, rồi ghi vào đây."),
    )
    ALL_HARMLESS = (
        "all-harmless",
        mark("Câu nào cũng là tin lành thì chưa tập được cách nhận ra tin xấu. Đổi ít nhất một câu, rồi sửa dòng này."),
    )

    # words
    LONG_SENTENCE = "long-sentence", mark("Câu “{text}…” có {count} tiếng, nhiều nhất là {most}. Tách thành hai câu.")
    NO_TONE_MARKS = "no-tone-marks", mark("Dòng này chưa có dấu. Gõ lại có dấu; nếu là tin nhắn mẫu thì đặt trong “…”.")
    HARD_WORD = (
        "hard-word",
        mark("Chữ {word} khó với người mới. Viết {better}; nếu là chữ hiện trên máy thì đặt trong “…”."),
    )
    UNKNOWN_LINK = (
        "unknown-link",
        mark("Danh bạ chưa có trang {host}. Thêm vào danh-ba/ten-mien.csv; nếu là trang giả, thay dấu chấm bằng chữ."),
    )
    UNKNOWN_NUMBER = (
        "unknown-number",
        mark("Danh bạ chưa có số {number}. Thêm vào danh-ba/so-dien-thoai.csv; nếu là số giả, che bớt: 09xx xxx 678."),
    )
    MIXED_ADDRESS = (
        "mixed-address",
        mark("Bài gọi người học là “{right}” mà ở đây gọi “{word}”. Viết “{right}”; lời người khác thì đặt trong “…”."),
    )
    HARD_TO_READ = (
        "hard-to-read",
        mark("Bài khó đọc: {points} điểm, nhiều nhất là {most}; mỗi câu {words} tiếng. Tách câu dài, đổi chữ khó."),
    )
    BAD_HARD_WORD = (
        "bad-hard-word",
        mark("Dòng này cần đúng hai ô: từ khó, dấu phẩy, chữ thay bằng. Ví dụ: website,trang mạng"),
    )

    # pictures
    PICTURE_MISSING = "picture-missing", mark("Chưa thấy ảnh {path}. Chép ảnh vào thư mục hinh, hoặc sửa tên cho khớp.")
    PICTURE_NO_ALT = (
        "picture-no-alt",
        mark("Ảnh chưa có lời tả. Viết lời tả trong ngoặc vuông: ![Bà cụ đặt máy xuống]({path})"),
    )
    PICTURE_TYPE = "picture-type", mark("Ảnh {path} chưa dùng được. Chỉ dùng ảnh đuôi {types}.")
    PICTURE_TOO_LARGE = (
        "picture-too-large",
        mark("Ảnh {path} nặng {size} KB, nhiều nhất là {most} KB. Thu nhỏ ảnh lại."),
    )
    PICTURE_PATH = "picture-path", mark("Ảnh phải nằm trong thư mục hinh của bài học. Viết: hinh/ten-anh.svg")
    TWO_PICTURES = "two-pictures", mark("Mỗi thẻ chỉ có một ảnh. Bỏ bớt, hoặc chuyển ảnh này sang thẻ khác.")

    # recordings
    RECORDING_MISSING = (
        "recording-missing",
        mark("Chưa thấy bản đọc {path}. Chép tệp ghi âm vào thư mục tieng, hoặc sửa tên cho khớp."),
    )
    RECORDING_PATH = (
        "recording-path",
        mark("Bản đọc nằm trong thư mục tieng, tên không dấu, không dấu cách, đuôi {types}. Viết: [Nghe]({better})"),
    )
    RECORDING_ENDING = (
        "recording-ending",
        mark("Tệp {path} có ruột là {kind}. Đổi đuôi tệp thành .{kind}, rồi sửa tên ở dòng này."),
    )
    NOT_A_RECORDING = (
        "not-a-recording",
        mark("Tệp {path} không phải bản ghi âm, dù tên giống. Ghi lại bằng điện thoại, lưu đuôi {types}."),
    )
    RECORDING_TOO_LARGE = (
        "recording-too-large",
        mark("Bản đọc {path} nặng {size} KB, nhiều nhất là {most} KB. Đọc gọn lại, hoặc ghi ở chất lượng thường."),
    )
    RECORDING_AS_PICTURE = (
        "recording-as-picture",
        mark("Bản đọc không phải ảnh. Bỏ dấu chấm than ở đầu, viết: [Nghe]({path})"),
    )
    TWO_RECORDINGS = "two-recordings", mark("Mỗi thẻ chỉ có một bản đọc. Bỏ bớt, hoặc chuyển sang thẻ khác.")

    # the folder as a whole
    DOUBLED_ID = "doubled-id", mark("Mã {id} đã dùng ở {other}. Đặt mã khác cho bài này.")
    TITLES_ALIKE = (
        "titles-alike",
        mark("Tên bài đọc không dấu thì giống bài ở {other}. Đặt tên khác để người học chọn không nhầm."),
    )
    TRANSLATION_ID = "translation-id", mark("Bản dịch phải giữ nguyên mã của bài gốc {other}. Viết: mã: {id}")
    TRANSLATION_DIFFERS = (
        "translation-differs",
        mark("Bản dịch phải có số thẻ, số câu hỏi và chỗ câu đúng như bài gốc {other}. So lại từng phần với bài gốc."),
    )
    TRANSLATION_ALONE = (
        "translation-alone",
        mark("Chưa có bài gốc {other} của bản dịch này. Viết bài gốc trước, hoặc sửa tên tệp cho khớp."),
    )
    STORIES_ALIKE = (
        "stories-alike",
        mark("Chuyện mở đầu gần giống chuyện ở {other}. Kể một chuyện khác, để bà con học nhiều bài không thấy chán."),
    )
    EXAMPLES_ALIKE = (
        "examples-alike",
        mark("Tin mẫu này gần giống tin ở {other}. Đặt một tin mới, vì gặp tin mới thì mới biết là đã hiểu."),
    )
    REVIEW_OVER = (
        "review-over",
        mark("Bài phải được xem lại trước ngày {day}. Đọc lại, sửa chỗ đã cũ, rồi ghi người duyệt và ngày duyệt mới."),
    )
