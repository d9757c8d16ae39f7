"""What officers bid and forbid, as patterns of lower-case words: entries are parted by `;` or line ends.

Left out on purpose is whatever nobody can follow: chú ý, cẩn thận, nâng cao cảnh giác, chủ động phòng tránh, phối hợp.
A short word that is also a preposition or part of a noun says behind it what it must stand before, or must not.
"""

_HOME = r"(?:nhà|nơi ở|chỗ ở|khu|vùng|nơi|lồng|chòi|tòa|phòng|thuyền|tàu|bãi|rừng|đó|đây|hiện|ngay)"
_SHELTERS = r"(?! (?:(?:nơi|khu|điểm|chỗ|vùng) )?(?:sơ tán|tránh|trú|tạm|cách ly))"
_HIGH = r"(?:(?:chỗ|nơi|vùng|khu|điểm|vị trí|đồi|gò)(?: đất)? cao|đồi|gò|điểm|nơi)"
_SAFE = (
    r"(?:điểm|nơi|chỗ|khu|vùng)"
    r"(?: (?:sơ tán|tránh|trú|an toàn|cao|tập kết|tập trung|tạm))"
)

LEAVE = rf"""
sơ tán(?! (?:đã |được |xong )*(?:kết thúc|chấm dứt|xong|hoàn thành|hết hiệu lực|không còn)); di dời; di tản; tản cư
dời nhà; dời đi; dời dân; chạy lũ; tránh lũ; tránh bão; (?:rời|thoát|ra|đi|chạy|dời) khỏi{_SHELTERS}(?: {_HOME})?
rời (?:nhà|nơi|khu|vùng|tàu|lồng|chòi|tòa|đi|ngay|bỏ|phòng){_SHELTERS}; thoát ra; thoát nạn
chạy (?:lên|ra|đến|tới|ngay|sang|vào|thoát); bỏ chạy; lánh (?:nạn|sang|đến|tới|đi|tạm|về|lên); lên {_HIGH}
(?:di chuyển|chuyển|đi|đến|tới|về|ra|lên|sang|qua|vào)(?: ngay)?(?: (?:đến|tới|về|lên|ra|sang))? {_SAFE}
"""

# Whoever must not do this stays.
OUT = r"(?:ra (?:ngoài|đường|khỏi (?:nhà|phòng|cửa|tòa nhà))|(?:rời|đi) (?:khỏi )?(?:nhà|nơi ở|vị trí)|đi ra ngoài)"

STAY = """
ở yên; ở nguyên; ở nhà; ở (?:trong|bên trong|lại trong|lại) (?:nhà|phòng|tòa nhà); ở (?:lại )?tại (?:chỗ|nhà)
giữ nguyên vị trí; trú trong nhà; vào trong nhà; vô trong nhà
"""

_WHERE = (
    r"(?:ngay |thẳng |luôn |tận )*(?:"
    r"nhà|nơi|chỗ|điểm|trạm|trường|trụ sở|khu|tầng|gò|đồi|bờ|hội trường|ủy ban|ubnd|công an|bệnh viện|phòng|chợ"
    r"|đường|ngoài|trong|khơi|biển|sông|suối|hồ|ao|đầm|đồng|ruộng|rừng|núi|xã|phường|thôn|làng|bản|ấp|xóm|tổ"
    r"|cầu|ngầm|tràn|đò|hầm|cơ sở|đồn|bến|cảng|nương|rẫy|vùng|hang|bãi|công sở|cơ quan|đình|chùa|nhận|khám|tiêm"
    r"|bầu|họp|dự|xem|lấy|làm|học|bộ|chậm|đúng|đủ|gặp|lớp|sân|đê|đập|khỏi|lại|vào|qua|lên|xuống|đảo|kho|điện"
    r"|ngân hàng|bưu điện|trung tâm|quầy|cửa|cổng|văn phòng|địa điểm|tiệm|đỗ|thuyền|xe"
    r")"
)

