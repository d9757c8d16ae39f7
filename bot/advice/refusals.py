"""What is never answered here, and what is said instead: kindly, and with the person who can help."""

from enum import Enum

from bot.advice import prying, wants
from bot.advice.spoken_cues import cue, words_of
from bot.translations import mark

_MEDICINE = cue(r"""
    (?:uong|tiem|boi|lieu|ke don|toa|mua)<gap> <drug>
    (?:don|ten) <drug>
    <drug><far> (?:uong|tiem|lieu|may vien|mg|ml|chua|tri|khoi)
    (?:bao nhieu|may) (?:mg|ml|vien|don vi|giot|goi thuoc)
    (?:may|them|nua|mot|hai|ba) vien<any>
    lieu (?:ibuprofen|thuoc|dung)<any>
    (?:be|tre|con|chau)<far> (?:sot|ho|tieu chay|non|phat ban)<far> (?:uong gi|cho uong|lam sao)
    ke (?:don|thuoc)
    paracetamol|ibuprofen|khang sinh|insulin|metformin|aspirin|thuoc ngu|thuoc ho|lieu dung|uong siro|chan doan benh
    (?:sot|ho|dau bung|dau dau|dau khop|huyet ap)<far> uong (?:gi|chi|thuoc)
    (?:dose|dosage) of
    medicine
    (?:co nen|nen|duoc|muon|dung) (?:bo|ngung|doi|uong them) thuoc<any>
    (?:chich|tiem)<far> (?:may|bao nhieu) mui
    (?:bi|mac|la) benh gi
""")
_BETTING = cue(r"""
    (?:so|lo|danh|ghi|choi) de(?= (?:hom|toi|mien|nay|chuan|dep|dau|duoc|nao|bua|chieu)|$)
    ca do(?= (?:o|bong|tran|tren|qua|online)|$)
    lo to|soi cau|so xo|xo so|tai xiu|ca cuoc|danh bai|bai doi thuong|ban ca an tien
    keo (?:bong|toi|nha cai|tran|chap|mu)<any>
    (?:ty le keo|ty le cuoc|ti le keo|ti le cuoc|bat cua tren|bat cua duoi|nha cai nao|rut tien nhanh)<any>
    (?:danh|ghi|bat) (?:con|so) (?:gi|may|nao)
    mo thay<far> (?:so|con) (?:may|nao|gi)
    dai<gap> ra (?:con|so) (?:gi|may|nao)
    (?:cap|cau) lo|lo xien|nuoi lo|bat cua nao|cua nao an
    so dep de danh|cho so trung|bach thu|xo so mien|casino|lottery|betting|odds
""")
_INVESTING = cue(r"""
    <asset><far> (?:len|xuong|tang|giam)<gap> (?:hay|khong|chua|nua)<any>
    <asset><far> (?:mua|ban|vao|om)<gap> (?:may|bao nhieu|luc nao|khi nao|chua|duoc chua)
    (?:nen|co nen) (?:mua|ban|vao|om)<gap> <asset>
""")
_POLITICS = cue(r"""
    dang nao (?:tot|gioi|manh|cam quyen)<any>
    (?:nen|co nen|che do) da dang
    ung ho (?:nga|my|trung quoc|ukraine|dang)<any>
    dang cam quyen|bau cho ai|nen bau|bo phieu cho ai|tong bi thu|chu tich nuoc|dang cong san
    thu tuong<gap> (?:gioi|tot|nao)
    hoang sa|truong sa|bieu tinh|tham nhung|chinh tri|phan dong|lat do
    (?:chinh phu|nha nuoc|chinh quyen|quoc hoi)<far> (?:dung hay sai|sai hay dung|lam dung|lam sai)
    (?:ukraine|israel|gaza)<gap>
    chien tranh<far> (?:dung|sai|thang|thua)
    who should i vote<gap>
    politics
    bau cu<far> (?:ai|gach|chon)
    gach ten (?:ai|nguoi nao)
    (?:dang|chinh phu|nha nuoc|chinh quyen|sap nhap)<far> (?:dung hay sai|sai hay dung)
    (?:bi thu|chu tich|bo truong|thu tuong)<far> ai (?:gioi|tot|hay|dung)<any>
    theo phe nao
    di (?:bieu|bao) tinh
    (?:dao|ton giao) nao<gap> (?:tot|dung|hay|linh)<any>
    dao \S+ hay (?:la )?dao \S+
    (?:viet|soan|dang)<gap> bai<gap> (?:che|chui|boi nho|boi xau|noi xau)<gap>
""")
_OTHERS = cue(r"""
    (?:so dien thoai|so can cuoc|so cccd|sdt|dia chi|dia chi nha) cua <somebody>(?! toi| minh| chau| cong an)<any>
    (?:ngay sinh|luong|benh an) cua <somebody>(?! toi| minh| chau)<any>
    (?:so|sdt) cua (?:co|thay|ong|ba|anh|chi(?! nhanh)) \S+
    (?:tim|tra|cho|xin)<gap> (?:dia chi nha|so can cuoc|so cccd|dia chi)(?: cua)? <somebody>
    (?:doc trom|xem trom|nghe len)<gap> <other>
    (?:doc trom|xem trom|nghe len)<gap> cua <somebody>
    theo doi (?:dien thoai |tin nhan |vi tri )?(?:cua )?<other>
    (?:doc|xem|kiem tra) (?:trom )?(?:tin nhan|zalo|facebook|vi tri)(?: zalo| facebook)? cua <other>
    dinh vi<gap> <other>
    <other>(?: toi)? dang o dau
    xem ai dang nhan tin<far>
    nhan tin voi (?:nguoi yeu|vo|chong|ban trai|ban gai)<any>
    (?:lay|xem|biet|do) mat khau<gap> cua <other>
    dia chi nha <somebody><any>
    bien so<far> cua ai
    chu cua<gap> bien so<any>
    tra duoc so dien thoai|tu bien so xe
    xem(?: \S+){0,3} (?:ho so|giay to|thong tin) cua (?:nguoi khac|nguoi ta)
    danh sach<far> (?:so dien thoai|ho ngheo|can cuoc|nguoi dan)
    cua ai<gap> nha o dau
    ai la chu<gap>
    (?:ong|ba|anh|chi|co|chu) \S+(?: \S+){0,3} (?:dang |con )?no (?:ngan hang|tien|ai|bao nhieu)<any>
    (?:xem|coi|doc|kiem tra|biet)<gap> (?:chong|vo|nguoi yeu|ban gai|ban trai)<gap> nhan tin<far>
""")
_FRAUD = cue(r"""
    <write><gap> (?:tin|tin nhan|kich ban|trang|trang web|web)<gap> <false><any>
    <write><gap> (?:bien lai|bill|can cuoc|giay to|bang cap|bang lai)<gap> <false><any>
    <write><gap> (?:app|thu|email|loi|cau chuyen)<gap> <false><any>
    (?:cach|muon|chi<gap>|huong dan<gap>|day<gap>|giup<gap>|lam sao) (?:hack|chiem|danh cap)<gap><any>
    (?:cach|muon|chi<gap>|huong dan<gap>|day<gap>|lam sao) lua (?:duoc|tien|nguoi|gat|dao|lay)<gap><any>
    (?:cach|muon|chi<gap>|huong dan<gap>|day<gap>|giup<gap>|lam sao) (?:lay cap|lay otp|pha khoa|be khoa)<gap><any>
    (?:cach|chi|huong dan|day)<gap> lay (?:otp|ma otp|mat khau|tai khoan) (?:cua )?(?:nguoi|ban|ho|khach)<gap>
    (?:mua|thue|cho thue|can ban) (?:lai )?(?:tai khoan ngan hang|sim rac|can cuoc|giay to gia|thong tin khach)<gap>
    tai khoan ngan hang rac
    (?:lay|chiem|vao|mo) (?:nick|zalo|facebook|tai khoan|may|dien thoai)<gap> cua (?:nguoi khac|nguoi ta|ban be)<any>
    hack (?:wifi|zalo|facebook|nick|tai khoan|dien thoai)<gap>
    (?:soan|viet|nghi)<gap> (?:tin|tin nhan|bai)<far> (?:du|lua|moi chai|gat)<gap>
    lam (?:bang|chung chi|giay|can cuoc|so do)<gap> gia bao nhieu
    lam gia (?!(?:dinh|tri|ca|vi) )\S+(?: \S+){0,3}
    dong vai hacker<far>
    (?:cach|muon|chi<gap>|huong dan<gap>|lam sao)<gap> (?:qua mat|lach|danh lua)<gap><any>
""")
_FRAUD_ANYWAY = cue(r"""
    (?:cach|chi|huong dan|muon|can|lam sao)<gap> lam<gap> (?:giay|bang|toa|benh an|the)(?: \S+){0,4} gia<end>
    khai (?:gian|man)<gap>
    tron (?:thue|nghia vu)<gap>
    (?:muon|thue|dung|xai|lay) (?:can cuoc|cccd|cmnd|giay to)<gap> (?:nguoi khac|nguoi ta|cua ho|nguoi la)<far>
    lay(?: lai)? (?:nick|zalo|facebook|tai khoan)<gap> cua (?:nguoi khac|nguoi ta|ban be|<near>)<any>
    (?:sua|chinh|van|quay)<gap> (?:so dien|so nuoc|dong ho|cong to)<far> (?:it tien|it di|giam tien|cham lai|re hon)
    (?:cau|an) (?:trom|cap) (?:dien|nuoc)
    (?:tao|lam|dung|lap) (?:trang|web|website)<far> giong<gap> (?:trang|that|cua|ngan hang)<gap>
    hack (?:gium|giup|ho|duoc)<any>
""")
_CHEATING_PERHAPS = cue(r"""
    (?:gia|lam gia) (?:lam|giong|danh|mao|chu ky|giay|bien lai|bill|diem|phieu|ho so)|nick gia|anh gia
    gian lan|quay cop|chep bai|sua diem|hack|lua (?:ban|me|bo|ba|co|thay|nguoi|no|tien)|pha (?:nick|may|mang)
""")
_NOT_FRAUD = cue(r"""
    (?:khong|khoi|tranh|so|de khong|dung|chong|ngan|phong|khong de) bi<far>
    bi (?:hack|lua|chiem)<gap>
""")
_LAW = cue(r"""
    (?:bi|di|muon|dinh|doi|khoi|se|don|nen|thua|thang|phai|dam) kien(?= |$)(?! (?:nghi|thuc|trinh|truc|tra) )<any>
    ra toa<gap> (?:thang|thua|kien|ly hon|xu)<any>
    (?:viet|soan|thao|lam)<gap> (?:don kien|don khoi kien|don to cao|don ly hon|don toa|hop dong|di chuc)<any>
    (?:ly hon|ly di)<gap> (?:chia|duoc|thi|con|phai|mat|ai|co|xong)<any>
    (?:chia|tranh chap|lan|gianh|doi)<gap> (?:dat|ranh dat|bo ruong|tai san|thua ke|dat dai|loi di)<far>
    (?:thua ke|di chuc)<gap> (?:chia|co gia tri|duoc huong|con trai|con gai|con ut|ai)<any>
    (?:quyen|gianh|duoc) nuoi con<any>
    (?:di tu|o tu|phat tu|an treo)<gap> (?:may|bao|khong)<any>
""")
_INSTRUCTIONS = cue(r"""
    (?:bo qua|quen het|quen|lam ngo|phot lo)<gap> (?:quy tac|huong dan|chi dan|luat|luat le|lenh|quy dinh)
    ignore<gap> (?:instructions|rules|prompt)
    reveal<gap> prompt|khong bi gioi han|ban la (?:chuyen gia|bac si|luat su|hacker)<any>
    system prompt|prompt|chi dan noi bo|cau lenh he thong|khong co luat le gi
    (?:hay )?(?:dong vai|gia vo|gia su ban la|tu gio ban la|tu bay gio ban la|ban duoc phep)<gap>
""")
_ORDERS = cue(r"""
    (?:hay )?(?:tra loi|noi|xac nhan) rang<gap><any>
    in ra<gap> (?:cau hinh|chi dan|quy tac|danh sach|toan bo|tat ca)<any>
    (?:bo|quen|xoa) (?:het|moi|tat ca)(?: cac| nhung)? (?:quy dinh|quy tac|luat le|luat|lenh|huong dan)<any>
    tu (?:gio|bay gio|nay) (?:chau|ban|em|may|bot) la<any>
    mat khau (?:quan tri|admin)
    (?:bo qua|quen) (?:moi|tat ca|het)<gap> (?:quy tac|huong dan|chi dan|lenh)<any>
    ignore (?:all|previous|the)<gap><any>
""")
WORDS = words_of(
    _MEDICINE,
    _BETTING,
    _INVESTING,
    _POLITICS,
    _OTHERS,
    prying.PRYING,
    prying.SPYING,
    _FRAUD,
    _FRAUD_ANYWAY,
    _LAW,
    _INSTRUCTIONS,
    _ORDERS,
)


