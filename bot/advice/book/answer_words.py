"""The sentences around an approved answer, to be said through `Words`."""

from bot.translations import mark

GREETING = mark("{Me} chào {you}{polite}.")
WELCOME = mark("Không có gì{polite}. {You} cần gì cứ nhắn {me}, lúc nào cũng được.")
MENU = mark(
    "Đây là trang đầu. {You} nhắn “học” để chọn bài, “giúp” khi cần giúp, hoặc cứ hỏi {me} bằng lời thường{polite}."
)
OPT_OUT = mark(
    "{You} nhắn “dừng” là {me} thôi nhắc bài và thôi gửi tin thường ngay. "
    "Tin khẩn cấp như bão, lũ thì {me} hỏi lại một câu trước khi dừng hẳn{polite}."
)
STOPPED = mark(
    "{Me} đã dừng nhắc bài và dừng tin thường{polite}. Bão, lũ hay việc khẩn cấp của xã, {me} vẫn báo; "
    "muốn dừng cả tin ấy, {you} nhắn “dừng hết”. Muốn nhận lại, {you} nhắn “dừng” rồi chọn “Nhận lại như trước”."
)
HELP = mark(
    "{Me} đây{polite}. Vừa mất tiền hay lộ mã, {you} nhắn “tôi bị lừa”. "
    "Muốn gặp cán bộ xã, {you} chọn “Gặp người thật ở xã”. Việc gấp thì gọi 113 công an, 114 chữa cháy, 115 cấp cứu."
)
OFFICER = mark(
    "{You} nhắn “giúp”, rồi chọn “Gặp người thật ở xã” để xem số và nơi liên hệ{polite}. "
    "Việc gấp thì gọi 113 công an, 114 chữa cháy, 115 cấp cứu."
)
SCAM = mark("{You} khoan làm theo: đừng bấm, đừng đọc mã, đừng chuyển tiền.")
SCAM_SHOW = mark("{You} dán nguyên tin hoặc kể lại lời họ vào đây, {me} xem từng dấu hiệu{polite}.")
SCAM_CALL_BACK = mark("Muốn chắc, {you} cúp máy rồi tự gọi lại số đã lưu. Lỡ làm theo rồi thì nhắn “tôi bị lừa”.")
LESSON = mark("Có bài “{title}”, chừng vài phút. {You} nhắn “học” rồi chọn bài ấy{polite}.")
LESSONS = mark("{You} nhắn “học” để xem danh sách bài, rồi nhắn số của bài muốn học{polite}.")
MORE = mark("Muốn học kỹ hơn thì nhắn “học”, chọn bài “{title}”.")
UNKNOWN = mark("Câu này {me} chưa biết, nên không dám đoán{polite}.")
UNSURE = mark("{Me} chưa chắc {you} hỏi điều nào{polite}.")
OTHERWISE = mark("Nếu {you} hỏi điều khác, có phải là:")
MEANT = mark("Có phải {you} muốn hỏi:")
NOT_MEANT = mark("Không phải thì {you} nhắn “giúp” để gặp người ở xã, hoặc hỏi lại bằng câu ngắn hơn.")
OUTSIDE = mark("Việc này ngoài phần {me} biết, nên {me} không dám trả lời{polite}.")
HELPS = mark("{Me} giúp được chuyện điện thoại, mạng xã hội, giấy tờ trên mạng và tránh lừa đảo.")
ASK_PERSON = mark("{You} nhắn “giúp” để gặp người ở xã, hoặc hỏi lại bằng câu ngắn hơn.")