_EVERYBODY = r"(?:toàn thể |tất cả |các |mọi )*(?:bà con|nhân dân|người dân|quý|khách hàng)"

OTHER = rf"""
đi {_WHERE}; đến {_WHERE}; tới {_WHERE}; về {_WHERE}; lên {_WHERE}; xuống {_WHERE}; ra {_WHERE}; vào {_WHERE}
vô {_WHERE}; qua (?:lại|cầu|ngầm|tràn|đò|phà|suối|sông|đường|đập|đèo|khu|vùng|đoạn|chỗ|nơi|bãi|các); sang {_WHERE}
băng qua; vượt qua; vượt ngầm; vượt lũ; vượt suối; lội; bơi; tắm; đi lại(?! (?:khó|được|gặp|rất|bị)); đi qua; đi vào
đi vòng; đi đường; đi sơ tán; đi tránh; đi bầu; đi họp; đi tiêm; đi khám; đi làm; đi học; đi chơi; đi biển; đi rừng
đi đánh bắt; quay lại; quay về; quay đầu; quay vào; trở về; trở lại; trở vào; lui tới; lui về; lại gần; đến gần
tới gần; áp sát; di chuyển(?! (?:khó|chậm|nhanh|được|theo hướng|với tốc)); tránh xa; tránh đi; tránh ra; tránh vào
tránh lại; tránh đến; tránh tiếp xúc; tránh đường; tránh khu; tránh để; tránh đứng; tránh tụ tập; tránh dùng
tránh trú; tránh các; tránh những; tránh qua; tránh làm; tránh mở; tránh bấm; lánh xa; trú ẩn; trú tránh; trú dưới
trú vào; trú chân; trú bão; núp; nấp; ẩn nấp; dừng; dừng lại; đỗ; đậu xe; đậu tàu; đậu thuyền; đậu ghe; neo; neo đậu
neo buộc; cập bến; cập bờ; tấp vào; tập trung; tập kết; có mặt; tụ tập; tụ họp; xếp hàng; đứng(?! trước); ngồi
nằm xuống; nằm sấp; nằm im; cúi; bò thấp; bò sát; bò ra; chui; bám; đu; nhảy; leo; ở lại; ở trên; ở dưới; ở gần
ở cách; ở xa; ra khơi; ra biển; ra ngoài; ra đường; ra đồng; ra sông; ra suối; ra khỏi; vào bờ; lên bờ
đóng(?! góp ý kiến); khóa; tắt; ngắt; cắt điện; cắt cầu dao; cắt nguồn; cắt tỉa; cúp; dập; dập máy; gác máy
rút(?! kinh); bật; mở; mở cửa; gia cố; chằng; chằng chống; chằng buộc; chằng néo; chèn; chèn chống; chống nhà
chống đỡ; giằng; néo; buộc(?! phải); cột chặt; cột dây; cột lại; xích; chặt; tỉa; hạ cột; hạ thấp; hạ biển; hạ dàn; kê
kê cao; nâng cao đồ; nâng đồ; đưa đồ; cất; cất giữ; cất đồ; để xe; để đồ; để rác; để giày; để hàng; để ngoài; để trong
để trên; để dưới; để gọn; để đèn; để cửa; để máy; để thức ăn; để thuốc; để hồ sơ; để riêng rác; để lại; để trẻ
để người; để nước; để lửa; để điện; để mắt; để dành; để riêng; để vật; đặt; che; che chắn; che đậy; che phủ; phủ; chắn
đắp; đắp bờ; be bờ; gia cố bờ; xếp; bảo quản; khơi; khơi thông; nạo vét; vệ sinh; dọn; dọn dẹp; dọn đồ; thu dọn; quét
quét dọn; lau; tháo; tháo nước; tiêu úng; tiêu nước; bơm; tát; thu hoạch; gặt; hái; thu gom; gom; thu lưới; vớt; nhặt
lượm; hứng; chứa (?:nước|sẵn|đầy); trữ; dự trữ; tích trữ; chuẩn bị; sắm; mua; bán; vận chuyển; sạc; xả; treo; tháo dỡ
dỡ; gỡ; gỡ bỏ; xóa; hủy; tiêu hủy; chôn; rắc; rải; phun; phun thuốc; tẩy; tẩy uế; khử trùng; khử khuẩn; sát trùng
tiêu độc; xử lý; đun; đun sôi; nấu; nấu chín; nấu sôi; uống; ăn; ăn chín; dùng; sử dụng; xài; lọc; rửa; rửa tay; súc
súc miệng; đậy; đậy kín; tiết kiệm; hứng nước; lấy; lấy nước; nhận(?! (?:được|thấy|định|thức|biết|ra)); lĩnh; lãnh
phát quang; diệt; thả; loại bỏ; lật úp; úp; bỏ; bỏ qua; bỏ lại; vứt; vứt bỏ; đổ(?! (?:bộ|sập|về|xuống)); đổ bỏ; xả rác
nuôi; nhốt; lùa; rọ mõm; xích chó; cho (?:trẻ|bé|con|gia súc|trâu|vật|ăn|uống|biết|mượn|thuê|ai|người|bất|chó|mèo)
tiêm; tiêm phòng; tiêm chủng; chích; chích ngừa; cho uống; đưa; dẫn; dắt; đón; rước; chở; cõng; bế; bồng; dìu; khám
cách ly; khai báo; đeo; đội (?:mũ|nón|áo); mặc; (?<!hoang )mang; mang theo; đem; đem theo; cầm; cầm theo; xách
giữ(?! (?:vững|gìn|an toàn|bình tĩnh|vai trò)); giữ ấm; ủ ấm; sưởi; đắp chăn; ngủ; nghỉ; nghỉ học; nghỉ làm; nghỉ ngơi
mắc màn; ngủ màn; treo màn; bôi; xoa; cho bú; tẩm; thay nước; lật; kiểm đếm; chăm sóc; chăm; bón; tưới; gieo; cấy
xuống giống; cày; bừa; phơi; sấy; chăn thả; chăn; đánh bắt; câu cá; chài; kéo lưới; thăm ruộng; thăm đồng; thăm lồng
vào rừng; khai thác; gọi; gọi điện; gọi ngay; kêu; điện cho; điện báo; điện thoại cho; điện thoại về; điện số
điện ngay; bấm số; liên hệ; liên lạc; trao đổi; báo(?! (?:cáo|chí|đài|động|hiệu|thức|hại|oán)); báo cho; báo ngay
báo tin; báo lại; thông báo(?: ngay| kịp thời| lại)? (?:cho|đến|tới|với|về)(?! {_EVERYBODY}); trình báo; tố giác
tố cáo; phản ánh; nhắn; nhắn tin; soạn; hỏi; hỏi lại; hỏi ý kiến; đăng ký; nộp
gửi(?! (?:đến |tới )?(?:bà con|nhân dân|toàn|các|quý)); kê khai; điền; ký; làm thủ tục; bổ sung; theo dõi; nghe
lắng nghe; nghe đài; bật đài; xem; đọc; quan sát; nhìn; kiểm tra; kiểm chứng; kiểm lại; xác minh; xác nhận; xác định
đối chiếu; nhắc; nhắc nhở; nhắc con; dặn; dặn dò; bảo ban; bảo con; bảo nhau; hướng dẫn; chỉ cho; dạy; chia sẻ
chuyển tiếp; lan truyền; phát tán; đăng tải; đăng tin
tin (?:lời|vào|các|những|người|ai|bất|quảng|đồn|tưởng|cuộc|kẻ|số); tin theo; nghe theo; làm theo; đi theo hướng dẫn
thực hiện theo; chấp hành; tuân thủ; tuân theo; lưu số; lưu các số; lưu lại; ghi(?! nhận); ghi lại; ghi âm; chụp
chụp ảnh; chụp màn hình; giữ lại; ghi nhớ số; nhớ số; bấm; nhấn; nhấp; ấn; kích; truy cập; đăng nhập; quét mã; cài
cài đặt; cập nhật(?! (?:tình hình|lúc|tin|diễn)); tải; tải về; chặn; đổi; đổi mật khẩu; thay đổi; cung cấp; tiết lộ
đọc mã; gửi mã; cho mượn; chuyển tiền; chuyển khoản; chuyển đồ; chuyển vật; chuyển gia súc; chuyển tài sản
chuyển người; chuyển lúa; chuyển máy; chuyển sang; nạp; nạp tiền; rút tiền; đặt cọc; trả tiền; trả lời; trả lại
thanh toán; nghe máy; bắt máy; cúp máy; tắt máy; ngắt máy; kết bạn; giao tiền; giao nộp; làm quen; vay; cho vay
đầu tư; góp(?! phần); đóng tiền; đóng góp; ủng hộ; quyên góp; tham gia; dự họp; dự lễ; dự tập; đến dự; bầu; bỏ phiếu
mời; họp; hiến máu; đốt; đốt lửa; đốt rác; đốt rẫy; đốt nương; đốt thực bì; đốt vàng mã; thắp; châm; nhóm; hút thuốc
hàn xì; hàn cắt; dùng lửa; chữa cháy; dập lửa; dập cháy; bịt; bịt mũi; che mũi; thoát hiểm; xử trí; sơ cứu; cấp cứu
cứu(?! (?:hộ|trợ|nạn|hỏa)); cứu giúp; giúp; giúp đỡ; hỗ trợ; đùm bọc; trông; trông coi; trông giữ; trông con; canh đê
canh trực; canh gác; cử người; cắt cử; phân công; cử; rào; cắm biển; cắm; rút phích; tháo phích; dán; che kín; bịt kín
chèn bao; chất bao; chất lên; kéo(?! dài); đẩy(?! (?:mạnh|nhanh)); gánh; vác; dời; dời đồ; di dời đồ; đưa xe; dắt xe
giảm tốc; giảm tốc độ; đi chậm; chạy chậm; chạy xe; lái; lái xe; lưu thông; điều khiển; nhường; nhường đường
nhường chỗ; chọn; chọn đường; vòng qua; vòng tránh; tìm; tìm kiếm; tìm nơi; đo; đo độ mặn; chạm; chạm vào; sờ; sờ vào
đụng; đụng vào; lấn chiếm; xây; đào; đào bới; san gạt; cưa; hoãn; hoãn chuyến; hủy chuyến; lùi; dời lịch; sắp xếp
sinh hoạt (?:bình thường|trở lại|lại|như); hoạt động (?:bình thường|trở lại|lại|như)
học(?! (?:sinh|kỳ|viện|phí|bạ|đường)); làm việc; buôn bán (?:bình thường|trở lại|lại|như)
kinh doanh (?:bình thường|trở lại|lại|như); sản xuất (?:bình thường|trở lại|lại|như); đi chợ
yên tâm (?:trở|về|sinh|đi|dùng|sử|ra|làm|học); vui chơi; chơi; thả diều; chơi gần; giải tán; duy trì; bảo vệ
quản lý (?:trẻ|con|tốt con|chặt|vật|đàn); giám sát (?:trẻ|con); thức canh; thức trực; thay(?! mặt); thay phiên
trực(?! (?:tiếp|tuyến)); túc trực; huy động; thắt; cài dây; bám chắc; chờ; đợi; vẫy; xuất trình; điểm danh; nằm lại
làm đất; làm sạch; làm mát; làm giấy; làm chuồng; ném; ra hiệu; hô hoán; hô to; la lớn; nhịn ăn; sạ; gieo sạ
phân loại; cảnh báo cho; xịt; trải; lót; tập thể dục; quỳ; gõ; huýt còi; thổi còi; đánh kẻng; đánh trống; chườm
bù nước; pha; ngâm; xông; dựng; sửa; bảo dưỡng; phản hồi; bình chọn; gia hạn; cấp đổi; ôn; trình; khoanh; vạch; căng
thả phao; kéo lên; hong; livestream; quay phim; phát trực tiếp; đăng lên
"""

