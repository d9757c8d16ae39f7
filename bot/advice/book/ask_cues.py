"""What messages ask for, threaten and promise, who they say they are, and what honest ones say (see `phrases`)."""

from bot.advice.signals import Signal

_GIVE = "doc/gui/cho/cung_cap/khai/xin/dien/chup/bao/doi/hoi/nhan/dua/noi/dem/lay"  # a secret changes hands
_HAND = "doc/gui/cho/cung_cap/khai/xin/dua/nhap/dien"

# Things that are asked for; the same words behind "không" or "đừng" are good advice.
ASKED = {
    Signal.SECRET: f"""{_GIVE} .. ma otp | {_GIVE} .. ma xac thuc/nhan/minh | {_HAND} .. mat khau |
        {_GIVE} .. ma #/bi_so | {_GIVE} .. # so vua | {_GIVE} ... so the | {_GIVE} .. cvv | {_GIVE} .. ma pin |
        {_GIVE} .. otp | {_GIVE} .. anh can cuoc | {_GIVE} .. can cuoc .. mat |
        {_GIVE} ... so tai khoan ... ma/the/mat | anh chan dung | quet/quay .. mat | {_GIVE} ... ma vua |
        {_GIVE} ... can cuoc cong dan ... the/ma/tai_khoan | {_GIVE} ... ma ... gui ve may | ma so mat sau |
        ba so mat sau | chup .. can cuoc | chup .. the | nhin vao may | {_GIVE} ... ma trong .. may/dien |
        so can cuoc ... so the | doc/nhan/xin/cho .. day so | doc .. may/nhung/cac so | doc .. sau so/con_so |
        so tren tin nhan | so trong tin nhan""",
    Signal.MONEY_FIRST: """dat/dong/nop/chuyen/gui .. coc | coc truoc | coc .. giu | dong/nop/tra phi |
        dong/nop/chuyen/tra .. # .. phi | dong/nop/chuyen .. phi ho/bao/giai/thue/mo/thong/kich/xac/cuoc/truoc |
        phi ho so | phi truoc | chuyen khoan truoc | chuyen tien truoc | nap # de | nap tien de/lam/vao |
        nap truoc | dong truoc | le phi ... chuyen/nop | nop thue ... rut/nhan/truoc | chung minh tai chinh |
        tam ung | mua the cao/dien_thoai | tra truoc # | chuyen .. de mo khoa |
        chuyen .. de/moi .. rut/nhan/mo/giai ngan | gui/chuyen/nop truoc # | chi nhan chuyen khoan |
        muon lanh/nhan/rut/lay ... dong/nop/chuyen/tra # | bat/doi .. # .. moi | # .. moi cho/duoc/lam/lay/rut/mo""",
    Signal.TRANSFER: """chuyen khoan ... tai_khoan/nay/ngay/gap/giup | nop/dong # .. vao .. tai khoan |
        nop/dong tien ... vao .. tai khoan | gui/nop/dong/chuyen/nap/ck # ... vao/vo/qua/sang .. tai_khoan/stk |
        chuyen tien ... tai_khoan/ngay/gap/neu/so/vao/sang | chuyen .. vao/sang/toi .. tai khoan |
        chuyen/gui .. gap | chuyen ngay | chuyen het | chuyen # trieu/nghin/ty | chuyen giup |
        doi/bat/bao/yeu cau ... chuyen tien/khoan | chuyen .. cho con/em/chau/minh # | vao so tai khoan nay |
        tai khoan ca nhan | thanh toan gap/ngay | quet ma ... thanh_toan/chuyen/tra |
        keu/bieu/bat .. chuyen/gui/nop/dong/nap/dua .. # | keu/bieu ... chuyen tien/khoan |
        gui # .. bitcoin""",
    Signal.MOVE: """ket ban zalo/telegram/facebook/viber/whatsapp | ket noi zalo | vao/keo/vo/moi .. nhom |
        nhom zalo/telegram/kin | add zalo/telegram | them zalo/telegram | lien he/lien .. zalo/telegram | zalo id |
        nhan tin .. zalo/telegram/facebook | lien he .. zalo | qua zalo | zalo # | tren telegram |
        telegram voi/cho | zalo ... de nhan/lam/duoc | nhan zalo | keo .. nhom""",
    Signal.APP: """tai/cai .. app/ung_dung/phan_mem ... link/duong/zalo/ngoai/gui | file apk | apk |
        dieu khien man_hinh/may/dien_thoai/tu_xa | chia se man hinh | link ... tai/cai .. app/ung/phan/ve |
        cai .. phan mem | teamviewer | anydesk | ultraviewer | cai/tai .. app .. moi | tai app |
        cho phep .. dieu khien | tai .. ung dung ve | cai app""",
    Signal.CLICK: """bam/nhan/click/an/vao/truy/kich .. link/duong | truy cap | bam vao | nhan vao | nhap vao |
        vao .. www | link nay/duoi/sau | duong link/dan | dang_nhap/vao .. http/https/www |
        dang nhap qua/tai/vao/ngay | tai http/https/www | xac thuc/minh .. tai | dang ky tai | vao link/day |
        bam link | dang nhap .. bam/de""",
}

