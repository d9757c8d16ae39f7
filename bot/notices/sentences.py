"""What an officer is told for each rule: what is wrong, and what to write instead."""

from bot.translations import Words, mark
from broadcasts.wording.codes import Code
from broadcasts.wording.findings import Finding

SENTENCES = {
    # the record
    Code.UNREADABLE: mark("{Me} chưa đọc được dòng này. Mỗi dòng là một thông báo viết bằng JSON, có tên từng mục."),
    Code.KIND_UNKNOWN: mark("Loại thông báo {value} {me} chưa biết. Ghi một trong các loại: {choices}."),
    Code.LEVEL_UNKNOWN: mark("Mức {value} {me} chưa biết. Ghi một trong ba mức: {choices}."),
    Code.HEADLINE_MISSING: mark("Thông báo chưa có tiêu đề. {You} viết một câu ngắn: chuyện gì, ở đâu."),
    Code.DESCRIPTION_MISSING: mark(
        "Chưa kể có chuyện gì. Nếu tiêu đề chưa đủ, {you} viết thêm một hai câu: chuyện gì xảy ra, nguy hiểm ra sao."
    ),
    Code.EVENT_MISSING: mark("Chưa ghi sự kiện. {You} ghi một từ, ví dụ: bão, lũ, sạt lở, cắt điện."),
    # who
    Code.OFFICE_MISSING: mark("Chưa có tên cơ quan ra thông báo. {You} viết đủ tên để bà con biết ai báo."),
    Code.OFFICE_ONLY_ABBREVIATION: mark(
        "{office} chỉ là chữ viết tắt, bà con không biết ai báo. {You} viết đủ, ví dụ: Ủy ban nhân dân xã Đồng Văn."
    ),
    Code.OFFICE_ABBREVIATED: mark(
        "Tên cơ quan {office} còn viết tắt. {You} viết đủ chữ cho người già, trẻ nhỏ cũng hiểu, như Ủy ban nhân dân."
    ),
    Code.OFFICE_WITHOUT_PLACE: mark("{office} của nơi nào thì chưa rõ. {You} ghi thêm tên xã, phường hoặc tỉnh."),
    Code.CONTACT_MISSING: mark("Chưa có số điện thoại để bà con hỏi lại. {You} ghi số trực của cơ quan."),
    Code.CONTACT_UNREADABLE: mark("{Me} chưa thấy số điện thoại nào trong {contact}. {You} ghi đủ cả số 0 ở đầu."),
    Code.LINK_NOT_OFFICIAL: mark(
        "Danh bạ chưa có trang {host}, bà con dễ tưởng là lừa đảo. {You} bỏ đi, hoặc dùng trang .gov.vn của cơ quan."
    ),
    Code.LINK_OPEN_TO_ALL: mark(
        "Trang trên {host} thì ai cũng lập được. {You} nên dùng trang .gov.vn; nếu giữ thì xem đúng trang của mình."
    ),
    Code.NUMBER_UNKNOWN: mark(
        "Số {number} không phải số liên hệ của thông báo, cũng chưa có trong danh bạ. {You} xem lại, hoặc thêm vào."
    ),
    # what
    Code.INSTRUCTION_MISSING: mark("Chưa nói bà con cần làm gì. {You} viết việc cần làm, bắt đầu bằng một động từ."),
    Code.NO_ACTION: mark(
        "Phần việc cần làm chưa có việc nào làm được ngay. {You} viết rõ, ví dụ: sơ tán đến…, không ra khơi, gọi 114."
    ),
    Code.KIND_AGAINST_TEXT: mark("Chữ “{said}” trái với loại thông báo đã chọn. {You} đổi loại, hoặc sửa lại chữ này."),
    Code.CODE_ASKED: mark(
        "“{said}”: cơ quan không bao giờ hỏi mã, mật khẩu của bà con, kẻ gian mới hỏi. {You} bỏ câu này."
    ),
    Code.MANY_ACTIONS: mark("Có {count} việc, bà con khó nhớ hết. {You} giữ lại {most} việc quan trọng nhất."),
    Code.CONTRADICTION: mark("“{one}” và “{other}” trái nhau. {You} nói rõ việc nào cho ai, hoặc bỏ bớt một việc."),
    # where
    Code.AREA_MISSING: mark(
        "Chưa chọn nơi nhận thông báo. {You} ghi xã hoặc tỉnh, ví dụ: xã Đồng Văn, tỉnh Tuyên Quang."
    ),
    Code.AREA_UNKNOWN: mark(
        "Danh mục hành chính không có {area}. {You} xem lại tên, ghi cả tên tỉnh, hoặc ghi mã năm số."
    ),
    Code.AREA_FORMER: mark("{area} là tên hoặc mã cũ, đã thôi dùng từ 1/7/2025. {You} ghi tên xã, tỉnh hiện nay."),
    Code.AREA_AMBIGUOUS: mark("Nhiều nơi cùng tên {area}. {You} ghi thêm tên tỉnh để khỏi gửi nhầm."),
    Code.AREA_WIDER: mark("{area} nằm ngoài địa bàn của {you}. {You} chọn lại, hoặc nhờ cấp trên gửi."),
    Code.OFFICER_AREA_UNKNOWN: mark(
        "{Me} chưa đọc được địa bàn của {you} ({area}) nên chưa cho gửi. Ghi tên hoặc mã xã, tỉnh."
    ),
    Code.PLACE_OUTSIDE: mark("{place} nằm ngoài nơi nhận. {You} xem lại, kẻo bà con hiểu nhầm là chuyện nơi khác."),
    # when
    Code.TIME_MISSING: mark("Chưa có lúc bắt đầu hoặc lúc hết. {You} ghi ít nhất một, có cả ngày và giờ."),
    Code.TIME_UNREADABLE: mark("{Me} chưa đọc được thời gian {value}. {You} ghi ngày và giờ, ví dụ: 2026-11-21T19:30."),
    Code.TIME_OVER: mark("Lúc hết đã qua rồi. {You} ghi lại lúc hết ở phía trước."),
    Code.TIME_REVERSED: mark("Lúc hết lại đứng trước lúc bắt đầu. {You} xem lại hai mốc này."),
    Code.TOMORROW_WITHOUT_DATE: mark(
        "Chữ “{said}” sang hôm sau sẽ thành ngày khác. {You} ghi thêm ngày, ví dụ: 22/11."
    ),
    Code.TODAY_WITHOUT_DATE: mark("Chữ “{said}” chưa có ngày đi kèm. {You} ghi thêm ngày, vì có người đọc muộn."),
    # how long
    Code.HEADLINE_LONG: mark("Tiêu đề dài {length} ký tự, nhiều nhất là {most}. {You} rút gọn giúp {me}."),
    Code.SHORT_FORM_LONG: mark(
        "Bản tin ngắn (cơ quan, tiêu đề, nơi, việc, giờ) dài {length} ký tự, nhiều nhất là {most}. {You} bớt chữ."
    ),
    Code.LONG_FORM_LONG: mark(
        "Cả thông báo dài {length} ký tự, nhiều nhất là {most}. {You} bớt phần kể, giữ việc cần làm."
    ),
    Code.SPEECH_LONG: mark("Đọc loa hết khoảng {seconds} giây, nhiều nhất là {most} giây. {You} viết gọn lại."),
    Code.LINE_UNBREAKABLE: mark(
        "“{text}” dài quá một dòng ({most} ký tự) mà không ngắt được. {You} rút gọn, nhất là địa chỉ trang."
    ),
    Code.SENTENCE_LONG: mark("Câu “{text}…” có {count} tiếng, nhiều nhất là {most}. {You} tách thành hai câu."),
    # drill
    Code.DRILL_WORDS: mark("Có chữ “{said}” trong thông báo thật. {You} bỏ chữ ấy, hoặc soạn một bản diễn tập riêng."),
    Code.NOT_A_DRILL: mark("Không viết “{said}”: năm 2018 ở Ha-oai, câu ấy đã làm cả bang hoảng sợ. {You} bỏ câu này."),
    Code.DRILL_UNMARKED: mark("Bản diễn tập phải có {marker} ở đầu tiêu đề và ở cuối. {You} thêm vào cho đủ."),
    # how it is written
    Code.HIDDEN_CHARACTER: mark("Có ký tự ẩn ({name}), hay gặp khi dán từ nơi khác. {You} xóa chỗ ấy rồi gõ lại."),
    Code.LOOK_ALIKE_LETTER: mark("Chữ {word} có nét giống chữ Việt mà không phải. {You} xóa rồi gõ lại chữ ấy."),
    Code.HTML: mark("Bà con sẽ thấy nguyên {tag} trên máy. {You} bỏ đi, chỉ viết chữ thường."),
    Code.NO_TONE_MARKS: mark("Phần này gõ không dấu, đọc lên dễ nhầm. {You} gõ lại có dấu."),
    Code.HARD_WORD: mark("Chữ {word} khó với nhiều bà con. {You} viết {better}."),
    Code.FOREIGN_WORD: mark("Chữ {word} là tiếng nước ngoài. {You} viết bằng tiếng Việt."),
    Code.ABBREVIATION: mark("{word} là chữ viết tắt. {You} viết đủ chữ, ít nhất một lần."),
    Code.MANY_CAPITALS: mark(
        "Phần này có {percent}% chữ in hoa, nhiều nhất nên là {most}%. {You} chỉ in hoa vài chữ cần nhất."
    ),
    Code.MANY_EXCLAMATIONS: mark(
        "Có {count} dấu chấm than, nhiều nhất nên là {most}. {You} bớt đi cho bà con bình tĩnh."
    ),
    Code.MANY_EMOJI: mark(
        "Có {count} hình biểu tượng, nhiều nhất nên là {most}. {You} bớt đi, loa không đọc được hình."
    ),
    Code.HEADLINE_REPEATED: mark("Phần kể giống hệt tiêu đề. {You} viết rõ hơn chuyện gì đang xảy ra."),
    Code.DESCRIPTION_REPEATED: mark("Phần việc cần làm giống hệt phần kể. {You} viết rõ bà con phải làm gì."),
}


def said(code: Code, words: Words, **values: object) -> str:
    """The sentence for this rule in the officer's language, its placeholders filled."""
    return words.say(SENTENCES[code], **values)


def said_of(finding: Finding, words: Words) -> str:
    """The sentence for this finding."""
    return said(finding.code, words, **dict(finding.values))