# The first words of what is one thing within a sentence: going somewhere, and telling somebody.
GO = """
đi; đến; tới; về; lên; xuống; ra; vào; vô; qua; sang; chạy; rời; di chuyển; quay; trở; tập trung; tập kết; lánh; băng
vượt; trú
"""
TELL = """
gọi; báo; liên hệ; liên lạc; điện; điện thoại; nhắn; trình báo; thông báo; hỏi; phản ánh; kêu; tố giác; tố cáo; bấm số
"""
# Nothing to do yet, but a case: "cần giúp, gọi 114".
IN_NEED = (
    r"(?:ai |nhà nào |bà con |khi |nếu |người )*cần (?:được )?"
    r"(?:giúp|giúp đỡ|cứu|cứu giúp|hỗ trợ|cấp cứu|hỏi|hỏi thêm|trợ giúp)"
)

BANNED = r"(?:nghiêm )?cấm(?! (?:đoán|vận|kỵ))"

# Words that bid: what stands right behind them is what people are to do.
BIDS = """
hãy; cần; cần phải; phải; nên; đề nghị; yêu cầu; khuyến cáo; khuyên; xin; xin mời; kính mời; mời; kính đề nghị; mong
kính mong; nhờ; nhắc; nhớ; thì; là; và; hoặc; rồi; cùng; vui lòng; kêu gọi; vận động; bắt buộc; buộc phải; được phép
bắt đầu; tiếp tục; chỉ; chỉ được
"""

