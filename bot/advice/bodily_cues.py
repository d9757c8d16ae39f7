"""How people tell by the body what happened: what was touched, what fails, what was swallowed (see `spoken_cues`)."""

from bot.advice.spoken_cues import cue

_TOUCHES = (
    r"(?:so|so soang|mo|mo may|ro|ro ram|dung|dung cham|cham|bop|nan|vuot|vuot ve|vach|coi|tuot|lot|keo|choc|ngam|liem"
    r"|hon|hun|thoc|luon|chui)"
)
_PRIVATE = (
    r"(?:cho kin|vung kin|cho rieng tu|cho nhay cam|cho di tieu|nguc|mong|dui|buom|chim|quan lot|do lot|trong quan)"
)
_CHILD = r"(?:em|con|chau|be|no|to|tui)"
_ALL_AT_ONCE = r"(?:tu nhien|tu dung|bong nhien|bong|sang nay|hoi nay|nay|vua|moi)"

TOUCHED = rf"""
    {_TOUCHES}(?: \S+){{0,3}} (?:cho|vung) (?:kin|rieng tu|nhay cam)(?: cua)? {_CHILD}
    {_TOUCHES}(?: vao| vo| len| trong)* {_PRIVATE}(?: cua)? {_CHILD}
    {_CHILD} bi<gap> {_TOUCHES}<gap> {_PRIVATE}
    (?:bat|ep|bieu|keu|bao) {_CHILD} (?:coi|tuot|cui|so|mo|ngam|bop|cam)<gap> (?:do|quan|ao|cua (?:ong|chu|anh|bac|no))
    (?:bat|ep|ru|cho) {_CHILD} (?:xem|coi)<gap> (?:phim|clip|anh|hinh) (?:bay|nguoi lon|khong mac|sex|den)
    bi mat (?:cua )?hai (?:chu|bac|ong|anh|thay|cau|duong)(?: chau| em| con| tro)
    (?:om ghi|om chat|hon moi|hon mieng|hun moi|de len nguoi) {_CHILD}
    (?:lam|giao) (?:bay|chuyen bay|chuyen do bai) (?:voi )?{_CHILD}
"""
STRICKEN = rf"""
    (?:mom|mieng|mat|mep)(?: \S+){{0,2}} (?:meo|lech|xech|xe|mop)(?: \S+){{0,2}} (?:mot|1|sang) ben
    meo (?:mom|mat)|xech mieng|do luoi
    {_ALL_AT_ONCE}<gap> noi (?:\S+ )?(?:ngong|ngong ngong|lap bap|khong ra (?:tieng|loi)|khong ro|lung tung|nham)
    (?:yeu|te|te ran|xuoi|liet|te liet)<gap> (?:nua nguoi|mot ben (?:tay|nguoi|chan))
    (?:tuc|that|dau that|bop nghet|nang) (?:o )?nguc<far> (?:mo hoi|kho tho|lan (?:ra|sang|len)|xanh|tai)
    (?:hoc|mac|nghen|nuot)<far> (?:tim (?:tai|nguoi|ngat|mat)|khong tho|tho khong|ho khong ra)
    nuot (?:phai |nham |mat )?(?:\S+ )?(?:pin|cuc pin|vien pin)(?: \S+)*
    bi (?:con )?ran(?: \S+)? (?:mo|duop|tap)|bi (?:dien )?(?:giat|giut)(?: \S+){{0,2}} (?:nga|van|bat|dinh|nam)
    mat (?:tron|dao|lo) (?:nguoc|len|trang|do)
    (?:keu|goi|lay)(?: \S+)? (?:khong|hong|ko|chang) (?:day|tinh|thua|tra loi|phan ung)(?: duoc)?
    (?:dap|va|u) (?:dau|gay|sau gay)<far> (?:non|oi|me|li bi|lo mo|nham|thiep|ngu)
    (?:xong|dot|suoi|hun) than<far> (?:ngat|xiu|lim|nhuc dau|khong day|me)
    nguoi(?: \S+)? (?:mem nhun|mem oat|tim tai|tim ngat|lanh ngat)
"""
# What such words also stand in, where nothing happens now.
SPEAKS_ONLY = cue(r"""
    (?:nam|thang|tuan|dot|hoi)<any> (?:ngoai|truoc|kia|roi|tet)
    (?:gio|nay|hien)<any> (?:da )?(?:khoe|binh thuong|do|on|lanh|khoi)(?: han| nhieu)?(?: lai| roi| manh)?
    (?:ra|xuat) vien roi|khoi roi|het roi|khong sao roi
    quy tac|bai (?:hoc|tap|tho|hat|bao)|day (?:con|chau|be|tre|cho|cach)|lop (?:hoc|day)|tap huan|tuyen truyen|so cuu
    (?:tren|nghe|coi|xem) (?:dai|ti vi|tivi|bao|mang|phim)|phim|dau hieu|la gi|la sao|khac nhau
    bac si|y ta|di kham|kham benh|thay bim|con (?:cho|meo|ga|bo|heo|chim|buom|vet)|long chim|man hinh
    dien thoai|may tinh
""")
