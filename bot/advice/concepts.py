"""What a message can speak of, as phrases (see `phrases`); `stories` tells what it means together."""

CONCEPTS = {
    "pay": """phai den # | chuyen .. qua so | chuyen/gui/ung/muon/vay/dong/nop/nap/dua .. # | chuyen khoan |
        chuyen tien | dong/nop/gui/chuyen/xin/muon/vay/ung .. tien | dong/nop/tra .. phi/phat/thue | lo tien |
        chay tien | boi thuong | tra .. # | chi # | mat # | giai quyet bang tien""",
    "statement": """lay loi khai | loi khai | khai bao qua | goi video | lam viec qua | phoi hop dieu tra |
        hop tac dieu tra | doi chieu qua | xac minh qua""",
    "virus": "nhiem virus | bi virus | ma doc | bi nhiem | bi xam nhap | loi bao mat",
    "pay-first": """nap # | dong # | ung # | coc # | dat coc | nop # | ung truoc | chuyen # .. de/vao |
        phi moi_gioi/ho_so/dao_tao | mua # .. truoc | chi can nap/dong | dong .. # lam""",
    "reward": """nhan lai # | nhan ve # | hoan lai | luong # | rut het | rut ra | lam tin | de kich hoat | de mo |
        mo lai | nhan hang | tra lai sau | duoc nhan # | thu ve #""",
    "return-soon": """lat/mai/toi/chieu/sang_mai/tuan_sau/mot_lat .. tra | lat/mai/toi/chieu .. gui lai |
        lat/mai/toi/chieu .. hoan | tra lai ngay | tra lien""",
    "phone-card": """mua .. the cao/nap/dien_thoai/game/viettel/vinaphone/mobifone/garena | mua .. # the | the cao |
        the nap""",
    "card-code": "gui .. ma | chup ma | chup .. ma | cao the | doc ma | gui ma | ma the | seri",
    "changed-account": "tai khoan moi | doi so tai khoan | tai khoan cu | so tai khoan moi | doi tai khoan",
    "frozen": "bi treo | dong bang | bi phong toa | mo lai tai khoan | bi dong bang | giam tien",
    "subscription": """dang ky goi ... huy | goi phim ... huy | goi hoi vien | tu dong gia han ... huy |
        goi bao hiem ... huy | goi dich vu ... huy""",
    "cancel-how": "goi 1900 | goi # | otp | link | chuyen khoan | gui ma | lien he #",
    "scholarship": "hoc bong | di du hoc | suat du hoc",
    "hide": """thue phong | thue nha nghi | ra khach san | vao nha nghi | ra nha nghi | thue khach san | di tron |
        o rieng""",
    "fortune": """van han | giai han | lam le | cung giai | xem boi | xem so | phong thuy | trung tang | bua |
        nguoi am | vong theo | thay cung""",
    "charity": "tu thien | quyen gop | keu goi giup | hoan canh kho khan | giup be | ung ho | manh thuong quan",
    "private-account": """tai khoan ca nhan | chia se gap | so tai khoan ... nguyen/tran/le/pham |
        chuyen ve tai khoan | stk me be | chuyen ngay""",
    "account-now": """chuyen .. tai khoan nay | vao tai khoan nay | vao so tai khoan | vao so nay | chuyen .. ngay |
        chuyen gap""",
    "or-else": """khong la | neu khong | khong thi | keo | la bi | se bi xoa/huy/phat/cat/khoa/duoi | bi xoa ten |
        bi duoi | bi huy""",
    "hot-line": """goi so | goi # | lien he so | lien he # | goi lai so | gap chuyen vien | gap nhan vien |
        tong dai vien""",
    "charged": "bi tru # | tru # | bi tru tien | phi duy tri | thu phi # | tru phi | bi tru phi",
    "benefit": """hoan phi | tang # | tang .. # trieu/suat | duoc duyet | da duyet | hoan tien | nhan tien |
        tro cap | duoc chon | trung tuyen | gui tien ve | giu tien | mien phi | ho so hoan | tien tu thien |
        quy tu_thien/bao_tro | duoc nhan | nhan # | uu dai | suat hoc | giu ho""",
    "official-man": """can bo | dia chinh | cong chuc | to truong | tinh nguyen vien |
        nhan vien thue/dien/ngan_hang/bao_hiem/nha_mang | canh sat khu vuc | cong an""",
    "customs": """gui ve .. thung | thung iphone | ben van chuyen | viet kieu ... gui | thong quan | hop qua |
        goi hang | hai quan | thung hang | thung qua | goi qua | qua tu nuoc ngoai | kien hang tu |
        buu pham quoc te | hang tu nuoc ngoai | gui qua ve""",
    "bank-data": """the ghi no | duy tri the | tai khoan ngan hang | thong tin the | the ngan hang | so the |
        mat khau ngan hang | internet banking | so du | ung dung ngan hang | app ngan hang | the tin dung | the atm""",
    "boss": "sep | giam doc | ke toan | doi tac | chu tich | truong phong | hieu truong",
    "urgent": "gap | khan | ngay lap tuc | ngay bay gio | trong # phut | lien tay | nhanh len | khong kip",
    "borrow": """muon tien | vay tien | muon # | vay # | muon tam | vay tam | ho tien | ung truoc | chuyen giup |
        chuyen ho | cho muon""",
    "odd": """tieng re | giong la | hinh mo | mat gia | giong gia | bi giat | khong nghe may | khong bat may |
        khong nghe dien | goi lai .. khong | nick la | tai khoan la | so la | ten nguoi khac |
        tai khoan nguoi khac | khong goi duoc | bi hack | nhan tin la""",
    "phone-debt": "no cuoc | cuoc dien thoai | no tien dien thoai | no phi | no hoa don | thue bao ... no",
    "keypress": """bam # | bam phim | nhan phim | bam so | phim # | soan tin | soan theo | gap nhan vien |
        gap cong an | gap tong dai""",
    "jail": """di tu | bi bat | bat giam | boi thuong | phai den # | ra toa | khoi kien | vao tu | ngoi tu |
        bi kien | cong an den""",
    "someone": """co nguoi .. goi/nhan/gui/xung | nguoi ta noi/bao/goi/nhan/doi | nguoi la | so la | tu xung |
        xung la | xung .. ben | ho noi | ho bao | ho doi | goi bao | goi noi | goi dien noi/bao | nhan tin bao |
        ai do goi""",
    "money": "# trieu/tr/nghin/ngan/k/ty/cu/dong/usd/do | tien",
    "new-number": """dien_thoai/may .. roi/rot nuoc | roi nuoc | rot nuoc | vao so nay cho |
        so nay cho con/em/chau | luu so nay | so nay la cua | so moi | doi so | sim moi | doi sim |
        mat dien_thoai/may | hong dien_thoai/may | dien_thoai/may .. hong/mat/hu/vo/roi/het_pin |
        muon may/dien_thoai | dung may/dien_thoai .. ban/nguoi | may/dien_thoai cua ban | so cua ban |
        tai khoan moi | nick moi | zalo moi""",
    "emergency": """cap cuu | tai nan | phau thuat | mo gap | vien phi | nguy kich | hon me |
        benh vien ... gap/ngay | gay chan/tay | dot quy | bi xe dam/tong | dang mo | ca mo""",
    "arrested": """bi bat | bi giam | bi tam giu/giam | cong an bat/giu | bao lanh | tai ngoai | o don cong an |
        gay tai nan | danh nhau""",
    "case": """don kien | thu giu | ho chieu gia | vu an | duong day | rua tien | ma tuy | truy na | lenh bat |
        trieu tap | khoi to | toi pham | hang cam | pham phap | vi pham phap luat | dieu tra | ho so vu |
        phong toa | lua dao ... lien quan""",
    "remote": """ket noi voi | ket noi may | truc tuyen | qua zalo/zoom/dien_thoai/video/telegram/skype/mang |
        goi video | bat camera | zoom | online | qua ung dung""",
    "secret": """bao mat | bi mat | giu kin | dung bao/noi/ke | khong duoc noi/ke/bao/tiet_lo/cho | cam noi |
        khong noi voi | khong cho ai biet | mot minh | khong tiet lo | dung de ai | dung cho .. biet | im lang |
        khong bao .. bo_me/gia_dinh/nguoi_nha""",
    "chat": """zalo | telegram | tele | whatsapp | viber | messenger | inbox | nhan tin rieng | ket ban |
        instagram | skype | line | vao nhom | moi .. nhom | nhom kin/hoc/rieng | keo .. nhom""",
    "loan": """rut tien .. the/vi | rut vi tra sau | dao han the | ung tien mat | can tien gap | la co tien |
        co tien ngay/lien | vay tien/von/nong/online/nhanh/tin/tieu/tra | khoan vay | giai ngan | cho vay | vay # |
        ho so vay | han muc vay | vay duoc | duyet vay""",
    "easy": """khong can gap | khong gap mat | chi can .. can cuoc | cam can cuoc | duyet | lai suat # |
        lai suat thap | khong the_chap/tham_dinh | no xau | chi can can_cuoc/cmnd/cccd/so | # phut | nhanh chong |
        phi ho_so/bao_hiem/giai_ngan | khong giu giay to | ho tro vien | mo khoa""",
    "work": """danh gia # sao | viet danh gia | tang follow | tang tuong tac | tai nha ... # .. ngay/thang |
        dong goi .. tai nha | gap .. tai nha | gia cong tai nha | lam hang tai nha | viec .. tai nha |
        lam viec tai nha | viec tai nha | lam tai nha | cong tac vien | viec lam them | lam them | viec nhe |
        like .. bai/video/trang | chia se bai | tha tim | xu ly don | nhap lieu |
        danh gia san_pham/khach_san/ung_dung/nha_hang | don hang ao | part time | ban thoi gian | nhiem vu |
        chot don | dat don | tuyen .. online | cong viec online | viec online | theo doi kenh | viec .. dien thoai |
        xem video | don gian tai nha | kiem tien online | kiem them | kiem .. # .. trieu/tr/ngay/thang |
        chiec dien thoai | them thu nhap | thu nhap them | viec lam online | lam online""",
    "daily-pay": """# mot | # moi | tra # moi | nhan ve # | moi ngay # | # moi/mot ngay | # ngay | cuoi ngay |
        trong ngay | theo ngay | moi bai # | moi don # | moi luot # | hoa hong | nhan tien ngay/lien | tra lien |
        # moi bai/don/luot/nhiem | # trieu moi/mot/1/# thang | # tr thang | # trieu thang | thu nhap # |
        tien ve tay/lien/ngay | # mot bai/don/gio | # moi gio | rut tien ngay | luong # ... tai nha""",
    "top-up": "nap # | nap .. tien/von | nap truoc | ung truoc | nap them | dat coc | mua goi | kich hoat tai khoan",
    "prize": """trung thuong/giai/may/xe/iphone/vang/dien | qua tang | phan qua | voucher | may man | tri an |
        nhan thuong | giai thuong | nhan qua | phieu mua | trung # | tang qua | duoc tang | qua tet | suat qua""",
    "fee": """dong/nop/tra/chuyen ... phi chuyen/cong/xac/dich/bao/giai/ho/van/hai/lam/kich/bao_lanh/xu/giu/giao/ve |
        # phan tram phi | dong/nop/chuyen/tra/thanh_toan .. phi/thue/coc/le_phi | phi van chuyen/ship/ho/nhan/thue |
        tien ship | phi van chuyen | le phi | dong thue | tien thue | phi hai quan | phi xac""",
    "profit": """nhan ve # | dam bao von | an chia | lai von | loi/lai .. # | # phan tram | loi nhuan | sinh loi |
        nhan doi | gap doi/ba | lai suat .. ngay | cam ket lai | bao lai | loi # | # moi thang | # mot thang |
        thang chac | chac thang | rut bat | rut von""",
    "invest": """gop # | keo thom | gop von | dau tu | gop von | san vang/ngoai/giao/tien/forex/quoc | vao lenh |
        danh lenh | chuyen gia | co phieu | chung khoan | tien ao/so | bitcoin | coin | forex | von ban dau |
        nhom vip | ma co phieu""",
    "debt": """khong thanh toan | khong tra # | chua thanh toan | chua tra | con no | khoan no | tien no |
        no qua han | qua han # | vay .. qua han | chua tra no | tron no | khoan vay .. qua han | no # |
        vay # ... qua han | vay ben em/toi/minh | vay ... qua han | tre han | den han""",
    "debt-threat": """ve co quan | nguoi than | gui ho so | ho hang | danh ba | cho nguoi toi/den/xuong | tra thay |
        den tan nha/noi/cong | boc phot | dang anh/mat/thong | nguoi nha .. tra | bao cong ty | gui .. danh ba |
        lam phien | khong yen | dung trach | tu chiu | ra toa | goi cho nguoi than | ghep anh | gui anh""",
    "romance": """tam su | lam quen | tim ban | co don | gai que/xinh/tre/goi/moi | nguoi yeu | hen ho | trai xinh |
        em gai | khach nuoc ngoai | yeu xa | anh dau khi | bac si quan y""",
    "medicine": """thuoc bo | dau lung | dau khop | than kinh toa | giam can | tang chieu cao | trang da | moc toc |
        cai thuoc | tieu mo | xuong khop | tieu duong | huyet ap | dai trang | da day | ung thu | dong y |
        thao duoc | gia truyen | thuoc nam | bach benh | thuc pham chuc nang | lieu trinh | may massage | mat ngu |
        phuong thuoc | mo mau | viem""",
    "cure-sale": """mua # tang | uong # hop | het dau | la het | bo y te cap phep | tra lai tien | khong hieu qua |
        hieu qua | than toc | chi # ngay | dut diem | khoi han | khoi benh | cam ket khoi/dut | hoan tien | giam # |
        giam nua/gia | chi hom nay | ngay cuoi | tang kem | de lai so | so luong co han | mien phi van |
        kham mien phi | tri tan goc | khong tai phat | hieu qua ngay | uu dai""",
    "identity": """vneid | dinh danh | sap nhap | dan cu | can cuoc | ho khau | cu tru | dich vu cong | so ho khau |
        can cuoc cong dan | giay khai sinh""",
    "install": """file cai dat | gui file | tep cai dat | teamviewer | anydesk | ultraviewer | dieu khien tu xa |
        sua tu xa | gui .. phan mem | phan mem ... cai | cai dat ung dung | link | tai app | tai ung dung |
        duong dan | duong link | cai app | cai ung dung | apk | cai phan mem | ung dung moi | tai ve""",
    "fine": """phat nguoi | vi pham ... xe/toc_do/giao_thong/phuong_tien | phuong tien ... vi pham | bien lai |
        nop phat | dong phat | tien phat | loi vi pham""",
    "account": "zalo | facebook | fanpage | nick | tai khoan mang | tik tok | tiktok | instagram | gmail",
    "blocked": """se cat | cat sau | bi cat | cat dich vu | phat tan tin rac | dung phuc vu | ngung phuc vu |
        cat song | bi xoa | bi khoa | vo hieu | se xoa | se khoa | xoa vinh vien | khoa vinh vien | bi han che |
        vi pham ban quyen | bi bao cao | sap bi khoa | tam khoa | ngung hoat dong""",
    "confirm": "xac thuc | xac minh | dang nhap | xac nhan | khoi phuc | khang nghi | giu lai | cap nhat",
    "code": """ma otp | ma xac_nhan/xac_thuc/xac_minh/kich_hoat | otp | ma # so | ma vua | day so | ma bao mat |
        ma so .. gui | ma gui ve | ma pin | ma sau so | # so cuoi""",
    "hand-over": """doc .. cho | doc .. ma | doc giup | gui lai | nhan lai |
        cho em/anh/minh/toi/chau/con/to/chi .. ma | cho .. xin .. ma/otp | cung cap | chup .. ma | chup man hinh |
        bao lai | chuyen tiep .. ma | doc ma | doc otp | gui ma | nhap ma .. trang/link""",
    "deposit": """full tien | chuyen full | thanh toan full | tra full | dat coc | chuyen coc | coc # | coc truoc |
        tien coc | coc mot nua | coc giu | chuyen truoc | thanh toan truoc | tra truoc | chuyen khoan truoc""",
    "booking": """ban ve | ve concert | ve bong da | ve xem | ve su kien | phong | ve xe/tau/may/tet | homestay |
        villa | tour | combo | khach san | resort | nha nghi duong | ve may bay | ve xem""",
    "goods": """giu hang | iphone | hang hieu | chinh hang | xa kho | thanh ly | dien thoai cu | xe may cu |
        giu cho | gia re | sale | flash | dien thoai gia re | hang xach tay""",
    "pressure": """nhieu nguoi hoi | ban nguoi khac | het hang | suat cuoi | khong coc | chi con | hom nay |
        nhanh tay | khong nhan .. cod | khong cho kiem | khong hoan""",
    "school-luck": """hoc bong | di du hoc | du hoc nuoc_ngoai/han/nhat/uc/my/duc/singapore/toan_phan |
        trung tuyen | giay bao nhap hoc | visa | xuat khau lao dong | don hang nhat/han | thuc tap sinh""",
    "id-photo": """can cuoc hai mat | anh can cuoc | mat truoc mat sau | chup can cuoc | anh chan dung |
        chup .. mat .. can cuoc | anh cmnd | chup giay to | quet khuon mat""",
    "rent-account": """muon can cuoc | muon cmnd | muon giay to | thue tai khoan | mua tai khoan | ban tai khoan |
        mo tai khoan .. ho/giup/thue | cho thue .. tai khoan/can_cuoc/sim | thue can cuoc | mo ho tai khoan""",
    "game": """robux | kim cuong | skin | acc game | nick game | free fire | lien quan mobile | roblox | minecraft |
        vat pham game | nap game | the game | tai khoan game | quan huy""",
    "game-take": """mat khau | ma .. me/bo/ba | the .. me/bo/ba | dang nhap | gui acc | dien thoai .. me/bo/ba |
        cho muon nick | may cua me/bo | nap the | mua the cao | link""",
    "private-photo": """anh ghep | ghep anh | ghep mat | hinh ghep | clip ghep |
        anh nhay/rieng/khoa/nong/nude/khong | clip nhay/nong/sex/rieng | video nhay/nong/rieng | anh nude | coi ao |
        khoe than | anh khong mac | hinh khoa than | khong mac do | chup hinh rieng""",
    "blackmail": """gui cho co_quan/chong/vo/nguoi_nha/ca_nha | khong dua/chuyen/tra .. # |
        khong dua/chuyen .. tien | gui anh .. cho | tung len/ra | dang len |
        gui cho ban_be/gia_dinh/bo_me/ca_lop/ca_truong | phat tan | xoa lien/ngay | giu bi mat | khong ai biet |
        khong thi | neu khong | chuyen # | gui anh""",
    "recover": """da tim thay | tim thay tien | bi lua ... nhan lai | lay lai tien | thu hoi tien/von/no/so |
        lay lai so tien | hoan lai so tien | lay lai von | doi lai tien | thu hoi # | treo tien""",
    "promise": """dong # | de nhan lai | cam ket | luat su | chuyen gia | phi | uy tin | # phan tram |
        an ninh mang | hacker | bao lay | lien he | zalo | khong thanh cong | dich vu | hop dong""",
    "mistake": "chuyen nham | gui nham tien | ck nham | chuyen sai",
    "give-back": """chuyen lai | tra lai | hoan lai | gui lai | chuyen tra | chuyen sang tai khoan khac | kem lai |
        kien | kien ra""",
    "parcel": """don hang | buu pham | buu kien | kien hang | goi hang | shipper | giao hang | buu ta | hang cua |
        buu cuc""",
    "parcel-wrong": """chua co nguoi nhan | sai dia chi | khong giao duoc | giao .. khong thanh cong | bi giu |
        thieu thong tin | khong du thong tin | xac nhan | phi | chuyen khoan | hoi vien | thieu dia chi""",
    "to-account": "vao tai khoan | so tai khoan | vao so | tai khoan nay | stk | qua tai khoan | vao stk",
    "biometric": """sinh trac | khuon mat | nang cap the | han muc the | phi thuong nien | mo the | so the | cvv |
        sau the | mat sau the | the tin dung | nang han muc""",
    "help-line": """doc .. so | doc giup | cung cap | xin .. so | cho em/chau/anh/toi xin | goi video |
        chia se man hinh | gui .. anh | chup .. the | man hinh | huong dan .. thao tac | lam theo em""",
    "power": """doi dong ho | thay dong ho | thay cong to | dien luc | tien dien | cong to dien | hoa don dien |
        ma khach hang | dong ho dien""",
    "power-trick": """vao so tai khoan | vao tai khoan | lap ngay | dong phi | tinh nham | hoan lai/tien | zalo |
        quet ma | qr | link | app | cat dien ... chuyen/quet/dong/ngay | chuyen khoan | tai khoan ca nhan |
        dong ngay""",
    "sim": "sim | thue bao | so dien thoai cua | nha mang | esim | 4g | 5g",
    "pension": """luong huu | tro cap | bao hiem xa hoi | bao hiem y te | vssid | tien ho tro | nguoi co cong |
        che do | tien gia | ho ngheo | quy bao hiem""",
    "pension-trick": """otp | ma xac | so the | so tai khoan | link | tai app | zalo | cai | mat khau |
        can cuoc ... gui | gui .. can cuoc | bam vao | truy cap | dong phi""",
    "tax": """hoan thue | thue thu nhap | ho kinh doanh | hoa don dien tu | ma so thue | can bo thue |
        chi cuc thue | no thue | cuc thue | co quan thue | to khai""",
    "tax-trick": """link | tai app | cai app | cai ung dung | zalo | otp | so the | so tai khoan | duong dan |
        truy cap | chuyen khoan | tai ve""",
    "qr": "ma qr | quet qr | quet ma",
    "qr-gift": """nhan qua/tien/thuong/phieu/voucher | voucher | qua tang | trung | hoan tien | dang nhap |
        lien ket ngan hang | mien phi | nhan ngay""",
    "clip": "xem clip/video/anh | clip nay | video nay | lo clip | anh cua ban | video cua ban | clip cua",
    "clip-login": "dang nhap | bam vao | link | bam link | vao day | xem ngay",
    "lottery": """lo de | so de | bach thu | song thu | xien | dan de | cap so | con so | so dep hom nay | soi cau |
        chot so | lo to | cho so""",
    "lottery-pay": """chia doi | phi | tien le | chac | chuyen | nap | trung roi | cam ket | bao trung | mua so |
        xin loc | # so""",
}
