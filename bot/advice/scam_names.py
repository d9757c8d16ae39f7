"""How the file of a scam type calls its parts. These names are the file's own language."""

ROOM = "lua-dao"

ID = "mã"
CODE = "dạng"
AUDIENCE = "đối tượng"
SOURCES = "nguồn"
REVIEWER = "người duyệt"
REVIEWED = "ngày duyệt"
LESSON = "bài học"

WHY = "Vì sao"
SIGNS = "Dấu hiệu"
PHRASES = "Câu hay gặp"
NOW = "Làm gì ngay"
LOST = "Nếu đã lỡ"
SECTIONS = (WHY, SIGNS, PHRASES, NOW, LOST)