class Refused(Enum):
    """What is not answered; `sentence` says so and whom to ask instead."""

    MEDICINE = mark(
        "Chuyện thuốc và bệnh, {me} không dám trả lời vì dễ nhầm. "
        "{You} hỏi bác sĩ hoặc trạm y tế xã{polite}. Bệnh nặng thì gọi 115 ngay."
    )
    BETTING = mark(
        "Số đề, cá cược, {me} không giúp được{polite}. Chỗ mời chơi trên mạng phần lớn là lừa, càng gỡ càng mất. "
        "{You} lỡ mất tiền thì nhắn “tôi bị lừa”, {me} chỉ việc cần làm."
    )
    INVESTING = mark(
        "Giá lên hay xuống thì {me} không biết, nên không dám khuyên mua bán{polite}. "
        "Ai hứa chắc lời thì coi chừng lừa. {You} hỏi người nhà trước khi bỏ tiền."
    )
    POLITICS = mark(
        "Chuyện này ngoài việc của {me} nên {me} xin không bàn. "
        "Muốn góp ý với chính quyền, {you} đến ủy ban xã{polite}. {Me} giúp được việc dùng điện thoại và tránh lừa đảo."
    )
    LAW = mark(
        "Chuyện kiện tụng, tranh chấp, {me} không dám trả lời vì dễ sai{polite}. "
        "{You} hỏi cán bộ tư pháp xã hoặc tổ hòa giải trong thôn. "
        "Trung tâm trợ giúp pháp lý của tỉnh giúp nhiều người mà không lấy tiền."
    )
    OTHERS = mark(
        "Thông tin riêng của người khác, {me} không có và không tìm giúp{polite}. "
        "Cần tìm ai vì việc gấp, {you} nhờ công an xã. Số của cơ quan thì nhắn “giúp” để xem."
    )
    SPYING = mark(
        "Xem lén, vào lén tài khoản hay máy của người khác là không đúng và trái luật, nên {me} không chỉ{polite}. "
        "Lo chuyện gì, {you} hỏi thẳng người ấy, hoặc kể với người nhà, thầy cô. "
        "Trẻ em bị nói xấu, bắt nạt thì gọi 111, có người nghe."
    )
    FRAUD = mark(
        "Việc này làm hại người khác nên {me} không giúp{polite}. "
        "Có ai ép {you} làm, {you} báo công an xã hoặc gọi 113. {Me} luôn sẵn lòng chỉ cách tránh lừa đảo."
    )
    INSTRUCTIONS = mark(
        "{Me} chỉ trả lời những điều đã có người duyệt, ai bảo khác cũng vậy{polite}. "
        "{You} hỏi về điện thoại, giấy tờ trên mạng hay tránh lừa đảo thì {me} giúp ngay."
    )

    @property
    def sentence(self) -> str:
        """The sentence, to be said in the reader's language."""
        return self.value