# In front of a word that bids these make a report or a relief of it: "đã phải sơ tán", "không phải di dời".
UNDOES = "đã đang không khỏi chẳng chưa hết"

# Whom an instruction speaks to: after them a bare verb is a command too.
PEOPLE = """
bà con; bà con nhân dân; người dân; nhân dân; mọi người; tất cả; toàn dân; hộ; hộ dân; các hộ; các hộ dân; gia đình
các gia đình; hộ gia đình; mỗi nhà; mỗi hộ; mỗi gia đình; mỗi người; từng hộ; từng nhà; từng người; các nhà; quý vị
quý khách; quý khách hàng; khách hàng; anh chị; anh, chị; các bác; các cháu; các em; các anh; các chị; cha mẹ; bố mẹ
ba má; các cụ; phụ huynh; ông bà; các ông bà; học sinh; giáo viên; ngư dân; thuyền trưởng; chủ tàu; chủ thuyền
tàu thuyền; tàu; thuyền; ghe; ghe tàu; ghe thuyền; phương tiện; chủ phương tiện; xe; người đi đường; lái xe
tài xế; trẻ em; trẻ nhỏ; trẻ
người già; người cao tuổi; người bệnh; du khách; khách du lịch; nông dân; nhà nông; chủ hộ; chủ rừng; chủ nuôi
hộ nuôi; hộ chăn nuôi; người nuôi; người chăn nuôi; bệnh nhân; sinh viên; tiểu thương; khách; hành khách; chủ xe
nhà xe; đoàn viên; hội viên; người lớn; học viên; hộ kinh doanh; chủ lồng bè; công nhân; người; cư dân; mọi hộ; chị em
thầy cô; trưởng thôn; trưởng bản; trưởng ấp; trưởng xóm; tổ trưởng; cử tri; thanh niên; ai; ai cũng; nhà nào; nhà
đồng bào; dân; chủ bè; thí sinh
"""

