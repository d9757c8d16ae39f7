"""How people speak of danger and of what was just given away, as patterns of folded words (see `spoken_cues`)."""

import re
from collections.abc import Mapping

from bot.advice.bodily_cues import STRICKEN, TOUCHED
from bot.advice.distress import Distress
from bot.advice.emergency import BLACKMAIL, FIRE, KIDNAP, LIFE, TRAPPED, Emergency
from bot.advice.spoken_cues import cue, words_of
from bot.advice.urgent import Lost

ASKS_FOR_NUMBER = cue(r"""
    so (?:nao|may|gi)
    bam so
    la so gi
    danh con (?:gi|nao|may)
    bao so
""")
NOT_LOST = cue(r"""
    (?:chuyen|gui|go|ck|khoan) (?:nham|lon)
    nham (?:so|tai khoan|nguoi|tien)
    lon so|neu|co nen|gia su|trinh bao|to cao|to giac|luat su|dich vu lay lai|cam ket lay lai|so bi|de khong bi
    lam sao (?:de )?(?:biet|khoi|tranh)
    bao o dau|bao ai|nguoi ta noi|nguoi ta don|nghe noi|nghe don|doi tra lai|nop don|cong an nao
    thue duoc khong|bien lai|game
    (?:yeu cau|bat|doi|bao|keu|giuc)<gap> (?:chuyen|nap|dong|gui)
    (?:khach|nguoi mua)<far> (?:chuyen|gui)
    chua (?:thay|nhan duoc|co) tien
    tien<gap> chua (?:ve|toi|den|vao|vo)
    chua thay bao|giai ngan
    (?:ma|otp)<gap> (?:vua|moi|da) (?:gui|nhan|ve)
    cai<gap> (?:app|ung dung) (?:cua )?(?:ngan hang|vneid|vssid|zalo|dich vu cong)(?! gia| la| rom| nguoi la)
""")
SHOWS = re.compile(r"\W*(?:tin|tin nhắn|tin nhan|nó nhắn|no nhan|họ nhắn|ho nhan)(?: này| nay)?\s*:", re.IGNORECASE)
TO_FAMILY = cue(r"""
    cho (?:con|chau|vo|chong|me|ma|bo|ba|ong|em|anh|chi)(?: gai| trai| toi| tui| noi| ngoai| em)* roi
    cho (?:con|chau|vo|chong|me|ma|bo|ba|ong|em|anh|chi)<gap> (?:muon|vay)
""")
REGRETS = cue(r"""
    lo|trot|dai dot|nghe loi|lua|gat|moi biet|no|ho|chung no|ke gian|chan (?:luon|so|roi|toi|tui|em)|lam theo|nguoi ta
    bi (?:lua|mat|tru|rut)|mat (?:het|tien|sach|trang|roi)|nguoi la|so la|link|duong dan|man hinh|tu (?:xa|chay|bam)
    cong an|can bo
""")
ASKS_FOR_HELP = cue(r"""
    (?:gio|bay gio|h|phai|biet) (?:lam sao|lam gi|lam the nao|tinh sao|sao day)
    lam sao (?:day|bay gio|gio|h)
    (?:cuu|giup) (?:toi|tui|em|con|chau|bac|ba|minh|voi)
    gio sao
""")
DONE_ANYWAY = cue(r"""
    <did><far> (?:chuyen|nap|dong|gui|lam theo)(?: \S+){0,6}? roi
    (?:lam theo|chuyen|gui|nap) (?:mat )?roi
""")

IN_THE_ROOM = cue(r"""
    (?:em|con|chau|minh|t|mk|to|e|tui|toi)<gap> (?:dang|o|trong|ngoi|tron|ra|vao|thue)<gap> <room>
    dang (?:ngoi|o|tron|bi)<gap> <room>
    thue phong<gap> roi
""")
NOT_IN_THE_ROOM = cue(r"""
    (?:con|chau|em)(?: gai| trai| ho| nho| be)* (?:cua )?(?:toi|tui|bac|nha|chi|anh|ba|ong)(?= |$)
    (?:ban|dua|thang|con be|be|no)<gap> (?:dang|ngoi|tron|thue|o)<gap> <room>
    sinh vien nha|bat coc con|dua chau|(?:em|anh|chi|chau) (?:gai|trai|ho)|con em(?! lo)|(?:me|ma|ba|bo|cha) dang bi
""")
OF_ANOTHER_CHILD = cue(r"""
    (?:con|chau|em|be|dua|thang)(?: gai| trai| be| nho| noi| ngoai)* (?:cua )?(?:toi|tui|minh|ho|nha|hang xom|phong ben)
    nha (?:ben|ke|hang xom)|hang xom<gap> danh con|hoc sinh|(?:con|thang|dua|chau|be) (?:be|nho|gai|trai)
""")

