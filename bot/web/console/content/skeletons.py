"""The beginning of a new file of each kind: everything that is needed, each place saying what to fill in."""

from datetime import date

from bot.learning.header_values import slug
from bot.learning.skeleton import new_lesson
from bot.web.console.content.places import Kind

# Square brackets that begin with "điền" are found by the check as not filled in yet; «…» is filled here.
_SCAM = """# «title»

mã: «id»
dạng: [điền: mã trong dang-lua-dao.csv, ví dụ H14; dạng mới thì thêm một dòng vào bảng ấy trước]
đối tượng: [điền: người cao tuổi, trẻ em, người lớn hoặc mọi người]
nguồn: [điền: tên tài liệu, cơ quan, năm]
người duyệt: [điền: ai đã đọc và đồng ý]
ngày duyệt: [điền: ngày người ấy đọc, viết như «today»]

## Vì sao

- [điền: một hai câu ngắn, vì sao đó là lừa; máy nói câu này khi gặp tin giống vậy]

## Dấu hiệu

- [điền: dấu hiệu thứ nhất; cần 3 đến 6 ý]
- [điền: dấu hiệu thứ hai]
- [điền: dấu hiệu thứ ba]

## Câu hay gặp

- [điền: một câu kẻ lừa hay nói; cần 4 đến 10 câu, chỗ thay đổi để dấu …]
- [điền: câu thứ hai]
- [điền: câu thứ ba]
- [điền: câu thứ tư]

## Làm gì ngay

1. [điền: việc gấp nhất; cần 2 đến 4 bước]
2. [điền: bước thứ hai]

## Nếu đã lỡ

1. [điền: lỡ mất tiền thì bước đầu là gọi số ở mặt sau thẻ ngân hàng]
2. [điền: bước thứ hai]
"""
_ANSWER = """# «title»

mã: «id»
chủ đề: [điền: vài chữ, ví dụ mật khẩu]
nguồn: [điền: tên tài liệu, cơ quan, năm]
người phụ trách: [điền: ai giữ câu trả lời này]
ngày duyệt: [điền: ngày người ấy đọc, viết như «today»]

## Cách hỏi khác

- [điền: một cách hỏi khác, như bà con nói; cần 3 đến 16 cách]
- [điền: cách thứ hai]
- [điền: cách thứ ba]

## Trả lời

[điền: câu đầu là câu trả lời, rồi mới đến từng bước; nhiều nhất 600 ký tự]
"""
_TEMPLATE = """# «title»

mã: «id»
mức: thông thường
sự kiện: [điền: chuyện gì, vài chữ]
thời hạn: 24 giờ
nguồn: [điền: tên tài liệu, cơ quan, năm]

## Ô cần điền

- {nơi}: Ở đâu? (đến 40 ký tự) (ví dụ: các xóm phía bắc chợ)
- {từ lúc}: Từ lúc nào? (thời điểm) (ví dụ: 7h ngày 23/11)
- {đến lúc}: Đến lúc nào? (thời điểm) (ví dụ: 17h ngày 23/11)

## Tiêu đề

[điền: tiêu đề, nhiều nhất 90 ký tự]

## Chuyện gì

[điền: chuyện gì, ở {nơi}, từ {từ lúc} đến {đến lúc}]

## Cần làm

- [điền: một việc, bắt đầu bằng việc cần làm; nhiều nhất ba việc]

## Hết nguy hiểm

[điền: tiêu đề, có {xã}]

[điền: {cơ quan} báo chuyện gì đã xong]

[điền: bà con làm gì, hỏi {liên hệ}]

## Đính chính

[điền: tiêu đề, có {xã}]

[điền: thông báo vừa gửi sai chỗ nào]

[điền: bà con làm gì, hỏi {liên hệ}]
"""
_COURSE = """# «title»

đối tượng: [điền: người cao tuổi, trẻ em, người lớn hoặc mọi người]
"""
_TEXTS = {Kind.SCAM: _SCAM, Kind.ANSWER: _ANSWER, Kind.TEMPLATE: _TEMPLATE, Kind.COURSE: _COURSE}


def skeleton(kind: Kind, title: str, course: str, today: date) -> str:
    """The text to begin with; the check names every gap."""
    line = " ".join(title.split())
    if kind is Kind.LESSON:
        return new_lesson(line, course, today)
    filled = {"«title»": line, "«id»": slug(line), "«today»": f"{today:%d/%m/%Y}"}
    text = _TEXTS[kind]
    for gap, value in filled.items():
        text = text.replace(gap, value)
    return text