# What may stand between the word that bids and the verb.
MANNERS = """
khẩn trương; ngay lập tức; lập tức; ngay; nhanh chóng; chủ động; tích cực; thường xuyên; tuyệt đối; nghiêm túc
kịp thời; tạm thời; tạm; tiếp tục; luôn; luôn luôn; sớm; mau; mau chóng; gấp; vui lòng; xin; cùng; cùng nhau; tự
tự giác; liên tục; hết sức; nhớ; cố gắng; ráng; cứ; đều; chỉ; nên; hãy; cần; sẵn sàng; kiên quyết; trước hết
trước tiên; trước mắt; sau đó; đồng thời; bình tĩnh; cẩn thận; nhẹ nhàng; trực tiếp; lần lượt; bắt buộc; phải; ưu tiên
khẩn cấp; nhất thiết; nhất định; cũng; vẫn; dứt khoát; tự nguyện; tranh thủ; kêu gọi; vận động; huy động; lưu ý; chú ý
tốt nhất; mới; giúp; có kế hoạch; tổ chức
"""

# Behind a verb these say when or how, not what.
TIMES = """
trước; sau; từ; đến; tới; khi; lúc; trong; cho đến; đúng; vào; để; nếu; vì; theo; bằng
"""

FORBIDS = """
không; không được; không nên; không tự ý; không cho; không để; không vội; không vội vàng; không cố; không cố gắng
không tiếp tục; ko; đừng; đừng có; đừng để; đừng vội; chớ; chớ có; chớ nên; cấm; nghiêm cấm; tuyệt đối không; hạn chế
hạn chế việc; tránh; tránh việc; ngừng; ngưng; dừng; tạm dừng; tạm ngừng; tạm ngưng; thôi; khoan; chưa; chưa nên
chấm dứt; kiêng; hổng; hông; hông được; không cần; không phải; không nên tự; không bao giờ; chẳng; không ai được
không ai; không tự; chưa được
"""

