"""Looking into what is somebody else's own: accounts, messages and phones; what a neighbour has or lacks."""

from bot.advice.spoken_cues import cue

_ACCOUNT = (
    r"(?:zalo|facebook|fb|nick|acc|tin nhan|tin|dien thoai|may|tai khoan|camera|email|mail|gmail|mat khau|pass"
    r"|instagram|messenger|tiktok|story|nhat ky|man hinh|hop thu)"
)
_OPENS = r"(?:vao|vo|doc|xem|coi|mo|nghe|do|theo doi|dang nhap|dot nhap)"
_NOTHING_MORE = r"(?! mat| cach| lam| vao| chu| dung| bam| xai| doc| su| o| la| goi| co)"
_THEY = r"(?:no|ho|ban|co|chi|anh|vo|chong|nguoi ta|nguoi do|con|dua|thang|me|bo|ba|ma|sep|thay)"

SPYING = cue(rf"""
    (?:xem|coi|doc|kiem tra|biet|nghe)<gap> <near><gap> (?:nhan tin|goi|chat|noi chuyen)<gap> (?:ai|gi|nhung ai)
    (?:xem|coi|doc|lay|tra|theo doi|khoi phuc)<gap> (?:cuoc goi|tin nhan|tin|zalo|facebook|nhat ky)<gap> cua <near><any>
    (?:xem|coi|do|tim) vi tri<gap> cua <near>
    <near><gap> (?:dang )?o dau(?: \S+){{0,2}} (?:coi|xem|do|tim|dinh vi) vi tri
    ma <near> khong (?:hay|biet)
    (?:cai|dat|mua|phan mem|app)<far> nghe len<far> (?:con|<near>)<any>
    dinh vi<gap> so<far>
    {_OPENS}<gap> {_ACCOUNT}<far> (?:ma|de|cho) {_THEY}(?: \S+){{0,2}} (?:khong|hong|ko) (?:he )?(?:hay|phat hien)
    {_OPENS}<gap> {_ACCOUNT}<far> (?:ma|de|cho) {_THEY}(?: \S+){{0,2}} (?:khong|hong|ko) (?:he )?biet{_NOTHING_MORE}
    (?:doc|xem|coi|nghe) (?:trom|len|lut)<gap> (?:cua )?(?:tin nhan|zalo|facebook|dien thoai|may|nick|ban|nguoi)<any>
    (?:do|be|biet|lay trom) mat khau<gap> cua (?:ban|nguoi|vo|chong|thang|dua|co|thay)<any>
    (?:cai|gai|dat)<gap> (?:theo doi|nghe len|dinh vi|quay len)<far> (?:may|dien thoai|phong|xe) (?:cua )?<near>
""")
NOT_SPYING = cue(r"""
    bi (?:ai |nguoi ta |no |ban )?(?:doc|xem|coi|nghe|vao|theo doi|cai|dat|hack)|(?:de|ai) khong<any>|khong de
    chan|ngan|tranh|phong|co ai|ai do|dien thoai (?:toi|minh|em|bac|tui)|(?:zalo|nick|may) cua (?:toi|minh|em|bac|tui)
""")
SPIED_UPON = cue(r"""
    (?:ai|nguoi ta|no|ban|chong|vo|bi)<gap> (?:doc|xem|coi|nghe|vao|theo doi) (?:trom|len|lut)
    (?:doc|xem|coi|nghe) (?:trom|len|lut)<gap> cua (?:toi|minh|em|bac|tui|chau)
""")
# Where all the words together already tell that something is wanted which is not done here.
SPYING_PERHAPS = cue(rf"""
    (?:{_OPENS}|lay|hack|pha|cai|gai|biet)<far> {_ACCOUNT}<far> {_THEY}
    (?:xem|coi|doc|nghe|nhin|vao|vo|theo doi) (?:trom|len|lut)
    (?:trom|len|lut) (?:tin|dien thoai|zalo|may|nick)
""")
PRYING = cue(r"""
    (?:mat khau|pass|wifi)(?: wifi)?(?: cua)? (?:nha ben canh|nha ben|nha ke|nha hang xom|hang xom|cua nguoi ta)<any>
    (?:dau|cuoi|cung|trong) (?:ap|xom|thon|lang)<far> (?:duoc|nhan|lanh|huong|no)<gap> bao nhieu<any>
    hang xom<far> (?:di kham|co thai|kham thai|benh gi|no ai|ly hon|luong|bo chong|bo vo)<any>
    cau hoi cua (?:nhung |may )?nguoi khac<any>
""")
