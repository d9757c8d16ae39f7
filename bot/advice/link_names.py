"""Names of links that are known to everybody who looks into such messages; as of 22/11/2026."""

# Whoever is behind one of these cannot be seen from the name.
_SHORTENERS_WORDS = """
    bit.ly tinyurl.com t.ly shorturl.at slim.link goo.gl is.gd cutt.ly rb.gy ow.ly s.id shorten.asia j.mp t.co
    rebrand.ly v.gd tiny.cc bom.so lnkd.in urlvn.net by.com.vn s.net.vn short.gy shrtco.de tny.im u.to
"""
SHORTENERS = frozenset(_SHORTENERS_WORDS.split())
# Ways into an app, given out by the makers of apps.
_APP_LINKS_WORDS = """
    page.link onelink.me onelink.to go.link app.link adj.st smart.link g.co goo.gle
"""
APP_LINKS = frozenset(_APP_LINKS_WORDS.split())
_CHATS_WORDS = """
    zalo.me t.me telegram.me telegram.org m.me wa.me whatsapp.com line.me viber.com
"""
CHATS = frozenset(_CHATS_WORDS.split())
# Endings that cost next to nothing, the usual home of throw-away pages.
_CHEAP_WORDS = """
    fun site online space website
    top xyz vip icu cfd cc club life win bid loan click buzz pw ws tk ml ga cf gq sbs cyou monster quest lol
    bond rest cam cn ru work world today fit wiki mom bar ink date men kim id.vn io.vn name.vn biz.vn one best
    bet casino games poker vin 6app nu su
"""
CHEAP = frozenset(_CHEAP_WORDS.split())
# What authorities call themselves and what is theirs, and so does whoever pretends to be one.
_OFFICES_WORDS = """
    dichvucong vneid vssid csgt bocongan congan baohiemxahoi bhxh thuedientu etax
"""
OFFICES = tuple(_OFFICES_WORDS.split())
# What only authorities do; strangers who help with it name themselves after it too.
_THEIR_WORK_WORDS = """
    phatnguoi hoanthue trocap nganhang canhsat
"""
OFFICE_WORDS = frozenset(OFFICES) | frozenset(_THEIR_WORK_WORDS.split())
# What throw-away pages tell their visitor to do, or promise; shops and offices are named after themselves.
_ASKING_WORDS_WORDS = """
    xacthuc xacminh xacnhan capnhat dangnhap nhanqua nhanthuong trungthuong quatang diemthuong doiqua hoantien
    hoantra hotro chuanhoa dongbo nopphat thuphi tracuu huydichvu huygiaodich giaohang giaolai binhchon sinhtrac
    kichhoat mokhoa login verify secure account support
"""
ASKING_WORDS = frozenset(_ASKING_WORDS_WORDS.split())
# What beside a bank's or an office's name leads to a page that asks for a password.
_ENTRY_WORDS_WORDS = """
    login signin dangnhap xacthuc xacminh xacnhan verify secure account capnhat sinhtrac kichhoat mokhoa
"""
ENTRY_WORDS = frozenset(_ENTRY_WORDS_WORDS.split())