# Of these, the ones that forbid wherever they stand; a bare "không" may tell what is not.
SURELY_FORBIDS = """
ngưng; ngừng; tạm ngừng; tạm ngưng; tạm dừng; đừng; đừng có; chớ; chớ có; chớ nên; không được; không nên; không tự ý
không cho; không để; chưa nên; tuyệt đối không; hạn chế; nghiêm cấm; cấm; không ai được
"""

# Behind a "không" at the beginning these tell what is not; anything else is forbidden: "không livestream".
NOT_SO = """
có; còn; bị; phải; ai; khí; gian; quân; chỉ; những; may; thể; đủ; rõ; xảy; gây; ghi; nguy; an; sao; thấy; được; cần
nên; bao; hề; kịp; hết; đâu; lường; khó; dễ; lớn; nhỏ; tốt; xấu; sạch; như; giống; chắc; mưa; gió; lũ; bão; ngập; cháy
hoạt; đáng; đồng; ít; nhiều; quá; thuận; gặp; khỏe; lạnh; nóng; tính; thuộc; nằm; liên; đúng; sai; thật; tự; cho; để
vội; cố; tiếp; thông; ổn; rét; việc
"""

# Verbs that nobody can follow, for "hãy …" with a verb that is not in the list.
VAGUE = """
chú ý; lưu ý; cẩn thận; thận trọng; cẩn trọng; cảnh giác; nâng cao; đề cao; nêu cao; tăng cường; đề phòng; phòng
phòng tránh; phòng ngừa; phòng chống; bình tĩnh; yên tâm; thông cảm; hợp tác; phối hợp; quan tâm; biết; nắm; hiểu; rõ
lo; lo lắng; hoang mang; hoảng; hoảng loạn; hoảng sợ; sợ; chủ quan; lơ là; coi thường; xem thường; ghi nhớ; nhớ
chung tay; chung sức; cùng chung; đồng hành; cố gắng; quyết tâm; phát huy; thực hiện; triển khai; đảm bảo; bảo đảm
ứng phó; chủ động; vì; là; có; luôn; cùng; thật; hết sức; tích cực; nghiêm túc; sẵn sàng; trở thành; giữ an toàn
giữ bình tĩnh; giữ vững; an tâm; tỉnh táo; sáng suốt; trách nhiệm; ý thức
"""