# Threats, hurry, secrecy and promises mean what they say even behind "không".
SAID = {
    Signal.THREAT: """bi/se/tam .. khoa | vo hieu hoa | lenh bat | cat dien | cat lien lac | cuong che | khoi to |
        truy to | bi bat | phong toa | vi pham phap luat | chiu trach nhiem | hinh su | canh cao/bao lan cuoi |
        lan cuoi cung | qua han | het hieu luc .. neu | toi/se/bi kien | tung .. mang | khong .. duoc chap nhan |
        bi tru | se tru | phat tien | tuoc bang | neu khong se/hop/lam | keo bi/cat/khoa/mat/het | dung trach |
        mat quyen""",
    Signal.HURRY: """trong # gio/phut/h | trong vong # | trong 24h | sau # gio/phut | ngay hom nay | hom nay la |
        han chot/cuoi | gap | khan | truoc # | ngay lap tuc | ngay bay gio | chi con/hom_nay | trong hom nay |
        toi nay | ngay ngay | nhanh tay | so luong co han | suat cuoi | cuoi cung | nhanh chong | lien tay |
        ngay keo | chieu nay | trong ngay | lien""",
    Signal.SECRECY: """giu bi mat | giu kin | khong/dung .. noi .. ai/voi/bo/me/gia/nguoi/con |
        khong/dung/cam ke .. ai/cho | khong duoc ke | khong/dung .. cho .. biet | khong/dung .. tiet lo |
        cam .. noi/ke/tiet | giau .. nha/bo/me/gia/vo/chong/con | khong duoc tat may | khong .. cup may |
        tuyet doi giu | khong .. bao cho .. nha/bo/con | dung .. bao .. bo/me/nha/cong_an""",
    Signal.NO_CHECKING: """dung/khong/mien/khoi .. goi/hoi .. tong_dai/ngan_hang/so_cu/chu_dau_tu/nha_truong/tru_so |
        dung/khong/mien/khoi .. goi/hoi .. hang | dung/khong .. bao .. ngan_hang/tong_dai |
        chi nhan .. duoc .. dung goi | khong goi so cu | dung hoi o |
        hoi .. xin mien | nhan vien ngan hang .. hoi thi noi | ngan hang hoi .. noi/bao/thi""",
    Signal.TOO_GOOD: """trung thuong/giai | nhan thuong/qua | tang qua/ngay/# | hoan tien | mien phi | lai cao |
        loi nhuan | uu dai | voucher | qua tang | thuong #/nong | nhan ngay # | nhan tien | tien ho tro | may man |
        duoc chon | khong can the chap | thu nhap cao | luong cao | chuc mung | doi qua | cam ket | # ty""",
    Signal.STRANGER: """xung .. la | tu xung | xung .. cong/nhan/can/thay/co/ben/tong/bac/vien |
        nguoi la ... goi/nhan/xin/ket/bao | so la ... goi/nhan | nguoi ta ... bao/doi/bat |
        co nguoi/ong/ba/cuoc/so/co/chu/anh/chi ... goi .. bao/doi/noi/video/cho |
        goi cho toi/minh/chau/em/nha/me/bo ... bao/doi/noi/bat | khong quen ... bao/doi/xin""",
}

