"""How the file of an answer calls its parts. These names are the file's own language."""

ROOM = "hoi-dap"

ID = "mã"
TOPIC = "chủ đề"
SOURCES = "nguồn"
OWNER = "người phụ trách"
REVIEWED = "ngày duyệt"
LESSON = "bài học"

WAYS = "Cách hỏi khác"
REPLY = "Trả lời"
ELDER = "Trả lời cho người cao tuổi"
CHILD = "Trả lời cho trẻ em"
NEEDED = (WAYS, REPLY)
REPLIES = (REPLY, ELDER, CHILD)
SECTIONS = (*NEEDED, ELDER, CHILD)
