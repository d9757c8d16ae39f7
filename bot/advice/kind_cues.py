"""How each kind of scam talks, as phrases (see `phrases`) of folded words: `!` before what nearly nobody else says, `?`
before what is telling only beside other things. In our own words, after the catalogue of kinds."""

CUES = {
    "H1": """combo ... khach san | tour ... gia re | combo ... gia re | thanh ly tour/ve | ?combo/tour ... # |
        ?coc .. giu cho | ?khong hoan coc | ve may bay gia re | tron goi ... coc""",
    "H2": """dung/muon .. dien thoai cua ban | dien_thoai/may .. hong/mat ... chuyen |
        doi so moi ... chuyen/muon/vay | goi video ... mo/giat/lac |
        giong het con/chau/em/anh/chi ... chuyen/tien/cup | ?cho .. muon/vay # | ?vay tam/nong |
        dang ket ... chuyen/muon/vay | muon/vay ... dang ket | mat vi ... chuyen | bi tai nan ... chuyen # |
        ?chuyen/vay/muon gap | ?chieu/toi/mai .. tra | ?khong noi chuyen duoc | cong an giu ... chuyen tien chuoc |
        may con/em/chau hong | so la ... xung .. con/chau/ban/em""",
    "H3": """thue_bao/sim ... bi/se khoa | thue_bao/sim ... chua chuan hoa | khoa .. hai/2 chieu |
        chuan hoa ... thue bao | thue_bao/sim ... cat lien lac | sim ... sai thong tin |
        ngung lien lac ... thue bao | thu hoi ... sim/thue_bao""",
    "H4": """gui hinh/anh .. chuyen khoan ... chua nhan/bao/co/ve | !anh bien lai ... giao hang |
        bien lai .. chuyen ... cham | chuyen khoan roi ... ngan hang .. cham |
        ngan hang ... cham ... giao_hang/gui | ?anh bien lai | chuyen roi ... chua bao/nhan/ve ... giao/gui hang""",
    "H5": """cap cuu ... chuyen | mo gap/khan | ?dang cap cuu | dong/nop vien phi | tam ung ... mo |
        chuyen ... vien phi | chuyen ... tam ung | tai nan ... vien phi | bac_si/benh_vien ... chuyen # |
        thay/co giao ... cap_cuu/tai_nan ... chuyen/tien""",
    "H6": """mau nhi | nguoi mau ... be/con/nhi | be ... binh chon ... nhiem vu | phu huynh ... lam nhiem vu |
        casting ... be/nhi""",
    "H7": """vay ... giai ngan ... phut/ngay/nhanh | giai ngan ... vay | !phi ... giai ngan |
        !dong/nop/chuyen ... giai ngan | vay ... khong .. the chap | vay ... no xau |
        vay tien nhanh/online/gap/nong | duyet vay |
        khoan vay ... duyet | !khoan vay ... dong bang | bao hiem khoan vay |
        sai so tai khoan ... dong_bang/mo_khoa/vay | ?ho so vay | vay ... chi can can cuoc | ho tro vay |
        cho vay ... lai suat thap | ?giai ngan | vay tin chap | vay tra gop ... phut/ngay""",
    "H8": """!no hu | !ban ca | !nha cai | !baccarat | !casino | !nap dau nhan/tang/thuong/hoan/duoc/# | ?nap dau |
        ca cuoc/do | cuoc ... mien phi | vong cuoc | vong cuoc | xo so online | da ga | choi ga | tai xiu |
        game bai | doi thuong | slot | !nap lan dau | nap # nhan # | hoan tra # | cuu thua | sieu hoan tra |
        tang # ... dang ky | dang ky ... tang # | nap rut | khuyen mai nap | nhan ... # ... dang ky | lo de online |
        tang tan thu | nap nhan | tang ... trai nghiem code | nap # tang | thuong nap | nap ... thuong | cuoc cao |
        dang ky nhan ngay # | code # ... nap/choi | rut tien .. # phut/giay | ?slot | choi ... rut |
        li xi mien phi | ty le cuoc | keo nha | the thao truc tiep""",
    "H9": """doi tai khoan ... ma_qr/qr | vao ma qr moi | ?chuyen .. tai khoan moi |
        tra cuu ... ho so tai | ho so ... bi loi ... dang nhap | cong dich vu cong ... dang_nhap/loi |
        ?dich vu cong ... bam/vao | tra cuu ... nhap ... can cuoc""",
    "H10": """dang nhap ... thiet bi la/khac | tai khoan ... khoa | tai khoan ... bi tru | phi dich vu ... tru |
        tam khoa ... tai khoan | dang ky ... quang cao ... tiktok | thu phi ... neu khong phai |
        tieu dung o nuoc ngoai | diem thuong ... het han |
        neu khong phai .. ban/quy/toi ... bam/vao/nhan/truy/dang | ?neu khong phai | kich hoat ... thiet bi la |
        dich vu ... toan cau | khac vung | ?xac thuc ngay | dang nhap ... nang cap | tai khoan ... bat thuong |
        ?doi diem ... qua | ?de huy | moi thang thu phi | tru phi ... huy | the ... bi khoa ... bam/vao/goi""",
    "H11": """chung khoan ... nhom/keo/thay/chuyen gia | bao ma ... co_phieu/mien_phi/moi ngay | ?ma co phieu |
        cam ket .. lai/loi nhuan | lai # ... thang/ngay/tuan | von .. gap ba/doi/muoi | !nhan lai ... moi ngay |
        moi ngay nhan lai | tien so/ao | ?gop von | ?forex | usdt | san vang | tien ao | ?dau tu ... loi nhuan |
        !rut ... nop thue | lai ... muon rut | khong lo lo | gioi thieu ... hoa hong | kinh doanh/mo_hinh da cap |
        tai khoan dau tu | san giao dich ... loi/lai | thay/chuyen gia ... co phieu | tai khoan tai chinh cua ban |
        nhom ... dau tu ... lai/loi/mien""",
    "H12": """luong cao ... campuchia/myanmar/lao/nuoc_ngoai | campuchia ... luong | viec .. campuchia | viec nhe |
        viec lam tai nha | lam .. tai nha ... # | cong tac vien ... don_hang/online/hoa_hong | tuyen cong tac vien |
        xu ly don hang | tha tim | like video | ?lam nhiem vu | thu nhap ... moi/# ngay |
        luong .. ngay ... zalo/telegram | kiem ... moi ngay | moi ngay ... kiem | kiem # .. ngay/thang |
        kiem tien ... nha/online/dien_thoai/don_gian | viec lam them ... zalo/nha |
        tien luong ... theo/hang/trong ngay | luong tra theo/hang ngay | tra luong ... ngay | nap ... nhiem vu |
        ban thoi gian ... luong/thu/zalo/telegram | tim .. cong viec | tuyen dung ... tai nha |
        tuyen nhan vien ... nha | don hang ... hoa hong | hoa hong ... don/nhiem/danh gia |
        danh gia ... khach_san/san_pham ... hoa_hong/tien/tra | dat hang ... nang cao | tang doanh so |
        thu nhap tu # | thu nhap # | ?khong can kinh nghiem | ?nhan viec | ?do tuoi # | ?tro ly tuyen dung |
        ?thoi gian ranh | ?tien trong ngay | ?chi can .. dien thoai | nhiem vu ... nhan tien""",
    "H13": """muon nick ... ma | nick zalo/facebook ... nhan ma | nhan .. ma binh chon |
        binh chon ... dang_nhap/link/ma/zalo/facebook | ?binh chon giup | facebook/zalo ... vo hieu hoa |
        vi pham tieu chuan cong dong | tai khoan facebook/zalo ... khoa/xac minh |
        ma ... zalo/facebook ... cho to/minh/toi/tui | trang ... bi khoa ... xac minh |
        zalo/facebook ... bi hack ... ma/chuyen/muon""",
    "H14": """!rua tien | lenh bat | trat tu an/lenh | giay trieu tap | lien quan .. vu an |
        lien quan ... duong day | duong day ... ma_tuy/toi_pham/lua | !tai khoan tam giu | !tai khoan an toan |
        cuong che ... zalo/hom/ngay | cong_an/canh_sat/can_bo/vien/toa ... khai bao ... zalo/qua/dien |
        ?lien quan ... ma tuy | buu pham/hang/kien ... ma_tuy/cam | chuyen ... kiem_tra/doi_chieu/xac minh nguon |
        khong .. tat may | ke khai tai san | lam viec qua zalo/dien |
        cong_an/vien/toa/dieu_tra ... chuyen tien/khoan/het | xung ... vien_kiem_sat/toa_an | ?xung .. cong an |
        ?co quan dieu tra | phong toa tai khoan ... chuyen/dieu | cong an ... so_tien/so_du ... ngan hang |
        bi truy na | khoi to ... zalo/chuyen""",
    "H15": """xa kho ... chuyen khoan/hang | chuyen khoan .. giam | chuyen tien ... ngoai san |
        khong .. nhan .. cod | khong cho xem/kiem hang | ?xa kho | ?hang hieu | ?chinh hang gia chi |
        mua ... ngoai san | giao dich ngoai san | gia chi # trieu ... chuyen khoan""",
    "H16": """gui/chup ... can cuoc ... mat | !thue .. can cuoc | thue ... mo tai khoan |
        mo tai khoan ... tra anh/em/chi/ban # | anh chan dung ... can cuoc | can cuoc ... anh chan dung |
        quet .. mat ... ho/giup/thue | mua/thue/ban tai khoan ngan hang | anh can cuoc | gui can cuoc |
        chup ... can cuoc | can cuoc hai/2 mat""",
    "H17": """chuyen nham ... tra/chuyen lai | chuyen nham ... vao/tai_khoan/cho | ?chuyen nham | tra lai .. kem lai""",
    "H18": """lay lai ... tien ... lua/treo/mat/mang | lay lai tien | !thu hoi ... tien/von ... phi | thu hoi # |
        !luat su ... cam ket | an ninh mang ... thu_hoi/lay_lai | hoan tien ... kich_hoat/lenh | lenh hoan tien |
        bi lua ... thu_hoi/lay_lai/ho tro ... phi/lien/zalo | ?tien bi treo""",
    "H19": """ma otp ... gui_nham/ve_may | gui nham ma | gui/nham ma ... vao/ve_may |
        ma ... vua .. gui/den/toi/ve/nhan | # so vua | xin .. ma | doc/nhan/gui .. ma ... gui_nham/vua/ve |
        doc .. ma/# so | nhan lai ... ma | gui lai ... ma""",
    "H20": """nghe may ... tru .. tien | dung nghe ... mat .. tien | dung nghe ... tru .. tien |
        nghe may .. mat ... tien | nghe may la mat | bat may ... mat/tru tien | goi la .. tru tien |
        ?chia se gap/ngay | nghe may .. tru ... tien | so nay goi .. dung nghe""",
    "H21": """lay lai ... nick/facebook | mo khoa nick/facebook/tai_khoan facebook |
        khoi phuc facebook/nick/tai_khoan facebook | rip nick | nick ... bi hack ... phi/mat_khau/phut""",
    "H22": """dong giup phi | ?phi long |
        ?dung luot qua | ?cuu mot/# mang | ?phuc duc | ?tich duc |
        hai quan ... giu/phi/dong | thung qua | goi qua ... dong/phi/thue | qua ... ket ... hai quan |
        dong/nop ... hai quan | trung thuong | !trung .. xe | trung giai | giai dac biet ... phi/nop/nhan |
        ?chuc mung ... trung | khach hang may man | nguoi dung may man | nop phi ... nhan giai/thuong/qua |
        quay so ... may_man/mien_phi | ky su .. dau khi | quan doi .. my |
        bac si ... my/nuoc ngoai ... qua/tien/yeu | chua gap lan/mat ... tien/dau_tu/chuyen |
        tinh co thay ... lam quen | ?lam quen ... telegram/zalo/whatsapp | do la ... hai_quan/phi/goi | luot quay |
        ?uu dai ... may man | khung gio vang | quen ... mang ... chuyen/dau_tu/dong""",
    "H23": """xem clip/video ... dang_nhap/bam | clip ... co_ban/mat_ban/mat | clip nong/hot/nhay_cam ... xem |
        dang nhap .. de/moi xem | ?clip nong""",
    "H24": """so de | cho so | lo de | cap lo | bach thu | soi cau | ?trung chia | tien loc ... so |
        so chuan ... hom nay | mua so ... phi""",
    "N1": """cap nhat ... gui file | file cai dat | bam cho phep het |
        sap nhap ... link/app/ung_dung/cap_nhat/cai/tai_ve/tai_app |
        vneid ... link/app/tai_ve/tai_app/cai/zalo/dong_bo/duong | cap nhat ... vneid | ?chua dong bo |
        dinh danh muc # ... link/app/tai_ve/tai_app/ha | canh sat khu vuc ... zalo/cai/link/tai_ve/tai_app/app |
        can bo xa/phuong ... link/app/cai/tai_ve/tai_app/zalo |
        cong an xa/phuong ... link/app/ung/cai/tai_ve/tai_app ... link/app/cai/tai_ve/tai_app |
        !cai/tai_ve/tai_app ... vneid ... link | app vneid ... link/duong | !app dich vu cong ... link/duong |
        du lieu can cuoc ... dong_bo/cap_nhat ... zalo/link""",
    "N2": """thue/vao/ra/o/den nha nghi/tro | thue/ra/vao/den khach san ... lenh/mot_minh/cho |
        quay video .. bi troi | !bat coc online | !chung minh trong sach |
        cat/tat lien lac ... bo_me/gia_dinh/nguoi_nha | khong .. noi ... bo me ... cong_an/can_bo/giam |
        cong_an/can_bo ... khong .. noi ... bo me | bat camera ... giam_sat/can_bo |
        xin bo me tien ... cong_an/can_bo | gia .. bat coc |
        !bi troi .. tay/chan/ngoi/nam | !khong thay mat con/chau/no/em | !bao cong an la/thi .. giet/chet/khong""",
    "N3": """phat nguoi | bien lai ... chua nop/xu/dong | bien lai vi pham |
        vi pham giao thong ... nop/bam/goi/truy/lien | tuoc bang | chua nop phat""",
    "N4": """cat dien ... quet/chuyen/bam/no/chieu/ngay | doa/se cat dien ... chuyen/quet/tien/neu | no tien dien |
        ma khach hang moi | dien luc ... zalo/app/cai/link/quet/chuyen |
        dong tien dien ... link/app/zalo/quet/quet ma | tien dien ... keo/neu ... cat""",
    "N5": """luong huu ... ma/otp/link/cap_nhat/doc | vssid ... khoa/link/tai_ve/tai_app/cap_nhat |
        bao hiem xa hoi ... link/tai_ve/tai_app/app/ma/otp/cap_nhat/zalo | quy bao hiem ... nhan/bam/link |
        nhan tien ho tro ... bam/link/vao | ho tro tu quy | tro cap ... link/bam/nhan .. de |
        bao hiem that nghiep ... bam/vao/link/nhan tien | chua nhan ... tro cap | tang luong huu |
        du dieu kien nhan tien""",
    "N6": """shipper/giao_hang/buu_ta ... chuyen khoan/tien ... nay/giup/tai_khoan/so | hang .. o cong ... chuyen |
        goi hoi vien | tai khoan hoi vien | !huy .. hoi vien | hoi vien ... moi thang |
        buu kien ... phi/link/cap_nhat/tai_ve/tai_app/khong_giao |
        don hang ... khong .. giao ... cap_nhat/link/dia_chi | cap nhat .. dia chi ... phi/tai_ve/tai_app |
        khong .. giao .. do dia chi | dia chi .. khong .. day_du/dung ... cap nhat""",
    "N7": """hoan thue | thue ... app/cai/link/tai_ve/tai_app .. link/ung/zalo/app |
        can_bo/cong_chuc/chi_cuc/co_quan ... thue ... link/app/cai/zalo/tai_ve/tai_app |
        hoa don dien tu ... cai/link/app | to khai thue ... link/app | etax ... link/cai/tai_ve/tai_app |
        truy thu thue ... zalo/link/chuyen | no thue ... chuyen/zalo/link""",
    "N8": """sinh trac hoc ... man_hinh/goi_video/mat/link/zalo/otp/ma/giup/lam cho | !chia se man hinh |
        khuon mat ... zalo/goi/can cuoc/nhin | goi video ... khuon_mat/xac thuc | ngan hang ... quay mat |
        ngan hang ... nhin vao | otp ... sinh trac | nang han muc | mo the tin dung ... phi/anh |
        ngan hang ... cho/gui/doc/xin/cung_cap .. so the | so the ... mat sau |
        nhan vien ngan hang ... otp/ma/mat_khau/zalo/link""",
    "N9": """sim 4g/5g ... ma/soan/nang/otp/doc | nang cap ... sim ... otp/ma/soan/huong/mien | len 5g/4g |
        doi esim ... ma/otp/nha | esim ... otp/ma/tai_ve/tai_app nha | nha mang ... ma/otp |
        sim ... het han ... ma/soan/doc | soan tin theo em | nang cap ... sim""",
    "N10": """quet ma .. qr ... nhan/voucher/dang/qua/thuong/tien | quet qr ... nhan/voucher/qua |
        qr ... trung thuong/voucher | quet ma ... nhan phieu/qua/tien""",
    "N11": """qua tet ... link/ma/tai_khoan/zalo/bam/so | nhan qua ... link/bam/tai_khoan | den on dap nghia |
        tien ho tro ... zalo/link/so the/otp/bam | duoc nhan tien ... link/zalo/bam/the |
        nguoi co cong ... zalo/link/the/bam""",
    "N12": """khong tra ... den/toi .. nha/truong/co_quan/cho |
        khong .. tra/thanh_toan/dong .. no/tien ... anh/ho_hang/nguoi_nha/facebook/boi | !ghep anh | ghep .. mat |
        !beu xau | boi nho | canh bao/cao lan cuoi | chiem doat tai san | !con no |
        khoan vay ... qua_han/cong_khai/thanh_toan/thong_bao | thanh toan khoan vay | tron tranh trach nhiem |
        bat hop tac | ban giao ho so | trung tam .. no | thong tin tin dung cic | nguoi than ... no ... anh/thanh |
        dua .. anh ... len mang/facebook | dang .. anh ... facebook/mang ... tra/no""",
    "N13": """robux | kim cuong mien phi | skin mien_phi/free | nick free/ff/lien/roblox |
        tang .. skin/robux/kim_cuong/acc/nick | ma ... dien_thoai/may cua/me/bo_me ... tang |
        !the ngan hang cua me/bo/ba | ma .. trong .. may/dien_thoai .. me/bo/ba | idol ... qua/the/chup |
        free fire ... dang_nhap/nhan | nhan kim cuong""",
    "N14": """anh rieng tu | anh/clip/video nhay cam | anh/clip/video nong/khoa_than ... tung/gui |
        tung .. len mang | tung clip/anh/video | khong chuyen .. # ... tung/dang/phat | gui .. anh ... xoa |
        cho .. xem nguc/vung_kin | chup .. khong mac | anh khoa than | anh khong mac""",
    "N15": """hoc bong ... chuyen/coc/phi/nop/chung minh | chung minh tai chinh | du hoc ... chuyen/coc |
        giay bao ... chuyen/phi/nop/coc | trung tuyen ... chuyen/phi/le phi | le phi giu cho""",
    "N16": """ve xe/tau/tet ... chuyen/coc/giu | ve .. cuoi ... chuyen/giu | cho thue phong ... coc/chuyen |
        coc 100 | chuyen khoan full | ?dip le/tet ... coc | ?giu cho ngay""",
    "N17": """chua bach benh | chua khoi han | !chua .. benh ... hoan tien |
        kham .. mien phi ... qua/may/giam/thuoc | hoi thao ... qua/mien_phi/suc_khoe/may | gia truyen |
        khong khoi hoan tien | thuoc ... chua .. khoi/dut | thuc pham chuc nang ... chua/giam/tri | khoi dut diem |
        may massage/tri_lieu ... giam""",
    "N18": """giay phep lai xe ... khong .. thi | bang lai ... bao dau | giay phep lai xe ... bao dau |
        lam bang lai/cap/gia | nhan lam .. giay to | lam giay to gia | lam .. bang cap | nhan lam .. can cuoc |
        bang .. dai hoc ... giao/lam/can cuoc/thi | bang lai ... khong .. thi | gai xinh/goi/ngoan | lam tinh |
        tinh mot/1 dem | ken gai | phuc vu tan noi | massage ... tu a | gai .. lam tinh | sex |
        sinh ly ... lien/khoai | henho | ban dam | checker | giay to gia | nhan lam ... giay_to/bang/giay_phep_lai |
        cavet""",
}