# Who speaks. Real ones never ask for what ASKED names by a message.
CLAIMED = {
    "kin": """me oi | bo oi | ba oi | ong oi | bac oi | co oi | chu oi | con yeu | con day | chau day | me day |
        bo day | la con .. day | ban cua .. con/chau/hung | con cua co/bac/chi""",
    "police": """cong an | canh sat | vien kiem sat | toa an | co quan dieu tra | dieu tra vien | dai uy |
        thieu ta | trung ta | c06 | a05 | co quan thi hanh an | an ninh dieu tra""",
    "office": """can bo xa/phuong/thue/bao/chinh/ubnd | uy ban nhan dan | chi cuc thue | cuc thue | co quan thue |
        tong cuc thue | bao hiem xa hoi | bo cong an | bo giao thong | bo y te | dich vu cong | cong chuc | vneid |
        vssid | hai quan | can bo""",
    "bank": """ngan hang | vietcombank | vcb | agribank | bidv | vietinbank | techcombank | mbbank | mb bank |
        sacombank | acb | vpbank | tpbank | shb | scb | hdbank | msb | vib | ocb | eximbank | seabank | hsbc |
        lpbank | digibank | the visa | momo | zalopay""",
    "telecom": "viettel | vinaphone | mobifone | vnpt | vietnamobile | nha mang | tong dai",
    "power": "dien luc | evn | cong ty nuoc",
    "delivery": "shipper | buu dien | vnpost | giao hang | buu ta | ghn | ghtk | viettel post | spx | j t express",
    "school": """giao vien | co giao chu/day/cua/lop/goi/bao/nhan/noi/be/chau/con/nao/oi/a | la co giao | thay giao |
        hieu truong | nha truong | bac si | benh vien""",
    "platform": """facebook | meta | zalo | telegram | tiktok | shopee | lazada | tiki | google | apple | youtube |
        ebay | amazon""",
}

