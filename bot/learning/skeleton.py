"""The beginning of a new lesson: everything that is needed, each place saying what to fill in."""

from datetime import date

from bot.learning.header_values import slug
from bot.learning.lesson import Audience

# Square brackets that begin with "điền" are found by the check as not filled in yet.
_SKELETON = """# {title}

mã: {id}
đối tượng: {audience}
thời gian: 3 phút
chủ đề: [điền: vài chữ, cách nhau bằng dấu phẩy, ví dụ lừa đảo, cuộc gọi lạ]
nguồn: [điền: tên tài liệu, cơ quan, năm; nhiều nguồn cách nhau bằng dấu chấm phẩy]
người duyệt: [điền: ai đã đọc và đồng ý với bài]
ngày duyệt: [điền: ngày người ấy đọc, viết như {today}]
tin lành: [điền: câu nào có tin lành, ví dụ câu 2; chưa có câu nào thì viết không]
dạng lừa đảo: [điền: mã trong dang-lua-dao.csv, ví dụ H14, N1; không có thì bỏ dòng này]
kỹ năng: [điền: vài chữ, ví dụ gọi lại số đã lưu, khóa màn hình]

## [điền: tên thẻ, ví dụ Chuyện của bà Sáu]

[điền: một chuyện ngắn ai cũng gặp. Mỗi thẻ nhiều nhất 350 ký tự, mỗi câu nhiều nhất 20 tiếng]

## [điền: tên thẻ, ví dụ Ba việc cần làm]

1. [điền: việc thứ nhất, bắt đầu bằng việc cần làm]
2. [điền: việc thứ hai]

## Câu 1. [điền: chuyện gì xảy ra]

[điền: một tin nhắn hay cuộc gọi mới, chưa kể ở trên, rồi hỏi: bác làm gì?]

- [ ] [điền: câu sai mà nhiều người hay chọn]
  > [điền: vì sao câu này sai]
- [x] [điền: câu đúng]
- [ ] [điền: một câu sai nữa]

> [điền: giải thích cho ai chọn câu nào cũng hiểu]
"""


def new_lesson(title: str, course: str, today: date) -> str:
    """The Markdown of a lesson still to be written for a course (its folder's name); the check names every gap."""
    line = " ".join(title.split())
    return _SKELETON.format(title=line, id=slug(line), audience=_audience(course), today=f"{today:%d/%m/%Y}")


def _audience(course: str) -> str:
    """For whom, where the course's name says so."""
    named = (audience.value for audience in Audience if slug(audience.value) == course)
    return next(named, "[điền: người cao tuổi, trẻ em, người lớn hoặc mọi người]")