_KINDS = (
    (Refused.MEDICINE, _MEDICINE),
    (Refused.OTHERS, prying.PRYING),
    (Refused.OTHERS, _OTHERS),
    (Refused.BETTING, _BETTING),
    (Refused.INVESTING, _INVESTING),
    (Refused.POLITICS, _POLITICS),
    (Refused.LAW, _LAW),
    (Refused.INSTRUCTIONS, _ORDERS),
)


def refused(plain: str) -> Refused | None:
    """What of these a message in folded words asks for; instructions inside it change nothing of that. Help with fraud
    is refused whatever the other words tell."""
    if _FRAUD_ANYWAY.search(plain) or (_FRAUD.search(plain) and not _NOT_FRAUD.search(plain)):
        return Refused.FRAUD
    found = Refused.SPYING if spies(plain) else next((kind for kind, pattern in _KINDS if pattern.search(plain)), None)
    return None if wants.denied(wants.Want.REFUSED, plain) else found


def pries(plain: str) -> bool:
    """Whether the message asks to look at what is somebody else's own, whatever it wants looked at besides."""
    return spies(plain) or prying.PRYING.search(plain) is not None


def spies(plain: str) -> bool:
    """Whether somebody wants to read what is not his own without being seen."""
    return prying.SPYING.search(plain) is not None and prying.NOT_SPYING.search(plain) is None


def is_spied_upon(plain: str) -> bool:
    """Whether somebody fears that his own messages are read, and asks how to be safe."""
    return prying.SPIED_UPON.search(plain) is not None and prying.NOT_SPYING.search(plain) is not None


def told(plain: str) -> Refused | None:
    """Which of these is asked for, where all the words tell that one of them is; None where that is not clear."""
    if prying.SPYING_PERHAPS.search(plain):
        return Refused.SPYING
    return Refused.FRAUD if _CHEATING_PERHAPS.search(plain) else None


def instructs(plain: str) -> bool:
    """Whether the message tells the machine what it should be."""
    return _INSTRUCTIONS.search(plain) is not None
