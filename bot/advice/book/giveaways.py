"""What gives a trick away whatever kind it is, as phrases (see `phrases`), and what a neighbour would say to it.

Read only where a message is suspected, and told from the top: what proves most stands first.
"""

from typing import NamedTuple

from bot.translations import mark


class Giveaway(NamedTuple):
    """Phrases that give a trick away, and a sentence to be said through `Words` beside the words of the message."""

    phrases: str
    why: str


_TELL = "noi/ke/bao/hoi/cho/de/khoe"
_THEIRS = "luat_su/nganh/cong_an/nhan_vien/can_bo/bac_si/nha_bao"
_ANYBODY = "ai/bo/me/ba/ma/cha/con/chau/vo/chong/nguoi_nha/gia_dinh/cong_an/ngan_hang/co_giao/thay_co/anh_em/nguoi_khac"
_RETURN = "tra/gui/hoan/chuyen/ck/nop lai"

GIVEAWAYS = {
    "code": Giveaway(
        """doc/gui/cho/dem/nhap/xin/dua/noi/bao ... ma/so/day_so .. ve/vua/toi/hien .. may/dien_thoai/anh/em |
        ma .. vua .. ve | # so .. ve .. may | doc .. # so | doc lai cho |
        chup .. man_hinh .. ma | # so gui/nhan/hien | doc lai ma |
        ma xac_nhan/xac_thuc/xac_minh/otp ... doc/gui/cho/chup | ma thi .. doc/gui | so thi .. doc |
        tin .. doc .. so | hoi ma | chup ... ma ... gui/qua""",
        mark("Mã nhắn về máy là chìa khóa tài khoản của mình. Ai hỏi cũng đừng đọc."),
    ),
    "password": Giveaway(
        "gui/dua/cho/nhap/dien/xin/doc .. mat_khau/pass/mk",
        mark("Đưa mật khẩu là họ vào lấy luôn tài khoản của mình."),
    ),
    "safe-account": Giveaway(
        """tai khoan an_toan/tam_giu/tam_thoi/giam_dinh/kiem_tra/bao_mat/bao_ve/trung_gian/nha_nuoc/kho_bac |
        tai khoan cua vien/co_quan/toa/cong_an | tam_giu/kiem_tra/xac_minh .. dong tien | rua tien ... chuyen""",
        mark("Không cơ quan nào nhận tiền của dân vào một tài khoản để kiểm tra hay giữ giùm."),
    ),
    "captive": Giveaway(
        "bi troi | tay .. troi | khong thay mat con/chau/no/em | bao cong an la/thi | dung bao cong an",
        mark("Cấm báo công an là vì họ sợ công an. Gọi 113 ngay, người ta tìm giùm. Hình, tiếng đều dựng được."),
    ),
    "no-asking": Giveaway(
        """dung/khoi/khong_can/khong_phai/mien .. len/ra/den/toi/qua .. phuong/xa/thue/co_quan/ngan_hang/quay/tru_so |
        khong nhan/lam/tra/thanh_toan .. tai/o quay | dung hoi phuong/xa/ai/cong_an/ngan_hang |
        dung/khong/khoi nhan/hoi/dang .. nhom""",
        mark("Người thật không ngại mình ra tận nơi, hay hỏi người khác."),
    ),
    "remains": Giveaway(
        "hai cot | mo liet_si | quy tap | giam_dinh/xet_nghiem/mau adn | ngoai cam",
        mark("Tìm mộ, xét nghiệm hài cốt liệt sĩ thì Nhà nước lo, không thu tiền. Ra xã mà hỏi."),
    ),
    "forwarding": Giveaway(
        "soan/bam/goi/an/nhap/quay .. 21/61/62/67/002 #",
        mark("Bấm vậy là cuộc gọi tới máy mình chạy sang máy họ."),
    ),
    "mistaken": Giveaway(
        f"""chuyen/gui/ck/bam .. nham/lon ... {_RETURN} | chuyen/gui .. du/thua ... {_RETURN} | bam nham ... gui lai |
        nho .. gui/tra/chuyen lai # | gui/chuyen/tra/hoan lai .. phan/so/tien du/thua | tien thua ... {_RETURN}""",
        mark("Xem trong máy mình có tiền ấy chưa. Nhầm thật thì để ngân hàng trả, mình đừng tự chuyển lại."),
    ),
    "picture": Giveaway(
        """anh/hinh/man_hinh/bill/bien_lai/hoa_don .. chuyen | chuyen khoan/tien thanh cong | bill gia/day/ne |
        gui/dua/gio/chia/cho_xem .. bill/bien_lai/anh/man_hinh/hinh ... chuyen/thanh_cong/tien |
        da chuyen ... chua thay/nhan/bao/vo/ve | ngan hang .. cham""",
        mark("Hình trên máy làm giả được. Tiền có hay không thì xem trong ứng dụng ngân hàng của mình."),
    ),
    "papers": Giveaway(
        """gui/cho_xem/dua/chup ... lenh bat/tam_giam/khoi_to | lenh bat ... zalo/anh/hinh |
        giay trieu_tap/moi ... zalo/anh/hinh/file | gui ... giay trieu_tap |
        quyet dinh .. phong toa ... zalo/gui/anh""",
        mark("Lệnh bắt, giấy mời thật thì đưa tận tay, không gửi qua điện thoại."),
    ),
    "crying": Giveaway(
        "tieng .. khoc/keu/xe_cuu_thuong/coi/sung | khoc loc/thet/rong",
        mark("Tiếng khóc, tiếng xe mở máy ra phát cũng được."),
    ),
    "no-answer": Giveaway(
        """goi cho/lai/dien ... khong/hong duoc/nghe/bat | khong goi duoc | khong lien lac duoc |
        goi .. thi khong duoc/nghe""",
        mark("Gọi không được thì cũng chưa phải là thật. Gọi thêm người khác, người đang ở gần đó."),
    ),
    "kept-alone": Giveaway(
        """o mot minh | o/vao/ra/toi/thue ... khach_san/nha_nghi | dong/khoa/chot cua phong/lai | vao phong kin/rieng |
        khong duoc ra ngoai/khoi_nha/khoi_phong | chan so .. bo/me/nguoi_nha/gia_dinh""",
        mark("Bảo mình ở một mình, xa người nhà, là để không ai kịp cản."),
    ),
    "kept-calling": Giveaway(
        "dung/khong_duoc tat/cup/ngat | giu may/nguyen_may | dung cho ai nghe/biet/thay",
        mark("Họ muốn mình cứ nghe theo, không rời máy, để không ai kịp cản."),
    ),
    "hidden": Giveaway(
        f"""dung/khong_duoc/cam/khong {_TELL} .. {_ANYBODY} | giau .. {_ANYBODY} | giu bi_mat/kin |
        dung noi/ke/khoe nha | dung goi ai/cong_an/ngan_hang/nguoi_nha |
        dung de/cho .. {_ANYBODY} .. biet/hay | xoa .. tin/tin_nhan |
        im/kin nhe/nha | bi mat nhe/nha/giua""",
        mark("Dặn giấu người khác là vì họ sợ có người cản. Cứ kể cho người nhà nghe."),
    ),
    "no-voice": Giveaway(
        """dung goi | khong nghe .. duoc | khong noi .. duoc | mic/loa/tai_nghe .. hong/hu/bi/re | mat tieng |
        khong tien nghe/noi/goi |
        khong bat/cho .. may | dang hop | nhan tin thoi | chi nhan tin | khong .. goi video |
        camera/cam .. hong/hu/vo/mo/toi/den | khong thay mat""",
        mark("Không cho mình gọi lại thì chưa biết đó là ai."),
    ),
    "blurred": Giveaway(
        """hinh .. mo/giat/nhoe/giut | vai/chuc giay .. tat/cup | goi hinh/video ... mat/tieng | thay ro mat |
        tieng .. re/giat | giong .. that/giong/y_chang | mo mit tat""",
        mark("Mặt và tiếng trên máy nay làm giả được."),
    ),
    "blocked-anyway": Giveaway(
        "van cai dat | may/dien_thoai .. chan/canh_bao ... van/cu/bo_qua",
        mark("Máy đã chặn mà họ bảo cứ cài, là họ muốn vào máy mình."),
    ),
    "rented": Giveaway(
        """thue/mua .. tai_khoan/sim | mo .. tai_khoan/tk/sim ... gui/ban/cho_thue/cho_ben |
        tai khoan .. chay tien | giam thue thoi | nhan tien ho/gium/giup | nhan ho/gium/giup tien |
        muon .. tai khoan ... nhan""",
        mark("Tài khoản, SIM đứng tên mình mà đưa người khác thì họ dùng đi lừa, mình mang tội."),
    ),
    "auto-charge": Giveaway(
        "moi thang .. tru | thang .. tu tru | tu_dong/tu .. tru | tru luon/tien .. thang",
        mark("Không ai tự trừ tiền của mình hằng tháng được. Họ bịa ra cho mình cuống mà bấm."),
    ),
    "remote": Giveaway(
        """bat/cho/cap ... cho phep het | cho phep het/tat_ca | quyen/tro/ho_tro tro_nang/tro_giup/tiep_can |
        tro nang | up .. dien_thoai/man_hinh/may/xuong | dung/khong_duoc dung/cham .. may/dien_thoai/vao |
        de .. may/dien_thoai .. # phut | chia se man hinh | man hinh .. toi/den | man_hinh/may ... dung tat""",
        mark("Làm vậy là họ bấm được máy mình từ xa, lấy tiền mà mình không hay."),
    ),
    "sent-app": Giveaway(
        """gui ... file/tep/phai ... cai/tai | gui ... de cai/tai | gui .. vneid/etax/vssid/evn/app |
        ban moi .. roi .. cai/bam | file/tep/phai .. cai | gui .. app/ung_dung/phan_mem |
        cai/tai ... app/ung_dung/phan_mem ... gui/zalo/link | tai/cai .. app/ung_dung/phan_mem rieng/moi/cua""",
        mark("Ứng dụng thật nằm trong kho của máy. Cài thứ người ta gửi là họ vào được máy mình."),
    ),
    "errand": Giveaway(
        """lay/mua/dat ho/giup/gium/dum ... thung/hop/suat | ung .. lay/mua/dat ho/giup/gium |
        ung ra .. roi/truoc ... tra |
        lay/mua/dat ho/giup/gium/dum ... # thung/hop/kg/ky/ki/suat/con/bo/cay/lit/chai |
        ung/tra truoc/ho ... ben do/kia/do_giao""",
        mark("Người đặt hàng mà nhờ mình ứng tiền mua giùm thứ khác là lừa."),
    ),
    "held-phone": Giveaway(
        """muon dien_thoai/may toi/tui/con/em/minh/cua/ba/me/ma |
        cam/lay/muon/muon_tam/gianh ... dien_thoai/may ... bam/chuyen/quet/lam/cai/nhan |
        dua/cho_muon .. dien_thoai/may .. ho/no/em/anh/chau/co bam/lam/chuyen/cai/quet""",
        mark("Ai cầm máy của mình cũng bấm chuyển tiền được. Máy mình thì mình giữ."),
    ),
    "cards": Giveaway(
        "mua/cao/chup/doc/gui/nap ... the cao/nap/dien_thoai/garena | ma the cao/nap | so seri",
        mark("Đưa mã thẻ nạp là đưa tiền, không lấy lại được."),
    ),
    "sure-return": Giveaway(
        "cam ket/bao .. lai/loi/hoan/von/thang/khong_lo | lo .. den/bu/chiu/hoan | chac an/thang | khong .. lo/rui_ro",
        mark("Lãi cao mà lại chắc thì không có thật."),
    ),
    "return": Giveaway(
        """lai #/suat/hang/moi ... ngay/thang/tuan | loi nhuan #/cao/co_dinh/moi | # phan_tram .. ngay/thang/tuan |
        ung/nap/bo/gop # .. nhan/lay/rut/lai .. # |
        hoan goc/von | bao toan von |
        x2/x3/x5/x10 | linh .. deu | an chac | bao lo""",
        mark("Lãi cao mà lại chắc thì không có thật."),
    ),
    "first-paid": Giveaway(
        """tien ve/vo that | linh/rut .. duoc .. that | rut/linh .. that | nhan duoc/tien .. that |
        lan/don/hom dau ... rut/linh/nhan/tra/ve/co | linh # thang | rut .. duoc # |
        duoc tra .. # lan/don | hom truoc .. hoan/tra | hoan/tra that""",
        mark("Lần đầu trả thật, hay khoe đã nhận được, là để mình tin mà bỏ thêm."),
    ),
    "recruit": Giveaway(
        """ru/gioi_thieu/moi/keo ... duoc/thuong/hoa_hong/nhan # | ru/gioi_thieu/moi/keo ... thuong/hoa_hong |
        tuyen duoi/tuyen_tren/he_thong""",
        mark("Rủ thêm người thì được tiền: họ lấy của người vào sau trả cho người vào trước."),
    ),
    "papers-face": Giveaway(
        """ap .. can_cuoc | can_cuoc/can_cuoc_cong_dan/cccd .. ap/chup/quet/giu/hai_mat/2_mat | dua mat vo/vao |
        quet/quay/chup/nhin .. mat | chop mat | chup/gui .. so do/hong/hai_mat/2_mat |
        chup/gui .. can_cuoc/cccd | chup .. the""",
        mark("Có giấy tờ hay mặt mình là họ mở tài khoản, vay tiền đứng tên mình được."),
    ),
    "fee-first": Giveaway(
        """dong/nop/coc/chuyen/gui/tra/ung/nap .. truoc | tien/dat/giu coc | coc giu/truoc/# |
        dong/nop/chuyen/nap phi/le_phi/thue/coc |
        dong/nop/chuyen/nap # .. phi/thue/le_phi/bao_hiem/ho_so/coc/de/moi |
        dong/nop/chuyen/nap .. tien phi/le_phi/thue/bao_hiem/coc | coc # |
        phi ho_so/van_chuyen/bao_hiem/giu_cho/kich_hoat/mo_khoa | phai/can dong/nop/nap/chuyen #""",
        mark("Bắt đưa tiền trước thì hay là lừa. Đưa rồi khó đòi lại."),
    ),
    "changed": Giveaway(
        """so_tai_khoan/tai_khoan/stk/qr/zalo/nick/so moi | tai khoan .. moi | doi .. moi | nick/zalo/so/tai_khoan phu |
        doi .. so/tai_khoan/stk/zalo/sim/may | so/zalo/may/dien_thoai .. ban |
        dung/muon/xai tam .. so/zalo/may/dien_thoai | so cu .. bo/khoa/xoa/mat/hong |
        mat/hong/roi/hu/be/vo .. dien_thoai/sim | dien_thoai .. roi/hong/hu/mat/vo/be |
        may .. roi/hong/hu/mat/vo/be roi""",
        mark("Số lạ, tài khoản lạ thì ai cũng xưng là người quen được. Gọi số cũ đã lưu mà hỏi."),
    ),
    "charity": Giveaway(
        """ung ho | quyen gop | manh thuong quan | nha hao tam | giup be | hoan canh dang_thuong/ngat |
        hoan canh kho khan ... giup/ung_ho/quyen |
        co it giup | long hao tam | cuu .. be/chau""",
        mark("Muốn giúp thì hỏi xã, hỏi bệnh viện cho chắc đã. Ảnh và chuyện buồn chép ở đâu cũng được."),
    ),
    "account": Giveaway(
        """tai khoan ca_nhan | so_tai_khoan/stk .. # | tai khoan # | vao/qua/sang so # | ten nguoi khac |
        so_tai_khoan/tai_khoan .. ban | tai khoan .. ten/mang_ten/dung_ten |
        chuyen ... vao/qua/sang .. so/tai_khoan/stk/day | quet .. qr/ma_vuong/ma ... chuyen/tra/dong/nop""",
        mark("Tài khoản ấy của ai mình đâu biết. Tiền vào đó rồi thì khó lấy lại."),
    ),
    "scan": Giveaway(
        "quet ma/qr/ma_qr/ma_vuong",
        mark("Quét mã người ta gửi là trả tiền cho họ, hoặc mở trang của họ. Không phải để nhận tiền."),
    ),
    "knows-me": Giveaway(
        """doc/noi/biet/goi .. dung/vanh_vach/ro/ca/het .. ten/so/can_cuoc/dia_chi/nha/tuoi/ngay_sinh |
        doc/noi/biet .. dung .. het | biet .. ho_ten/ten_tuoi/so_can_cuoc/so_can_cuoc_cong_dan/dia_chi_nha""",
        mark("Biết tên, biết số căn cước của mình thì chưa chắc là người thật. Mấy thứ ấy lộ ra ngoài nhiều."),
    ),
    "door": Giveaway(
        """toi/den/ghe/vao/vo/qua .. tan/tung nha | toi/den/ghe/vao/vo nha | go cua | ao .. deo the |
        nguoi la ... vao/vo/toi/den""",
        mark("Người lạ tới nhà bán, sửa, thu tiền thì khoan đã. Hỏi hàng xóm, hỏi người ở xã rồi hãy tính."),
    ),
    "uniform": Giveaway(
        f"""dau do | quoc huy | quan phuc | sac phuc | do/ao nganh/cong_an/canh_sat/bo_doi |
        gui/gio/dua/cho_xem/chup .. the {_THEIRS} | the nganh""",
        mark("Áo, thẻ, con dấu đỏ ai cũng làm giả được. Nhìn mấy thứ đó thì chưa biết là ai."),
    ),
    "fortune": Giveaway(
        """giai han | cung .. giai/duyen/cong | van han | trung tang | bua | xem boi/que | vong/ma .. theo | ta am |
        thay cung bai | co/cat/duoi vong | sam le | tien le | mat thieng | han .. nang""",
        mark("Không ai giải hạn được bằng tiền chuyển cho người lạ. Họ nói cho mình sợ."),
    ),
    "found-ill": Giveaway(
        "soi mat/tay/luoi/da | khong .. uong .. la/thi liet/chet/nguy | nhin mat/tay/luoi .. biet/ra/noi",
        mark("Nhìn tay, nhìn mắt thì không biết được bệnh. Họ nói cho sợ để mình mua. Đau thì ra trạm y tế khám."),
    ),
    "cure": Giveaway(
        """khoi han/dut_diem/tan_goc/hoan_toan/benh |
        dut diem | tan goc | gia truyen | bach benh | than duoc |
        # lieu trinh | lieu trinh | khong .. can/phai mo/thuoc_tay/uong | thuoc .. nam/bac/quy | khong tai phat""",
        mark("Không thuốc nào chữa chắc khỏi. Hỏi bác sĩ, hỏi trạm y tế rồi hãy mua."),
    ),
    "gifts": Giveaway(
        """tang/phat .. qua/trung/gao/dau_an/mi | qua tang | qua mien phi | mien phi ... hoi_thao | hoi thao |
        xe dua/ruoc/don .. mien_phi/tan/cac/ong/ba | boc tham | tri an khach/cu/nguoi/cac | duoc tang""",
        mark("Cho quà trước thì mình khó từ chối, rồi họ mới đòi."),
    ),
    "easy-job": Giveaway(
        """viec nhe | lam tai nha | lam them ... nha | xau vong | gia cong | ngoi nha ... # | nhiem vu | chot don |
        tha tim | nhan like | cong tac vien | luong #/ngay | # .. mot ngay | # ngay ... ngoi_nha/tai_nha""",
        mark("Việc nhẹ mà trả nhiều thì hay là mồi. Việc thật không bắt mình nộp tiền."),
    ),
    "cheap": Giveaway(
        "gia re/soc/goc/xuong | giam gia | thanh ly | xa kho/hang | re hon/bang/nua | ban lai .. re",
        mark("Rẻ quá thì hay là hàng giả, hoặc không có hàng."),
    ),
    "group": Giveaway(
        "vao/vo/trong nhom | nhom vip/kin | keo/moi/add/them .. nhom | nhom zalo/telegram/rieng",
        mark("Vào nhóm của họ thì người khen, người khoe lời hay cũng là người của họ."),
    ),
    "private": Giveaway(
        """ket ban ... zalo/facebook/telegram | add/them/nhan/lien_he/qua zalo/telegram/facebook |
        zalo rieng/ca_nhan | ket ban | zalo # | nhan tin rieng | inbox""",
        mark("Nói riêng với người lạ thì không ai thấy mà cản giùm."),
    ),
    "gift-money": Giveaway(
        """trung thuong/giai/iphone/xe | duoc nhan/tang/hoan # | duoc hoan tien/phi/thue | tro cap # | ho tro # |
        nhan qua | nhan thuong | tang #""",
        mark("Tự nhiên được cho tiền, cho quà thì khoan mừng đã."),
    ),
    "fright": Giveaway(
        """bi/se khoa/phat/cat/bat/kien/giam/phong_toa/thu_hoi/truy_to/khoi_to/huy/tru/mat |
        cat/khoa/phat/huy/thu_hoi ... neu | neu khong ... bi/mat/cat/khoa/phat |
        khong .. thi mat/bi/cat/khoa/phat/het | doa | chet ca nha | no chet | dung trach""",
        mark("Làm mình sợ thì mình dễ nghe theo. Càng sợ càng phải hỏi người khác."),
    ),
    "hurry": Giveaway(
        """truoc #/ngay/hom_nay | phai/hay/can/du/truoc ... trong # phut/gio/ngay | trong vong # |
        trong ngay/hom_nay/toi_nay/dem_nay | ngay bay gio/hom_nay/lap_tuc |
        con # suat/slot/phut/ve/phong/nguoi/cho | het han # | qua han .. se/bi/tang/phat |
        gap rut/lam/len/nha/nhe/a/di | lam/chuyen/nop/dong/tra/gui/mo/can gap | giuc | lien tay |
        nhanh len/keo/tay/giup | tre la/thi | cham #""",
        mark("Giục gấp là để mình không kịp hỏi ai."),
    ),
}
