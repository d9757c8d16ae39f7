"""Families of words for `families`: what is spoken of, wanted, threatened or promised, folded, between bars.

A word may belong to several; what each family and each two of them are worth is learned (`python -m bench.leanings`).
"""

FAMILIES = {
    "office": """cong an | canh sat | vien kiem sat | toa an | can bo | uy ban | phuong | xa | ubnd | co quan |
        thue | bao hiem xa hoi | bhxh | hai quan | nha nuoc | so tai nguyen | dia chinh | dai uy | trung ta |
        thieu ta | thuong uy | csgt | cuc | so | phong chinh sach | mot cua | hoi chu thap do""",
    "bank": """ngan hang | vietcombank | agribank | bidv | vietinbank | techcombank | mb | sacombank | acb | vpbank |
        tpbank | vcb | tcb | the tin dung | the ngan hang | the atm""",
    "firm": """dien luc | evn | nha mang | viettel | vinaphone | mobifone | tong dai | buu dien | shipper |
        giao hang | shopee | lazada | tiki | cong ty | nhan vien | cham soc khach hang | nhan hang | luat su""",
    "care": "bac si | benh vien | co giao | giao vien | nha truong | truong | y ta | hieu truong | chu nhiem",
    "stranger": """nguoi ta | co nguoi | nguoi la | so la | ho | no | tui no | bon | co anh | co ong | co co |
        co cau | co chu | ong kia | anh kia | co kia | thang kia | dua nao | anh ay | anh ta | ai do | xung |
        tu xung | ban quen | quen qua mang | quen tren mang""",
    "kin": """me oi | ba oi | ong oi | bo oi | ngoai oi | noi oi | con day | chau day | con ne | chau ne | con trai |
        con gai | chau noi | chau ngoai | con dau | chong | vo""",
    "say": "bao | keu | bieu | noi | dan | nhan | goi | dien | nhac | goi dien | nhan tin",
    "force": "doi | bat | ep | hoi | yeu cau | de nghi | hoi thuc | thuc | bat buoc | phai",
    "threat": """doa | ham | de doa | keo | khong thi | neu khong | dung trach | tung len | tung | phat tan | kien |
        cuong che | tam giu | lenh bat | bat giam | truy na | tat son | ap giai | khoi to | bi phat | phat""",
    "cut": """khoa | cat | ngung | dong bang | phong toa | vo hieu | huy | thu hoi | xoa | tam dung | gian doan |
        mat quyen | het han | het hieu luc | cat dien | bi khoa | gioi han""",
    "crime": """ma tuy | rua tien | vu an | chuyen an | duong day | pham toi | lua dao | trieu tap | dieu tra |
        ho so pham phap | lien quan | vi pham | toi pham""",
    "pay": """chuyen | chuyen khoan | ck | nop | dong | nap | tra | thanh toan | gui tien | chuyen tien | ban tien |
        dong tien | nop tien | tra tien | rut tien | chuyen lai | chuyen gap | lo""",
    "first": """truoc | coc | dat coc | phi | le phi | tam ung | ung truoc | giu cho | giu suat | phi ho so |
        bao hiem khoan vay | phi giu | dong phi | chung minh tai chinh | ky quy | thue""",
    "borrow": "muon | vay | cho vay | muon tien | vay tien | muon do | giai ngan | duyet vay",
    "code": """ma | otp | ma otp | con so | so vua | day so | sau so | 6 so | ma xac nhan | ma xac thuc | ma so |
        may so | chu so""",
    "pass": "mat khau | pass | dang nhap | ten dang nhap | tai khoan dang nhap | password | dang nhap lai",
    "give": "doc | cho xin | dua | cung cap | gui lai | nhan lai | chup | khai | dien | nhap | cho muon | xin | gui",
    "idcard": """can cuoc | cccd | cmnd | chung minh | so do | so tiet kiem | ho khau | giay to | chan dung |
        so the | so tai khoan | stk | so tk | tai khoan""",
    "face": "khuon mat | quet mat | sinh trac | quay mat | goi video | camera | chia se man hinh | man hinh | video",
    "link": """link | duong link | duong dan | trang | web | bam vao | bam vo | truy cap | click | quet ma | ma qr |
        qr | quet | ma vuong | o vuong""",
    "app": "app | ung dung | phan mem | apk | tai | cai | file | tai ve | tai app | cai dat | tap tin",
    "chat": """zalo | telegram | ket ban | nhom | inbox | ib | messenger | tele | facebook | phay | nick | acc |
        tiktok | tinder""",
    "hide": """bi mat | giu kin | khong noi voi ai | dung noi | cam | mot minh | khong duoc noi | khong bao |
        khong cho ai biet | khong tiet lo | giau | dung bao | dung cho | khong dam | ra khach san | nha nghi |
        thue phong | khong duoc bao | khong cho | dung tat may""",
    "hurry": """gap | khan | ngay | trong ngay | hom nay | trong hom nay | toi nay | lien | keo het | sau 2 gio |
        tieng nua | phut nua | han chot | ngay lap tuc | nhanh | cuoi cung | truoc 17h | truoc 20h | suat cuoi |
        con it | chi con""",
    "win": """trung thuong | trung | qua | nhan qua | thuong | tang | tri an | mien phi | hoan tien | hoan |
        tro cap | ho tro | boi thuong | nhan tien | duoc nhan | hoc bong | tang luong | nang luong | free |
        chuc mung""",
    "profit": """lai | loi nhuan | sinh loi | thang | hoa hong | thu nhap | chac thang | gap doi | kiem tien |
        luong | von | bao lo""",
    "invest": """dau tu | chung khoan | co phieu | tien ao | san | coin | lenh | keo | nha cai | choi | xoc dia |
        danh bac | lo | de | so dep""",
    "work": """viec nhe | viec | cong tac vien | ctv | tuyen | nhiem vu | tha tim | like | follow | danh gia |
        xu ly don | ban thoi gian | tai nha | ranh""",
    "love": """lam quen | yeu | thuong | nguoi yeu | my | syria | anh | phi cong | ky su | bac si quan | vali |
        thung qua | hai quan | cuoi""",
    "nude": """anh nong | clip | hinh | anh | khoa than | khoe than | ao tam | do boi | coi do | coi nguoi |
        xem nguoi | ghep | ghep hinh | clip nong | nude | tam""",
    "wrong": "nham | lon | chuyen nham | gui nham | gui lon | ban nham | lo | sai | loi | nhay vao",
    "broken": """khong nghe may | khong goi duoc | mat may | hu may | roi nuoc | hong | mo mo | giong khac |
        tat may | cup may | roi tat | so moi | doi so | mat vi""",
    "stuck": """khong rut duoc | rut khong duoc | moi cho rut | rut ra | khong cho rut | muon rut | de rut |
        chan luon | chan so | mat hut | mat luon""",
    "injury": """tai nan | cap cuu | mo | vien phi | te | nga | ngat | ngo doc | chan thuong | bi bat | bi giu |
        bao lanh | danh nhau | tong xe | tong""",
    "cure": """thuoc | chua | benh | dut diem | bach benh | khoi han | lieu trinh | may rung | massage |
        kham mien phi | sap mu | gia truyen""",
    "cheap": """gia re | giam | thanh ly | xa kho | gia goc | khuyen mai | sale | tour | combo | ve | phong |
        resort | homestay | ve may bay""",
    "game": "game | skin | kim cuong | robux | nick game | free fire | lien quan | roblox | vat pham | garena",
    "parcel": "don hang | kien hang | buu pham | goi hang | hang | bo hang | gui hang | cod | don",
    "known": """nhu moi thang | nhu moi lan | nhu thuong le | nhu nam ngoai | quen | cu | tai khoan cu |
        nha van hoa | tru so | tai quay | truc tiep | ra quay | kinh moi | tran trong | cam on | khong thu phi |
        mien phi tai | nhan hang roi tra | xem hang | tai cua hang | tu choi | lich | thong bao""",
    "advice": """canh giac | canh bao | de phong | tuyet doi khong | khong lam theo | bao cong an | khong bam |
        khong cung cap | khong chia se | dung | nho | luu y""",
    "asks": """lam sao | the nao | o dau | sao con | sao chau | duoc khong | co phai | la gi | cach | chi bac |
        giup bac | bao nhieu""",
    "calm": """khong gap | khong sao | roi do | luc nao cung duoc | khong can | khong voi | dung lo | khoe | vui |
        ve nha | toi nha | com | cho | di cho | an com""",
}