# What those who look after people say.
WARNING = {
    "others": """bi lua | bi no .. lua/goi | bi goi | bi mat # | co bac/ba/ong/cu/nguoi/nguoi_dan bi |
        chieu moi/cu/thuc/lua | quang cao tren mang | triet pha | nhom lua | ke lua | ai nhan/goi/xin/bao/ru/doi/keu |
        trang web gia | tin nhan gia | cuoc goi gia | deu la gia | lua dao ... nguoi gia | doi tuong | ke gian |
        ke xau | ke lua dao | toi pham | di muon tien | bill gia | neu co ai | giuc ship | gia danh | mao danh |
        gia mao | thu doan | chieu tro | hinh thuc lua dao | nan nhan | deu la lua | lua dao gia | lua chuyen tien |
        suyt .. mat/bi/chuyen | co ke/dua | co nguoi .. xung/gia/gui/goi/di | may dua/nguoi goi/xung/no | no .. lua |
        lua dong/lay/nguoi/mat/lan | vua/da bat nhom/giu/doi/# | bat # nguoi | bay lua | tin gia | tin don |
        qua nhieu nguoi | nhieu nguoi nhan | tren ti vi | xem tivi | bao dang | doc bao | cu ba # | nguoi dan ong |
        mot nguoi | nguoi la | so la | link la | cong an gia/dieu_tra | trieu gia | gia giong |
        gia thay/cong/can/nhan/ngan/trang/shipper/giao | dich vu lay lai tien | tien mat tat mang |
        bi hack/chiem ... muon tien | la lua | lua dao het | chiem doat hon/# | khoi to # |
        ai tren mang | ai la hoi/xin/bao/ru/cho""",
    "advice": """nho dan | dan ky | dan hoc sinh/con/nguoi | nhac nguoi/con/nhau/bo/me/ma/phu | hay cup may |
        cu cup may | cup may ngay/lien/bao/goi/va/roi/la | cup lien | dan ca | dan con | dan chau |
        nhan con ... dung |
        goi lai so cu/cho/tren | khong tra loi | ke ngay cho co/bo/me/thay | bao ngay | khong mua | di kham tai/o |
        di kham o | hoi lai | goi so tren hoa | kiem tra ky | nhin ten | xoa di | nang cao canh giac | khong bam |
        can than | canh giac | khuyen cao | canh bao | de phong | tuyet doi khong | khong lam theo | khong cung cap |
        khong chia se | khong truy cap | khong chuyen tien | khong quet | khong cai | khong nap |
        khong nghe theo/loi/ke | khong gui | luu y thu doan | bao .. cong_an/co_quan/truong_thon/phuong | bao xa |
        bao cho/ngay/voi/len/lai xa | khong yeu cau | khong bao gio |
        khong goi dien | can kiem tra | hay goi | dung .. tin | khong tin | khong .. qua zalo | khong lam viec qua |
        khong .. duong link la | nhac cac con | khong ai | coi chung | dung co chuyen/nghe/tin/bam/cho/dua/lam |
        dung nghe/chuyen/quet/bam/doc/mua/dong/dua/lam/dai | dung cho .. biet | cung dung | thi dung | la dung |
        chi tra cuu | chi phat | khong co chuyen | khong co thuoc | co ai goi/nhan/xin/bao ... thi |
        ai goi/nhan/xin/bao ... thi | tat may va | goi 113/111/156 | chay toi/qua gap | khong ai la | de gat |
        thay tien ve | ke ra de | dung dai | biet ma tranh | cup cai | dung chuyen nha/nhe/nghe | nho coi | nho nhin |
        nho xem | la lua | bao so # | meo nhan biet | ne ra | dung .. chia se |
        phai ke cho/voi | ke cho/voi ba/me/bo/ma/thay/co/nguoi_lon | day tui/chung/tui_con/chung_con""",
    "public": """nguoi dan | ba con | de chi_em/anh_em | nhan dan | quy khach | khach hang | moi nguoi | phu huynh |
        cac cu | ong ba | ba con nhan dan | hoc sinh | cong dong | quy vi | chu ho | ca nha | may dua | hang xom |
        bo me | tre em""",
    "report": """co vu | chuyen cua chi/toi/minh | moi coi thoi su | doc bao | bi hack ... muon tien | triet pha |
        vua/da bat nhom/giu/# | bat giu | bat # | chiem doat hon/# | thu doan | cong an .. dang dieu tra |
        dang dieu tra | suyt mat/bi/chuyen | nan nhan | khoi to # | tin nhanh | canh bao | khuyen cao | tuyen truyen |
        vua bi lua | bi lua # | bi lua dao | bi lua mat | mat # .. vi | tin gia""",
    "never": """khong bao gio yeu_cau/goi/gui/hoi/xin/doi/nho/thu/bao |
        khong yeu cau .. cung_cap/doc/cai/chuyen/khach/nguoi | khong gui .. qua |
        khong goi dien .. yeu_cau/huong_dan/xin/hoi/doi | khong thu .. qua | khong nho ai thu""",
    "presses": """dang ky lay lai | ho tro .. thu hoi tien | ho tro nan nhan |
        lay lai/duoc tien cho | thu hoi von | chi can dong/nop | tu van rieng |
        canh bao/nhac/thong_bao lan cuoi | lan cuoi cung | chung toi nghi ngo |
        yeu cau ong/anh/chi | chia se gap/ngay/tin | chia se cho moi/#/ban_be/cac | gui cho moi/# | lan truyen |
        chuyen tin nay | gui tin nay | share gap/ngay/cho | truyen tay | gui ngay cho | gui tiep""",
}

# What only those say who already are in business with the reader.
SERVICE = """mat khau wifi | so du | sd # | du cuoi | gd # | nd | giao dich ... thanh cong | soan ... gui # |
        tu choi quang cao | tu choi qc | tc qc | chi tiet goi # | lien he # | chi tiet lien he # | la ma ... cua |
        ma .. la # | ma xac minh/thuc/nhan .. la # | hieu luc .. # phut | co hieu luc trong | khong chia se ma |
        khong cung cap ma | kinh bao | bao tri | data toc do cao | dung luong | goi cuoc | gia han | luu luong |
        tai khoan goc | tai khoan chinh | cuoc phi | cam on quy khach | tran trong cam on | tai quay | o quay |
        chi nhanh gan nhat | tai xuong | bao hiem day du | dong bao hiem | phong van tai | mien phi .. # phut |
        phut noi mang | sms noi mang | gb ngay | gb"""
