"""What a message can want of its reader, and how it presses, as phrases (see `phrases` and `stories`)."""

WANTED = {
    "pay": """phai den # | chuyen .. qua so | chuyen/gui/ung/muon/vay/dong/nop/nap/dua .. # | chuyen khoan |
        chuyen tien | dong/nop/gui/chuyen/xin/muon/vay/ung .. tien | dong/nop/tra .. phi/phat/thue | lo tien |
        chay tien | boi thuong | tra .. # | chi # | mat # | giai quyet bang tien""",
    "statement": """lay loi khai | loi khai | khai bao qua | goi video | lam viec qua | phoi hop dieu tra |
        hop tac dieu tra | doi chieu qua | xac minh qua""",
    "pay-first": """nap # | dong # | ung # | coc # | dat coc | nop # | ung truoc | chuyen # .. de/vao |
        phi moi_gioi/ho_so/dao_tao | mua # .. truoc | chi can nap/dong | dong .. # lam""",
    "return-soon": """lat/mai/toi/chieu/sang_mai/tuan_sau/mot_lat .. tra | lat/mai/toi/chieu .. gui lai |
        lat/mai/toi/chieu .. hoan | tra lai ngay | tra lien""",
    "card-code": "gui .. ma | chup ma | chup .. ma | cao the | doc ma | gui ma | ma the | seri",
    "cancel-how": """goi 1900 | goi # | otp | link | chuyen khoan | gui ma | lien he # | bam vao | truy cap | lien he |
        goi ngay | vao link | goi lai | gap chuyen vien | lam theo nhan vien | soan | nhan vien""",
    "hide": """thue phong | thue nha nghi | ra khach san | vao nha nghi | ra nha nghi | thue khach san | di tron |
        o rieng | nha nghi o | khoa cua | o trong phong | o mot minh | khach san | khong duoc ra khoi |
        khong ra ngoai | dong kin cua | dong cua phong | o khach san | khong duoc ra""",
    "private-account": """dai dien gia dinh | gui co/chu/chi/anh/em .. # | vao vi | tai khoan ca nhan |
         chia se gap | so tai khoan ... nguyen/tran/le/pham | chuyen ve tai khoan |
        stk me be | chuyen ngay""",
    "account-now": """chuyen .. tai khoan nay | vao tai khoan nay | vao so tai khoan | vao so nay | chuyen .. ngay |
        chuyen gap""",
    "or-else": """khong la | neu khong | khong thi | keo | la bi | se bi xoa/huy/phat/cat/khoa/duoi | bi xoa ten |
        bi duoi | bi huy""",
    "hot-line": """goi so | goi # | lien he so | lien he # | goi lai so | gap chuyen vien | gap nhan vien |
        tong dai vien""",
    "bank-data": """the ghi no | duy tri the | tai khoan ngan hang | thong tin the | the ngan hang | so the |
        mat khau ngan hang | internet banking | so du | ung dung ngan hang | app ngan hang | the tin dung | the atm""",
    "urgent": "gap | khan | ngay lap tuc | ngay bay gio | trong # phut | lien tay | nhanh len | khong kip",
    "borrow": """muon tien | vay tien | muon # | vay # | muon tam | vay tam | ho tien | ung truoc | chuyen giup |
        chuyen ho | cho muon""",
    "keypress": """bam # | bam phim | nhan phim | bam so | phim # | soan tin | soan theo | gap nhan vien |
        gap cong an | gap tong dai | khieu nai bam""",
    "money": "# trieu/tr/nghin/ngan/k/ty/cu/dong/usd/do | tien",
    "remote": """ket noi voi | ket noi may | truc tuyen | qua zalo/zoom/dien_thoai/video/telegram/skype/mang |
        goi video | bat camera | zoom | online | qua ung dung""",
    "secret": """bao mat | bi mat | giu kin | dung bao/noi/ke | khong duoc noi/ke/bao/tiet_lo/cho | cam noi |
        khong noi voi | khong cho ai biet | mot minh | khong tiet lo | dung de ai | dung cho .. biet | im lang |
        khong bao .. bo_me/gia_dinh/nguoi_nha | cong an mang bao | bi mat quoc gia | dung hoi co giao | khoi noi |
        dung ke | dung noi me/bo/ai | bat camera | mo camera | me dung hoi | tat ca ngay | khong cho biet |
        ai hoi thi noi | cam hoi | nghe suot | mo suot | de dien thoai | bi mat voi cong an | dieu tra bi mat |
        khong duoc tat""",
    "chat": """zalo | telegram | tele | whatsapp | viber | messenger | inbox | nhan tin rieng | ket ban | instagram |
        skype | line | vao nhom | moi .. nhom | nhom kin/hoc/rieng | keo .. nhom""",
    "top-up": "nap # | nap .. tien/von | nap truoc | ung truoc | nap them | dat coc | mua goi | kich hoat tai khoan",
    "fee": """dong/nop/tra/chuyen ... phi chuyen/cong/xac/dich/bao/giai/ho/van/hai/lam/kich/bao_lanh/xu/giu/giao/ve |
        # phan tram phi | dong/nop/chuyen/tra/thanh_toan .. phi/thue/coc/le_phi | phi van chuyen/ship/ho/nhan/thue |
        tien ship | phi van chuyen | le phi | dong thue | tien thue | phi hai quan | phi xac | fee # | pay fee |
        dong fee | pay # | pay truoc | pay giup | help anh pay | dong # tien bao dam | tien bao dam | dong # .. bao |
        xac minh chu tai khoan | chuyen # xac minh""",
    "debt-threat": """ve co quan | nguoi than | gui ho so | ho hang | danh ba | cho nguoi toi/den/xuong | tra thay |
        den tan nha/noi/cong | boc phot | dang anh/mat/thong | nguoi nha .. tra | bao cong ty | gui .. danh ba |
        lam phien | khong yen | dung trach | tu chiu | ra toa | goi cho nguoi than | ghep anh | gui anh | tat son |
        goi het dong_nghiep | chui | noi lam viec | chung dang | dan anh | bop nat | nguoi tham chieu | truy tim |
        reo/reu .. ho_hang/ten | goi .. co quan | boi nho | khung bo | dong nghiep | den lam viec | cho nguoi den |
        lam to chuyen | dung hong yen | in dan | dan khap | rai khap | phat o truong | goi het | cat ghep | ghep hinh |
        ghep xong | bao ai cung vo | bao cong an cung""",
    "cure-sale": """mua # tang | uong # hop | het dau | la het | bo y te cap phep | tra lai tien | khong hieu qua |
        hieu qua | than toc | chi # ngay | dut diem | khoi han | khoi benh | cam ket khoi/dut | hoan tien | giam # |
        giam nua/gia | chi hom nay | ngay cuoi | tang kem | de lai so | so luong co han | mien phi van | kham mien phi |
        tri tan goc | khong tai phat | hieu qua ngay | uu dai""",
    "install": """file cai dat | gui file | tep cai dat | teamviewer | anydesk | ultraviewer | dieu khien tu xa |
        sua tu xa | gui .. phan mem | phan mem ... cai | cai dat ung dung | link | tai app | tai ung dung | duong dan |
        duong link | cai app | cai ung dung | apk | cai phan mem | ung dung moi | tai ve""",
    "confirm": "xac thuc | xac minh | dang nhap | xac nhan | khoi phuc | khang nghi | giu lai | cap nhat",
    "code": """ma otp | ma xac_nhan/xac_thuc/xac_minh/kich_hoat | otp | ma # so | ma vua | day so | ma bao mat |
        ma so .. gui | ma gui ve | ma pin | ma sau so | # so cuoi | tin nhan .. so vua | tin nhan .. may so |
        may so .. doc | may so vua | # so .. gui | gui code | cai ma | ma .. tin nhan | # so gui | ma so vua | sau so |
        # chu so | ma kich hoat | ma xac""",
    "hand-over": """doc .. cho | doc .. ma | doc giup | gui lai | nhan lai | cho em/anh/minh/toi/chau/con/to/chi .. ma |
        cho .. xin .. ma/otp | cung cap | chup .. ma | chup man hinh | bao lai | chuyen tiep .. ma | doc ma | doc otp |
        gui ma | nhap ma .. trang/link | forward | chup cho .. tin nhan | doc con/chau/em/tui/anh/minh nghe | doc cho |
        gui .. lai | dua .. ma | xin .. ma | gui con/chau/em/minh/anh/tui .. ma | gui qua cho | doc lai |
        nhan lai cho""",
    "deposit": """full tien | chuyen full | thanh toan full | tra full | dat coc | chuyen coc | coc # | coc truoc |
        tien coc | coc mot nua | coc giu | chuyen truoc | thanh toan truoc | tra truoc | chuyen khoan truoc |
        gui truoc | dat truoc # | gui tien giu | ck truoc | gui giu cho | chuyen phi giu | coc het |
        chuyen # phan tram | chuyen # giu | gui coc | coc xong | ai chuyen truoc | chuyen truoc em giu | chuyen 70 |
        chuyen 50""",
    "pressure": """nhieu nguoi hoi | ban nguoi khac | het hang | suat cuoi | khong coc | chi con | nhanh tay |
        khong nhan .. cod | khong cho kiem | khong hoan""",
    "id-photo": """can cuoc hai mat | anh can cuoc | mat truoc mat sau | chup can cuoc | anh chan dung |
        chup .. mat .. can cuoc | anh cmnd | chup giay to | quet khuon mat""",
    "rent-account": """muon can cuoc | muon cmnd | muon giay to | thue tai khoan | mua tai khoan | ban tai khoan |
        mo tai khoan .. ho/giup/thue | cho thue .. tai khoan/can_cuoc/sim | thue can cuoc | mo ho tai khoan""",
    "game-take": """mat khau | ma .. me/bo/ba | the .. me/bo/ba | dang nhap | gui acc | dien thoai .. me/bo/ba |
        cho muon nick | may cua me/bo | nap the | mua the cao | link""",
    "blackmail": """gui cho co_quan/chong/vo/nguoi_nha/ca_nha | khong dua/chuyen/tra .. # | khong dua/chuyen .. tien |
        gui anh .. cho | tung len/ra | dang len | gui cho ban_be/gia_dinh/bo_me/ca_lop/ca_truong | phat tan |
        xoa lien/ngay | giu bi mat | khong ai biet | khong thi | neu khong | chuyen # | gui anh | doa gui/tung/dang |
        tung len | muon .. xoa | gui .. cho thay_co/ban_be/ca_lop/bo_me/phu_huynh | xoa thi chuyen | dua # |
        nap the cho no | cho ca | dang len lop | lop em xem | ca lop xem | quay man hinh | khong chuyen # |
        khong chuyen .. thi""",
    "promise": """dong # | de nhan lai | cam ket | luat su | chuyen gia | phi | uy tin | # phan tram | an ninh mang |
        hacker | bao lay | lien he | zalo | khong thanh cong | dich vu | hop dong | an phi | dong thue | nop # | phi # |
        dong phi | phi truoc | van phong luat | tra 10 | # phan tram truoc""",
    "give-back": """chuyen lai | tra lai | hoan lai | gui lai | chuyen tra | chuyen sang tai khoan khac | kem lai |
        kien | kien ra | tra kem | doi tra | doi # | tra lai so | tra ca lai | nop lai | doi lai | ck lai |
        tra qua so | chuyen lai em | phan du""",
    "to-account": """vao tai khoan | so tai khoan | vao so | tai khoan nay | stk | qua tai khoan | vao stk |
        vo so tai khoan | vo so | vao so nay | ck em # | chuyen # vao | vo stk | chuyen # vo | chuyen .. # vao so |
        tai khoan la""",
    "help-line": """doc .. so | doc giup | cung cap | xin .. so | cho em/chau/anh/toi xin | goi video |
        chia se man hinh | gui .. anh | chup .. the | man hinh | huong dan .. thao tac | lam theo em | em lam giup |
        lam giup | ultraviewer | cho em vo may | nhin vao may | dua mat v | mo camera | bam cho le""",
    "power-trick": """vao so tai khoan | vao tai khoan | lap ngay | dong phi | tinh nham | hoan lai/tien | zalo |
        quet ma | qr | link | app | cat dien ... chuyen/quet/dong/ngay | chuyen khoan | tai khoan ca nhan |
        dong ngay""",
    "pension-trick": """otp | ma xac | so the | so tai khoan | link | tai app | zalo | cai | mat khau |
        can cuoc ... gui | gui .. can cuoc | bam vao | truy cap | dong phi""",
    "tax-trick": """link | tai app | cai app | cai ung dung | zalo | otp | so the | so tai khoan | duong dan |
        truy cap | chuyen khoan | tai ve""",
    "qr-gift": """nhan qua/tien/thuong/phieu/voucher | voucher | qua tang | trung | hoan tien | dang nhap |
        lien ket ngan hang | mien phi | nhan ngay""",
    "clip-login": """dang nhap | bam vao | link | bam link | vao day | xem ngay | bam vo | dang nhap coi |
        vo dang nhap | bam vo dang nhap""",
    "lottery-pay": """chia doi | phi | tien le | chac | chuyen | nap | trung roi | cam ket | bao trung | mua so |
        xin loc | # so""",
    "goods-now": """giao hang | gui hang | dua hang | lay hang | chat hang | cho .. lay may | lay may truoc |
        gui dien thoai | giao may | len xe | cho ship | ship luon | gui do | ship .. di | dua do""",
    "off-site": """khong .. cod | ngoai san | khong giao dich tren | ck thang | chuyen khoan .. bot/giam/duoc |
        thanh toan qua chuyen khoan | sau khi chuyen | khong doi tra | ck truoc | chuyen truoc | chuyen khoan truoc |
        gui truoc # | dat truoc # | chuyen tien truoc | thanh toan truoc | ck full | khong xem hang | chuyen du""",
    "chain": """chia se gap/ngay | lan truyen | gui cho moi | chuyen tin nay | gui tin nay | share gap/ngay |
        chuyen .. cho # nguoi | gui ngay cho | chia se cho | truyen tay | gui het cac nhom | gui cac nhom | gui het |
        bao cho moi nguoi""",
    "show-me": """gui anh/a/minh/cho | cho anh/a/minh .. xem/coi | goi video | quay clip/video | chup .. gui/cho |
        xem xong xoa | xoa lien/luon/ngay | chi minh | anh hua | nap the cho | cho the""",
    "other-account": """tai_khoan/account/stk/so cua ban/thay/co/nguoi | tai khoan .. khac | so .. khac |
        ten nguoi khac | ten khac | so ban con | tai khoan .. ten | so thay/co | tai khoan la | nguoi khac""",
    "cannot-talk": """tren may bay | dang day | chi nhan .. duoc | chi nhan tin |
        khong nghe may | khong noi chuyen | khong nghe .. duoc | dang hop | dang hoc | dung goi |
        khong goi duoc | may hong | hong loa | hu loa | mat tieng | goi khong duoc | roi cup | tieng re |
        hong man hinh | nhan so nay""",
    "kin-pay": """chuyen/gui/goi/ban .. it/chut tien | con/chau/em it/chut tien | ban cho con/chau/em # |
        gui/gui_lien/goi/goi_lien/ban/chuyen .. con/chau/em/no/giup/dum # | transfer |
        chuyen/gui .. giup .. # | gui lien | goi lien | gui gap | ban cho .. # | xin tien | ket tien | ba gui tien |
        me gui tien | chuyen tam""",
    "handle-online": """lam theo chau/con/em/huong | bam cai | bam vo | tai cai | dien vo | lam qua mang | lam dum |
        lam giup | bam link | bam vao | link | phan mem | ket ban zalo | nhap the | tai ve | tai app | app moi |
        qua zalo | duong dan | duong link | cai lien | gui .. ung dung | ung dung khai | bam vao dien | to khai |
        cai ung dung | goi lai cai | mo zalo""",
    "health-sale": """may tri_lieu/massage/rung | bo may | mua hop | hop sam | nem tu | nem tu truong | lieu trinh |
        mua kinh | thuoc ong | thuoc nay | hop thuoc | ep mua | du mua | mua may | bo san pham | thuoc gia truyen |
        phai dung | # hop | vien nghien/sui | ban hop/lieu |
        soi mat/tay/luoi/mong .. bao/noi/bi/ra | ghe massage | bo gay | ngoi # buoi | dung ngay # | dung # hop |
        may tri""",
    "bet-fee": """mua le | lam le | tien nhang | tien le | chia doi/nua/mot_nua | trung chia | trung nho |
        gui .. # mua | gui thay # | phi vip | tien dau | lai qua""",
    "scan": "quet ma | quet qr | ma vuong | quet dong | quet tra | ma qr",
    "pay-more": """nop # | nop them | dong them | nop .. thue | dong thue | nap them | nap truoc | nap # | dong # |
        dong phi | nop phi | nap .. moi | thieu # | con thieu | vay them | chay vay | xoay them | vay muon ai |
        thieu moi | nap # de | nap thu | ung truoc cho""",
    "pass": "mat khau | pass | password | dua .. email | email voi pass",
    "come-soon": """# tieng nua | lam viec voi | goi lai so | bam phim | khai het | noi may | noi sang |
        khong hop tac | rut so | rut het | gui qua | goi qua | khong duoc cup | cong an dan | dien thoai phai mo |
        khong duoc ra khoi | gap can bo | giu may | khai tien | mo tai khoan moi | chuyen het | bao lanh | chuyen # |
        khai tien gui | chuyen het tien""",
    "love-money": """gui tien mua | xin tien | nop vao | gop von | dau tu | dong giup | hai quan | thung qua | va li |
        gui qua ve | rut bay nhieu | muon tien | chuyen tien | giu ho | tien ve tham | phi van chuyen | nap vao |
        pay giup | tien va giay to | ben van chuyen | quy dau tu | fee""",
    "benefit-ask": """dong .. le_phi/phi | nop .. phi/tien | le phi | doc so the | so the | bam link | ket ban zalo |
        duong dan khai | thong tin the | ma so tren the | so tai khoan va | xac thuc the | nhan qua zalo | otp""",
    "fix-it": """den # | dong # .. go | dong # .. mo | ghi bien ban em | de lam em | cho em | bo qua cho | giup em lo |
        xu ly noi bo | mien giam | giam # phan .. neu | khoi bi phat | khoi mat""",
    "bet-invite": """vao/vo group/nhom/link/web | tai .. link | link em/anh/chi gui | dang nhap | mien phi | tang # |
        nap # | rut # | thang # | an # | choi ngay | code | hoan von | dat tay | cau dang dep | vao keo""",
    "contraband-sale": """ban | giao tan | ty le | lay lien | du loai | nhan lam | lam nhanh | coc | lien he | ib |
        bao dau""",
    "escort-call": "lh | lien he | zalo | goi chi/em/anh | ib | inbox | tai nha | # k | gia # | telegram | xem hinh",
    "lend-easy": """chi can cmnd/cccd/can_cuoc/so | khong the chap | lai thap | lai 0 | lh | gui truoc # | lam thu tuc |
        phi ho so | khong tham dinh | lai # phan tram""",
    "send-me": """chuyen toi/em/minh/thay/co/lien | xin so tien | dong truoc | gui gap | dung den truong | dung chay |
        chuyen lien | dong tien .. lien | vo so tai khoan | vao so | gui lien | chuyen # | nop truoc | ung truoc |
        chuyen tien .. mo""",
    "not-you": "neu khong phai | neu khong dang ky | khong phai ban | de huy | neu khong dong y | muon huy",
    "hidden-pay": """xin tien | xin # | chuyen tien | gui tien | chuyen # | bao gia dinh chuyen | xin bo me |
        rut so tiet kiem | rut tien""",
    "face-pay": """mua vay | mua san pham | dong # | phi ho so | coc trang phuc | nhiem vu | chuyen khoan | hoan lai |
        chuyen tien | dat coc | hoan tra""",
    "asks-around": "muon tien | vay tien | nhan khap noi | hoi vay | nhan vay | hoi muon",
    "to-me": """chuyen toi/em/anh | chuyen cho toi/em/anh/chi/con # | chuyen # cho em/toi/con |
        chuyen vao/vo so co/thay/nhan_vien/y_ta/chi/can_bo | dong em # | dong cho em # | ma ca nhan | quet gium em |
        gui coc chi/em/anh | coc em/anh/chi | em xu ly | xu ly trong em | em lo cho | em xoa bien ban |
        chuyen vo so cua | chuyen vao so cua""",
    "inside-number": "biet truoc | tien tin | mau ve | cung # | linh lam | bao so | dam bao | # cang | chac trung",
    "buy-for-me": """lay/mua/nhap/dat .. ho/gium/giup/dum .. them/# | mua ho | nhap ho | lay ho | dat ho | mua gium |
        lay gium | ung .. cho ben | ung truoc .. cho | ung tien .. mua | tra truoc cho ben | chuyen .. nha cung cap |
        chuyen .. ben cung cap | nha phan phoi | moi hang .. khac""",
    "group-talk": """nhom telegram/tele/kin | phong van .. telegram/tele | vao nhom .. phong van | nhom .. phong van |
        telegram/tele .. phong van""",
    "pay-back": """hoan tien kem | hoan lai kem | hoan tien .. thuong | hoan lai khi | hoan lai sau | se hoan lai |
        duoc hoan lai | hoan lai het | hoan du | tra lai khi nhan | hoan goc""",
    "far-off": """gui may bay | gui xe | gui tau | di nuoc ngoai | dinh cu | o nuoc ngoai | o xa | dich vu .. cung |
        ben van chuyen | don vi van chuyen""",
    "take-down": """go bai/xuong/giup/clip | rut bai | khong dang nua | hop dong truyen_thong/quang_cao |
        phi truyen thong | cho qua bai | dung bai""",
    "let-off": """khoi kiem tra | khoi phat | bo qua cho | khong bi dinh chi | bi dinh chi | ghi ten .. vao danh sach |
        khoi bi kiem tra""",
    "must-buy": """lay/mua # bo/cuon/binh/quyen | mua sach/tai_lieu/binh/bang | bo sach | bo tai lieu |
        giao tan noi thu tien | thu tien tan noi""",
}
