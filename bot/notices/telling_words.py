"""What a text may tell beside what to do, as patterns of lower-case words: entries are parted by `;` or line ends."""

# The danger is over, or an earlier notice is taken back.
_EVERYTHING = r"(?:tình hình|mọi thứ|mọi việc|khu vực|địa bàn|toàn xã|thời tiết)"
_PEOPLE = r"(?:bà con|người dân|nhân dân|mọi người|các hộ)"
OVER = rf"""
(?:đã )?hết nguy hiểm; nguy hiểm đã (?:qua|hết); không còn nguy hiểm; hết nguy cơ; nguy cơ đã (?:qua|hết)
qua cơn nguy hiểm; {_EVERYTHING}(?: hiện| nay| hiện nay)? đã (?:an toàn|hết|trở lại (?:an toàn|bình thường|ổn định))
{_PEOPLE}(?: đã| nay| hiện)*(?: có thể| được phép| được)+ (?:trở về|về|quay về|trở lại)(?: lại)? (?:nhà|nơi ở|sinh hoạt)
{_PEOPLE}(?: yên tâm| an tâm) (?:trở về|về nhà|quay về)
kết thúc (?:đợt |tình trạng |việc )*(?:cảnh báo|báo động|khẩn cấp|sơ tán)
(?:dỡ bỏ|bãi bỏ|gỡ bỏ|hủy bỏ|hủy|thu hồi) (?:lệnh|cảnh báo|báo động|thông báo); đã an toàn trở lại; an toàn trở lại
sinh hoạt trở lại bình thường; trở lại sinh hoạt bình thường; sinh hoạt bình thường trở lại
"""
# Before it: it is not over yet, or this says when it will be.
NOT_YET = r"""
chưa; không; khi; khi nào; lúc; lúc nào; đến khi; tới khi; cho đến khi; cho tới khi; nếu; sau khi; chừng nào; chỉ
trừ khi; đợi; chờ; để; mới; ngay khi; đến lúc; bao giờ; trước khi; sau \d+; từ \d+
"""
# Behind it: it holds in one case only, or something goes on.
BUT = r"^\W*(?:khi|nếu|sau khi|chỉ khi|nhưng|tuy nhiên|song|mà chưa|lúc)(?!\w)"

DRILL = """
diễn tập; tập dượt; thực tập (?:sơ tán|phương án|chữa cháy|cứu hộ|phòng cháy|di dời|phòng chống)
tình huống (?:giả định|giả sử|giả lập); giả định tình huống; thông báo thử; tin thử; phát thử; báo động thử
thử (?:loa|còi|hệ thống|tin); chạy thử hệ thống; drill; test hệ thống; tin test
"""
_THIS_IS = r"(?: một| cuộc| buổi| bài| tin| thông báo| báo động| đợt| đang| lệnh| màn| việc)*"
NOT_A_DRILL = rf"""
(?:không|ko|chẳng|chả|đâu)(?: phải| phải là| là)+{_THIS_IS} (?:diễn tập|tập dượt|thực tập|drill)
(?:đây|này) không phải(?: là| đang)* tập(?! \w); không phải(?: là| đang)* tập (?:đâu|thử|chơi)
(?:không|chẳng) (?:có )?diễn tập; not a drill; no drill
"""

TOMORROW = """
ngày mai; sáng mai; trưa mai; chiều mai; tối mai; đêm mai; sớm mai; rạng sáng mai; chiều tối mai; ngày kia; ngày mốt
sáng mốt; chiều mốt; tối mốt; bữa mai; bữa mốt; mai mốt
"""
_FLOWERS = ("hoa", "cây", "cành", "chậu", "vườn", "sương", "ban", "mỉa", "một", "trúc", "đào")
MAI = (
    r"(?:^|(?<=[.!?:\]] )|(?<=\n))Mai(?= (?:[a-zà-ỹđ]|\d))"
    rf"|(?<![\w-]){''.join(f'(?<!{flower} )' for flower in _FLOWERS)}"
    r"mai(?![\w-])(?! (?:vàng|táng|mối|hồng|tứ quý|chiếu|cua|rùa))"
)
TODAY = """
hôm nay; sáng nay; trưa nay; chiều nay; tối nay; đêm nay; khuya nay; rạng sáng nay; chiều tối nay; bữa nay
ngày hôm nay
"""

_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_NUMBER = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|giêng|chạp|rằm|hăm)"
# Six o'clock, three times a day.
_COUNTED = r"(?![\d/]|[.,:]\d| ?(?:giờ|h|g|lần|bữa|người|buổi|phút|đến \d+ (?:giờ|lần))(?!\w))"
_WRITTEN = rf"{_DAY} ?/ ?{_MONTH}(?: ?/ ?(?:20)?\d\d)?|{_DAY}-{_MONTH}-(?:20)?\d\d|{_DAY}\.{_MONTH}\.(?:20)?\d\d"
DATE = (
    rf"(?<![\d/.,-])(?:{_WRITTEN}|20\d\d-\d\d-\d\d)(?![\d/])"
    r"|(?<!\w)(?:ngày|mùng|mồng|rạng|sáng|trưa|chiều|tối|đêm|hôm) "
    rf"(?:{_DAY}(?:[/.-]{_MONTH})?|{_NUMBER}(?!\w)){_COUNTED}"
    rf"|(?<!\w){_DAY} tháng (?:{_MONTH}|{_NUMBER}(?!\w)){_COUNTED}"
)
ALWAYS = r"(?<!\d)24/(?:7|24)(?!\d)"  # round the clock, no date