DANGERS: Mapping[Emergency | Distress, re.Pattern[str]] = {
    Distress.SELF_HARM: cue(r"""
        (?:khong|chang|chan) (?:con )?(?:muon|thiet) song(?: nua)?
        <really>muon chet|tu sat|ket lieu|chan song|song lam gi nua|khong song noi
        chet (?:cho xong|di cho roi|quach)
        (?:muon|dinh|tinh|se|chi|chac|thoi)<gap> uong <poison>
        uong <poison>(?: \S+){0,2} (?:cho xong|cho roi|cho chet|di cho|quach)
        (?:bao nhieu|may) (?:vien|vi|lo|lieu)<far> (?:ngu luon|khong day|khong tinh|chet)
        uong (?:het|ca) (?:vi|lo|hop) thuoc|want to die|kill myself|suicide
        khong ai (?:thuong|can) (?:em|con|chau|toi|tui|minh)
        (?:em|con|chau) (?:muon|dinh|tinh|se) bo (?:nha di|di khoi nha)
    """),
    Distress.CHILD_HARM: cue(
        r"""
        (?:so|mo|cham|dung) vao nguoi (?:em|con|chau)
        xam hai|hiep dam|cuong buc|lam nhuc|giao cau|bat em coi
        (?:bo|me|ba|duong|di|thay|co|chu|anh|ong)(?: giao| ghe| ke| duong)? <hits> (?:em|con|chau)(?: \S+){0,4}
        bi (?:bo|me|thay|co|duong)(?: giao| ghe| ke)? <hits>
        (?:em|con|chau) bi (?:so|so mo|so soang|sam so)|duong so (?:con|em|chau)|so soang (?:con|em|chau)
        (?:thay|chu|bac|ong|anh|duong|nguoi la)(?: \S+){0,2} (?:cu|hay|bat|doi|lai) om (?:em|con|chau)(?! cho)
        """
        + TOUCHED.strip()
    ),
    BLACKMAIL: cue(r"""
        (?:doa|khong thi|neu khong|khong (?:chuyen|gui|tra))<far> (?:tung|dang|rai|phat tan)<gap> (?:anh|hinh|clip)
        (?:doi|bat|nop|chuyen)<far> (?:<money>|tien)<far> (?:tung|dang|rai|phat tan)<gap> (?:anh|hinh|clip)
    """),
    KIDNAP: cue(r"""
        bat coc(?: \S+){0,3}
        (?:dang )?tron o nha nghi
        thue phong<gap> (?:tron|o mot minh)
    """),
    LIFE: cue(
        r"""
        bat tinh|ngat xiu|ngat roi|duoi nuoc|kho tho|dot quy|tai nan|chay mau nhieu|ngo doc|dien giat|co giat
        uong (?:nham |phai )?<poison>
        uong nham (?:thuoc|chai)
        ran can|(?:nga|te|truot)<gap> gay|khong tho duoc|ngung tho|me man
        (?:meo|lech) mieng|sui bot mep|mat tim (?:tai|ngat|lim|xanh)|nam bat dong|treo co|mau (?:phun|voi) (?:ra|thanh)
        (?:lay|goi|danh|cat day)<gap> khong (?:tinh|day)|ran (?:\S+ )?can|ra mau (?:nhieu|uot|dam)|liet nua nguoi
        not breathing|unconscious|bleeding badly
        (?:nga|te|xiu)<gap> khong (?:day|dung day|ngoi day|cua quay|nhuc nhich|thua|biet gi)(?: duoc| noi)?
        """
        + STRICKEN.strip()
    ),
    FIRE: cue(r"""
        dang (?:bi )?chay (?:lon|to|nha|rung)
        (?:nha|cho|kho|rung)<gap> (?:dang chay|bi chay|boc chay|chay lon|chay to|chay roi)
        boc chay|hoa hoan|no binh ga
    """),
    TRAPPED: cue(r"""
        mac ket|bi vui(?: lap)?|sap nha|nha sap|nuoc cuon|sat lo<gap> (?:vui|lap|de|can)
        (?:nuoc|lu)<gap> (?:toi|ngang|den|ngap|qua)<gap> (?:mai|noc|nguc|co|gac|tran|giuong)
        (?:ngoi|dung|leo|ket|o) (?:tren |len )?(?:mai|noc|gac)(?: nha| xep)?<far> (?:nuoc|lu|cuu)
    """),
    Distress.VIOLENCE: cue(r"""
        bi (?:chong|vo|no|con|chau) <hits>
        (?:chong|bo|ba|cha|duong)(?: toi| em| con| chau)?(?: hay| cu| lai| dang)* <hits> (?:me|ma|vo|toi|tui|em)
        (?:con (?:dau|re|trai|gai)|thang con|chau noi) (?:no )?(?:hay |cu |lai )*<hits> (?:toi|tui|bac|ba|me|ma|ong|bo)
        dang danh nhau|dam chem|cam dao|bi cuop|bi hanh hung|doa giet|trom vao nha
    """),
}
LOSSES: Mapping[Lost, re.Pattern[str]] = {
    Lost.APP: cue(r"""
        <did> (?:<one> )?(?:cai|tai|cai dat)(?: \S+){0,6}? (?:app|ung dung|phan mem|apk|file|tep)(?: \S+){0,3}
        cai (?:nham )?(?:cai )?(?:app|ung dung|phan mem|file)(?: \S+){0,3}? (?:roi|may tu chay|bi tru)
        may (?:toi |bac |em )?(?:tu chay|bi dieu khien|tu bam)
        chia se man hinh<far> (?:roi|lam theo)
        dieu khien may tu xa
    """),
    Lost.MONEY: cue(r"""
        <did><gap> (?:chuyen|gui|nap|dong|dat coc|coc|ck|quet ma|rut)(?: \S+){0,6}? <money>(?: \S+){0,3}
        <did><gap> (?:chuyen khoan|chuyen tien|gui tien|nap tien|dat coc)
        bi lua<far> (?:<money>|roi|chan luon|bien mat|mat roi)
        (?:toi|bac) bi lua
        (?:lay|mat|rut|tru|het) (?:het|sach|toan bo) (?:tien|so tiet kiem)
        tai khoan<far> mat (?:sach|het|trang)
        tien<far> (?:mat het|bi tru|bi rut|mat sach|khong canh ma bay|bay het)
        khong rut (?:ra )?duoc(?: tien)?
        (?:chuyen|gui|nap)<gap> <money>(?: \S+){0,3}? (?:roi|mat roi|xong no)
        (?:chuyen tien|gui tien|chuyen khoan) cho(?: \S+){0,6}? roi
        bi lua roi|vua bi lua|moi bi lua
        (?:chuyen|gui|nap|dong)(?: \S+){0,12}? lam theo (?:mat )?roi
        lo tin<far> (?:chuyen|gui)
    """),
    Lost.CODE: cue(r"""
        <did><gap> (?:doc|dua|gui|<gave>|nhap|noi|cung cap|khai|dien|go|bam)<gap> (?:ma otp|otp|ma xac thuc|ma xac nhan)
        <did><gap> (?:doc|dua|gui|<gave>|nhap|noi|cung cap|khai|dien|go|bam)<gap> (?:ma 6 so|6 so|ma so|ma trong|ma cho)
        <did><gap> (?:doc|dua|gui|<gave>|nhap|noi|cung cap|khai|dien|go)<gap> (?:mat khau|pin|so the|cvv|ma roi)
        (?:doc|dua|gui|nhap|khai|dien|go)<gap> (?:mat khau|pin|so the|cvv|ma otp|otp|\d+ so|ma)<far> roi$
        (?:doc|dua|gui|nhap) (?:ma|otp|mat khau|ma otp)<gap> cho<far> (?:roi|mat roi)
        <did><gap> (?:bam|nhap|dang nhap|dien|vao)<gap> (?:link|duong dan|duong link|trang gia|web gia)
        bam vao (?:link|duong dan|duong link)<far> (?:dien|nhap|go)
    """),
    Lost.PAPERS: cue(r"""
        <did><gap> (?:gui|chup|dua|cho)<gap> (?:can cuoc|cccd|khuon mat|guong mat|giay to|so ho khau)
        <did><gap> (?:quet mat|quay mat|nhin vao may)
    """),
}
# One of these words is in all that is listened for closely, and most messages have none.
TELLS_OF_HARM = cue(r"""
    song|chet|tu|sat|tay|hai|so|sam|hiep|cham|ep|doa|anh|hinh|bat|danh|bao|du|ru|doi|giet|nhot|giam|giu|che|nhay|bien|ket
    uong
""")
TELLS_OF_LOSS = cue("lo|trot|loi|lua|vua|da|mat|roi|bi|may|tu")
WORDS = words_of(*DANGERS.values(), *LOSSES.values())