# Who acts or has acted where a strong verb does not speak to people.
REPORTS = r"(?<!\w)(?:đã|đang|sẽ|vừa|được|bị|việc|công tác|phương án|kế hoạch|lệnh|điểm|khu|nơi|từng|đi|chỗ)(?!\w)"

# Verbs that are commands wherever they stand in an instruction, unless the clause reports.
STRONG = """
ở yên; ở trong nhà; ở lại trong nhà; sơ tán; di dời; di tản; chằng chống; chằng buộc; gia cố; neo đậu; ra khơi
tránh xa; trú ẩn; mang theo; đem theo; đun sôi; tắt điện; ngắt điện; ngắt cầu dao; khóa van; rút phích
không chuyển tiền; không chuyển khoản; không cung cấp; không bấm; không đi; không qua; không lội; không ra; không vào
không về; không đến; không lại gần; không đốt; không uống; không ăn; không dùng; không sử dụng; không tắm; không bơi
không tin; không nghe; không mở; không để; không cho; không vớt; không tụ tập; không đỗ; không đậu; không trú
không đứng; không quay; không thả; không mua; không bán; không giết mổ; gọi ngay; gọi số; gọi 11\\d; gọi điện; liên hệ
báo ngay; báo cho; theo dõi; kiểm tra; đưa trẻ; đưa con; đưa người; đến tiêm; tiêm phòng; nghỉ học
trở lại bình thường; sinh hoạt bình thường; đi lại bình thường; làm theo; chấp hành; tuân thủ; trữ nước; tích nước
dự trữ; đi vòng; chọn đường; giảm tốc; xếp hàng; có mặt; đến dự; tham gia; nhận thuốc; nhận quà; dọn dẹp; khai báo
đăng ký; mang giấy
"""

# Behind a verb of leaving these say that people come back.
HOME_AGAIN = """
trở về; quay về; trở lại; về lại; về quê; được về; có thể về; đã về; cho về
về nhà(?! (?:văn|sinh|cộng|người|trường|bà con|họ hàng|kiên cố|cao|tránh))
"""

# Behind a verb of leaving these lead on: it is a command, not a word for those who left.
ONWARD = """
ngay; gấp; khẩn; khẩn trương; đến; tới; lên; ra; vào; sang; xuống; khỏi; trước; tại; theo; hết; toàn bộ; lập tức
về (?:nơi|điểm|trường|nhà văn hóa|hội trường|khu|trụ sở|chỗ)
"""

# Who is meant, or in which case; time alone does not part two commands.
FOR_WHOM = """
hộ; các hộ; nhà nào; nhà (?:ven|gần|cấp|yếu|kiên cố|sàn|tạm|thấp|cao|ở|dưới|trong vùng); các nhà; những nhà; ai
những người; người (?:già|cao tuổi|bệnh|khuyết|ở|sống|dân ở|dân thôn|dân ven|dân vùng|đang|còn|ngoài)
bà con (?:ở|ven|vùng|thôn|bản|ấp|xóm|khu|tổ|ngoài|sống|đang|còn); trẻ em; phụ nữ; thôn; bản; ấp; xóm; tổ; khu phố
khóm; buôn; làng; vùng; ven; khu vực; còn lại; khác; nếu; khi; trường hợp; đối với; riêng; tàu; thuyền; ghe; ngư dân
học sinh; trong lúc; trong khi; gia đình (?:ở|ven|có|vùng); công nhân; nơi (?:ngập|sạt|trũng|an toàn)
chỗ (?:ngập|trũng)
"""
_WHICH = r"(?:ở|ven|vùng|thôn|bản|ấp|xóm|khu|tổ|ngoài|sống|già|bệnh|có|trong|dưới|gần)"
WHOM_AFTER = rf"""
(?:ngay |gấp |khẩn cấp |toàn bộ |hết )*(?:các |những )?(?:hộ|người|nhà|gia đình|bà con|trẻ|dân) {_WHICH}; nếu; khi
trong lúc; trong khi
"""
