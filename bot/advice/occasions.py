"""On what occasion a message can come, and who is spoken of, as phrases (see `phrases`); see `stories` too."""

OCCASIONS = {
    "virus": "nhiem virus | bi virus | ma doc | bi nhiem | bi xam nhap | loi bao mat",
    "reward": """nhan lai # | nhan ve # | hoan lai | luong # | rut het | rut ra | lam tin | de kich hoat | de mo |
        mo lai | nhan hang | tra lai sau | duoc nhan # | thu ve #""",
    "phone-card": """mua .. the cao/nap/dien_thoai/game/viettel/vinaphone/mobifone/garena | mua .. # the | the cao |
        the nap""",
    "changed-account": """ma/qr moi | tai khoan moi | doi so tai khoan | tai khoan cu | so tai khoan moi |
        doi tai khoan""",
    "frozen": "bi treo | dong bang | bi phong toa | mo lai tai khoan | bi dong bang | giam tien",
    "subscription": """dang ky goi ... huy | goi phim ... huy | goi hoi vien | tu dong gia han ... huy |
        goi bao hiem ... huy | goi dich vu ... huy""",
    "scholarship": "hoc bong | di du hoc | suat du hoc",
    "fortune": """van han | giai han | lam le | cung giai | xem boi | xem so | phong thuy | trung tang | bua |
        nguoi am | vong theo | thay cung""",
    "charity": """cuu giup | nha hao tam | dung luot qua | cuu .. mang | tu thien | quyen gop | keu goi giup |
        hoan canh kho khan | giup be | ung ho | manh thuong quan""",
    "charged": "bi tru # | tru # | bi tru tien | phi duy tri | thu phi # | tru phi | bi tru phi",
    "benefit": """hoan phi | tang # | tang .. # trieu/suat | duoc duyet | da duyet | hoan tien | nhan tien | tro cap |
        duoc chon | trung tuyen | gui tien ve | giu tien | mien phi | ho so hoan | tien tu thien |
        quy tu_thien/bao_tro | duoc nhan | nhan # | uu dai | suat hoc | giu ho""",
    "official-man": """can bo | dia chinh | cong chuc | to truong | tinh nguyen vien |
        nhan vien thue/dien/ngan_hang/bao_hiem/nha_mang | canh sat khu vuc | cong an""",
    "customs": """gui ve .. thung | thung iphone | ben van chuyen | viet kieu ... gui | thong quan | hop qua |
        goi hang | hai quan | thung hang | thung qua | goi qua | qua tu nuoc ngoai | kien hang tu | buu pham quoc te |
        hang tu nuoc ngoai | gui qua ve | package | customs | san bay | goi hang nuoc ngoai""",
    "boss": "sep | giam doc | ke toan | doi tac | chu tich | truong phong | hieu truong",
    "odd": """tieng re | giong la | hinh mo | mat gia | giong gia | bi giat | khong nghe may | khong bat may |
        khong nghe dien | goi lai .. khong | nick la | tai khoan la | so la | ten nguoi khac | tai khoan nguoi khac |
        khong goi duoc | bi hack | nhan tin la""",
    "phone-debt": "no cuoc | cuoc dien thoai | no tien dien thoai | no phi | no hoa don | thue bao ... no",
    "jail": """di tu | bi bat | bat giam | boi thuong | phai den # | ra toa | khoi kien | vao tu | ngoi tu | bi kien |
        cong an den""",
    "someone": """co nguoi .. goi/nhan/gui/xung | nguoi ta noi/bao/goi/nhan/doi | nguoi la | so la |
        tu xung | xung la |
        xung .. ben | ho noi | ho bao | ho doi | goi bao | goi noi | goi dien noi/bao | nhan tin bao | ai do goi""",
    "new-number": """dien_thoai/may .. roi/rot nuoc | roi nuoc | rot nuoc | vao so nay cho | so nay cho con/em/chau |
        luu so nay | so nay la cua | so moi | doi so | sim moi | doi sim | mat dien_thoai/may | hong dien_thoai/may |
        dien_thoai/may .. hong/mat/hu/vo/roi/het_pin | muon may/dien_thoai | dung may/dien_thoai .. ban/nguoi |
        may/dien_thoai cua ban | so cua ban | tai khoan moi | nick moi | zalo moi""",
    "emergency": """cap cuu | tai nan | phau thuat | mo gap | vien phi | nguy kich | hon me | benh vien ... gap/ngay |
        gay chan/tay | dot quy | bi xe dam/tong | dang mo | ca mo""",
    "arrested": """bi bat | bi giam | bi tam giu/giam | cong an bat/giu | bao lanh | tai ngoai | o don cong an |
        gay tai nan | danh nhau""",
    "case": """don kien | thu giu | ho chieu gia | vu an | duong day | rua tien | ma tuy | truy na | lenh bat |
        trieu tap | khoi to | toi pham | hang cam | pham phap | vi pham phap luat | dieu tra | ho so vu | phong toa |
        lua dao ... lien quan | giay goi cua toa | lenh tam giam | giay moi .. zalo | nghi can | phoi hop dieu tra |
        dong chi dieu tra | bao lanh tai ngoai | lo thong tin | toa an tinh | thi hanh an""",
    "loan": """rut tien .. the/vi | rut vi tra sau | dao han the | ung tien mat | can tien gap | la co tien |
        co tien ngay/lien | vay tien/von/nong/online/nhanh/tin/tieu/tra | khoan vay | giai ngan | cho vay | vay # |
        ho so vay | han muc vay | vay duoc | duyet vay | muon vay | ngan hang so | vay bao nhieu | tien vay |
        ho so sai""",
    "easy": """khong can gap | khong gap mat | chi can .. can cuoc | cam can cuoc | duyet | lai suat # |
        lai suat thap |
        khong the_chap/tham_dinh | no xau | chi can can_cuoc/cmnd/cccd/so | # phut | nhanh chong |
        phi ho_so/bao_hiem/giai_ngan | khong giu giay to | ho tro vien | mo khoa""",
    "work": """danh gia # sao | viet danh gia | tang follow | tang tuong tac | tai nha ... # .. ngay/thang |
        dong goi .. tai nha | gap .. tai nha | gia cong tai nha | lam hang tai nha | viec .. tai nha |
        lam viec tai nha | viec tai nha | lam tai nha | cong tac vien | viec lam them | lam them | viec nhe |
        like .. bai/video/trang | chia se bai | tha tim | xu ly don | nhap lieu |
        danh gia san_pham/khach_san/ung_dung/nha_hang | don hang ao | part time | ban thoi gian | nhiem vu |
        chot don |
        dat don | tuyen .. online | cong viec online | viec online | theo doi kenh | viec .. dien thoai | xem video |
        don gian tai nha | kiem tien online | kiem them | kiem .. # .. trieu/tr/ngay/thang | chiec dien thoai |
        them thu nhap | thu nhap them | viec lam online | lam online""",
    "daily-pay": """# mot | # moi | tra # moi | nhan ve # | moi ngay # | # moi/mot ngay | # ngay | cuoi ngay |
        trong ngay | theo ngay | moi bai # | moi don # | moi luot # | hoa hong | nhan tien ngay/lien | tra lien |
        # moi bai/don/luot/nhiem | # trieu moi/mot/1/# thang | # tr thang | # trieu thang | thu nhap # |
        tien ve tay/lien/ngay | # mot bai/don/gio | # moi gio | rut tien ngay | luong # ... tai nha""",
    "prize": """trung thuong/giai/may/xe/iphone/vang/dien | qua tang | phan qua | voucher | may man | tri an |
        nhan thuong | giai thuong | nhan qua | phieu mua | trung # | tang qua | duoc tang | qua tet | suat qua""",
    "profit": """loi gap doi/ba | loi gap | sang tay loi | nhan ve # | dam bao von | an chia | lai von |
        loi/lai .. # | # phan tram | loi nhuan | sinh loi |
        nhan doi | gap doi/ba | lai suat .. ngay | cam ket lai | bao lai | loi # | # moi thang | # mot thang |
        thang chac | chac thang | rut bat | rut von | moi thang .. # | moi ngay nhan # | thang sau .. # | gap # |
        khong loi | khong bao gio thua | bao hiem von | khong lo | nhan # moi | bao von | lai # | loi bao nhieu |
        rut bay nhieu | lai # phan tram | moi tuan lai | moi tuan | nam khong | ban # do | cuoi nam ban | tang gap""",
    "invest": """sang tay | len quy hoach | lo dat | dat nen | gop # | keo thom | gop von | dau tu |
        san vang/ngoai/giao/tien/forex/quoc | vao lenh | danh lenh |
        chuyen gia | co phieu | chung khoan | tien ao/so | bitcoin | coin | forex | von ban dau | nhom vip |
        ma co phieu | gop .. # | du an | san lon | tien ao | vang so | von # | hop tac xa gi | nuoi/trong sam |
        san giao dich | nap thu | san my | len san | co phan | co dong | cay go | quy ngoai hoi | vang ai |
        san vang ai | ho tro lenh | trong tram""",
    "debt": """khong thanh toan | khong tra # | chua thanh toan | chua tra | con no | khoan no | tien no |
        no qua han |
        qua han # | vay .. qua han | chua tra no | tron no | khoan vay .. qua han | no # | vay # ... qua han |
        vay ben em/toi/minh | vay ... qua han | tre han | den han | app vay | vay app | tra no | no tien |
        tra # truoc | khoan vay | vay tien khong | muon boi/bon .. # | muon tao # | muon tui # | thu hoi no |
        roi lan |
        roi tron | gio tron | khong lien he duoc voi""",
    "romance": """tam su | lam quen | tim ban | co don | gai que/xinh/tre/goi/moi | nguoi yeu | hen ho | trai xinh |
        em gai | khach nuoc ngoai | yeu xa | anh dau khi | bac si quan y | quen .. tren mang/facebook/zalo/tinder |
        quen qua mang | viet kieu | chua gap lan | ban gai tren mang | linh my | ky su dau khi | bac si quan |
        nhom trung nien | lam ban nha | goa vo | vo mat | my love | my queen | love you | nham so .. lam quen |
        mo nham so | xuat ngu | cuoi em | avatar | i love | nho em lam""",
    "medicine": """thuoc bo | dau lung | dau khop | than kinh toa | giam can | tang chieu cao | trang da | moc toc |
        cai thuoc | tieu mo | xuong khop | tieu duong | huyet ap | dai trang | da day | ung thu | dong y | thao duoc |
        gia truyen | thuoc nam | bach benh | thuc pham chuc nang | lieu trinh | may massage | mat ngu | phuong thuoc |
        mo mau | viem""",
    "identity": """vneid | dinh danh | sap nhap | dan cu | can cuoc | ho khau | cu tru | dich vu cong | so ho khau |
        can cuoc cong dan | giay khai sinh""",
    "fine": """phat nguoi | vi pham ... xe/toc_do/giao_thong/phuong_tien | phuong tien ... vi pham | bien lai |
        nop phat | dong phat | tien phat | loi vi pham""",
    "account": "zalo | facebook | fanpage | nick | tai khoan mang | tik tok | tiktok | instagram | gmail",
    "blocked": """se cat | cat sau | bi cat | cat dich vu | phat tan tin rac | dung phuc vu | ngung phuc vu |
        cat song | bi xoa | bi khoa | vo hieu | se xoa | se khoa | xoa vinh vien | khoa vinh vien | bi han che |
        vi pham ban quyen | bi bao cao | sap bi khoa | tam khoa | ngung hoat dong | # tieng nua khoa | phat tan tin |
        quay roi | nua khoa | khoa sim | khoa may""",
    "booking": """ban ve | ve concert | ve bong da | ve xem | ve su kien | phong | ve xe/tau/may/tet | homestay |
        villa | tour | combo | khach san | resort | nha nghi duong | ve may bay | hanh huong | visa | trang ban tour |
        ve xe ve que | ve que | khu hoi | phu quoc | full noi that | ve ve que | chia khoa | phong full""",
    "goods": """giu hang | iphone | hang hieu | chinh hang | xa kho | thanh ly | dien thoai cu | xe may cu | giu cho |
        gia re | sale | flash | dien thoai gia re | hang xach tay | xach tay | giay nike | nuoc hoa | noi chien |
        may giat | tu lanh | ve tau/xe | laptop | may xay | resort | voucher | tour | hanh huong | giam # phan |
        sale # | xe may | hang thanh ly | freeship | ao tren | san pham | hang""",
    "school-luck": """hoc bong | di du hoc | du hoc nuoc_ngoai/han/nhat/uc/my/duc/singapore/toan_phan | trung tuyen |
        giay bao nhap hoc | visa | xuat khau lao dong | don hang nhat/han | thuc tap sinh""",
    "game": """robux | kim cuong | skin | acc game | nick game | free fire | lien quan mobile | roblox | minecraft |
        vat pham game | nap game | the game | tai khoan game | quan huy""",
    "private-photo": """anh ghep | ghep anh | ghep mat | hinh ghep | clip ghep | anh nhay/rieng/khoa/nong/nude/khong |
        clip nhay/nong/sex/rieng | video nhay/nong/rieng | anh nude | coi ao | khoe than | anh khong mac |
        hinh khoa than | khong mac do | chup hinh rieng | khoa than | clip .. quay lai | quay lai het |
        clip cua em/may/may/ban | coi do roi | anh/hinh cua may | anh nong | clip nong | hinh nong | anh lo |
        clip tam | quay man hinh luc | quay lai man hinh | mac do ngu | tam mac do""",
    "recover": """da tim thay | tim thay tien | bi lua ... nhan lai | lay lai tien | thu hoi tien/von/no/so |
        lay lai so tien | hoan lai so tien | lay lai von | doi lai tien | thu hoi # | treo tien | tim duoc thang |
        tien .. nam o | thu hoi | tim ra ke | tim duoc ke | tien bi lua | tien lua | tien da mat | tien treo""",
    "mistake": """chuyen nham | gui nham tien | ck nham | chuyen sai | nhay vo/vao tai khoan |
        tu nhien .. tai khoan .. co # | tu nhien .. # .. tai khoan | tien la vao | noi dung cho vay | ban nham |
        chuyen lon | gui nham | nham tai khoan | du 1 so | chuyen du | ck du | phan du | phan thua | nham du |
        thua 1 so | nhap nham so | bang nham so | gui nham co/anh/chi""",
    "parcel": """don hang | buu pham | buu kien | kien hang | goi hang | shipper | giao hang | buu ta |
        don/kien/goi/co/nhan/lay/gui hang cua |
        buu cuc | giao don | don khong dong | don 0d | bom hang | de hang""",
    "parcel-wrong": """chua co nguoi nhan | sai dia chi | khong giao duoc | giao .. khong thanh cong | bi giu |
        thieu thong tin | khong du thong tin | xac nhan | phi | chuyen khoan | hoi vien | thieu dia chi | phi ship |
        dat gi dau | khong co nha | de hang duoi | de o cong | gui hang xom | gui bao ve | luu kho | de cong""",
    "biometric": """sinh trac | khuon mat | nang cap the | han muc the | phi thuong nien | mo the | so the | cvv |
        sau the | mat sau the | the tin dung | nang han muc | mo camera | dua mat | quay mat | quet mat |
        chua co khuon mat | quay mat qua""",
    "power": """doi dong ho | thay dong ho | thay cong to | dien luc | tien dien | cong to dien | hoa don dien |
        ma khach hang | dong ho dien""",
    "sim": """sim | thue bao | so dien thoai cua | nha mang | esim | 4g | 5g | sim 3g | sim 4g | sim cua |
        so cua ba/bac/chu/co/ong/anh/chi | thue bao cua""",
    "pension": """luong huu | tro cap | bao hiem xa hoi | bao hiem y te | vssid | tien ho tro |
        nguoi co cong | che do |
        tien gia | ho ngheo | quy bao hiem""",
    "tax": """hoan thue | thue thu nhap | ho kinh doanh | hoa don dien tu | ma so thue | can bo thue | chi cuc thue |
        no thue | cuc thue | co quan thue | to khai""",
    "qr": "ma qr | quet qr | quet ma",
    "clip": """xem clip/video/anh | clip nay | video nay | lo clip | anh cua ban | video cua ban | clip cua |
        dang anh chi/em/ban/co | noi xau | anh .. trong nhom | co nguoi dang anh""",
    "lottery": """lo de | so de | bach thu | song thu | xien | dan de #/dep/vip/hom_nay/mien_bac |
        cap so | con so | so dep hom nay | soi cau | chot so | lo to | cho so | giai tam | con lo chieu | con so dep |
        cong ty xo so | xo so kien thiet | # cang | so dep""",
    "receipt": """gui .. bill | gui bill/bien_lai | anh bien_lai/giao_dich/chuyen | hinh/anh .. chuyen khoan/tien |
        bao chuyen khoan thanh cong | bien lai do | gui hinh .. chuyen | bill do | bill roi | gui bien lai |
        chuyen du # | bao da thanh toan | chuyen roi nhe/nha | ck roi | da ck | da chuyen roi""",
    "not-come": """chua thay tien/bao/vo/vao | chua nhan .. tien | tien .. chua ve/vo/vao/toi | ve cham | bao cham |
        khong thay bao | hong thay bao | chua bao | ngan hang .. loi/bao_tri/cham | bank .. loi/bao_tri/cham |
        check sau | lien ngan hang | chua co bao""",
    "cheated-buyer": """roi chan/khoa | chan luon/so | chan toi/em/minh/me/chi | nhan ve .. gie/gach/hang/do |
        cai gie | goi khong nghe | goi lai khong | khong ai nghe | mat hut | khong thay giao | tat may | khoa may |
        bat vo am tin | goi khong duoc | khong lien lac""",
    "bought": """dat .. tren mang/facebook/zalo/phay | mua .. tren mang/facebook/face/zalo/phay | dat mua |
        mua combo |
        dat hang tren | chuyen .. xong | chuyen xong | coc xong | chuyen roi | dat coc | chuyen coc |
        mua .. tren nhom | mua tren nhom | dat tren nhom | mua .. qua mang""",
    "hoax": """nghe .. la mat | nghe la | bam nghe | mat sach | mat het tien | rut het tien | no may | copy giong |
        ghi am giong | dung nghe so | cai virus | la mat tien | bi tru sach | tra loi .. la mat | bat may la |
        quet giong | bat may | vay tien bang giong | so duoi | dung bat""",
    "undress": """khong mac ao/do/gi | coi ao/do/het | thay do/quan_ao | phong tam | ho vai/nguc/lung |
        quan ao .. ra |
        anh tam | hinh bikini | anh goi cam | mac do ngu | xem nguoi em | the hinh em""",
    "data-wrong": """du lieu .. sai | thong tin .. sai | ho khau | can cuoc .. chua/sai/het | dong bo |
        chua kich hoat | sai thong tin | bi trung | chua gan | cap nhat dia chi | lam lai | hoa don may tinh |
        het han | chua dang ky lai | chuan hoa | dia chi moi | chua ke khai | chua len he thong | thong tin lech |
        lech | that lac | chua co khuon mat | chua khai""",
    "office-man": """uy ban | can bo | cong an phuong/xa/quan | canh sat khu vuc | phuong minh | xa minh | ben thue |
        thue goi | chi cuc thue | bao hiem xa hoi | ben bao hiem | ben xa | ben phuong | lam o phuong/xa/uy |
        dien luc | ben dien luc | ben cong ty nuoc | toa an | ben toa | phong thue | ben ngan hang | doi thue |
        dong chi | ben cong an | doi xu ly | phong xu ly | thue lien xa | cuc vien thong""",
    "free-gift": """tang chao/noi/qua/gao/trung/duong | phat qua | qua mien phi | kham .. mien phi |
        tang kem/them/noi | mien phi cho nguoi gia | tang qua | do huyet ap mien phi | quan y | kham mien phi |
        do mien phi | doan bac si | ngoi thu | tang # ky""",
    "cure": """chua duoc ca | chua ba benh/duoc | khoi han | dut diem | khong het tra | bo thuoc tay |
        chua .. tai_bien/ung_thu/tieu_duong/xuong_khop/khop | het dau | la het | ba benh | khong khoi hoan |
        chua bach | bo gay | la khoi | phai dung ngay | het benh""",
    "ancestor": """ba dong | ong dong | thay boi | ngoai am | nguoi am | hop mang | con so | cho so |
        bao so | so dep |
        loc""",
    "fine-paper": "giay phat | to giay | to roi | bien ban | phieu phat | kep tren | dan tren",
    "strange-payee": "ten nguoi la | ra ten | len ten | ten khac | tien vao tai khoan la | khong phai ten chu",
    "recruit-kin": """keo them | ru them | gioi thieu them | ai ru/keo | rui them | moi them nguoi | duoc thuong |
        hoa hong tuyen | gioi thieu ban | chi vao chung | ru ban""",
    "stuck": """khong rut duoc | khong cho rut | rut khong duoc | bi treo | muon rut | moi rut | moi cho rut |
        doi rut | moi mo cho rut | moi rut duoc | thi rut duoc | dong bang | san pham cuoi | goi nhiem vu | don kep |
        don doi | don cuoi | thao tac sai | rut ca goc | chua rut duoc | sua lenh""",
    "abroad": """bien gioi | moc bai | bavet | poipet | tam giac vang | cua khau | campuchia | ben cam | qua cam |
        sang cam | myanmar | sang lao | casino | dubai | thai lan lam""",
    "easy-job": """xe don .. nha | khong/khoi can .. ho_chieu/visa/giay_to | ung .. # |
         luong # | bao an o | khong can bang | ve may bay | luong nghin | luong cao | bao giay to | di ngay |
        viec nhe | lam may tinh""",
    "unlock": """mo lai | mo khoa | lay lai nick/tai_khoan/facebook/zalo | bi vo hieu | lay lai duoc | bi khoa |
        lay duoc | nick bao nhieu""",
    "chase": """nghi pham | ra ve nghi | hop tac | den bat | vu an | pham toi | bi mat quoc gia | buon nguoi |
        phong toa | lenh bat | bi dieu tra | an ma tuy | ho so pham | ke khai tai san | khai het | so tiet kiem |
        nghi can | toa an | giay goi | lenh tam giam | lo thong tin | phoi hop dieu tra""",
    "benefit-elder": """tien tuat | mung tho | tien tet | qua tet | nguoi co cong | gia dinh chinh sach | ho ngheo |
        qua 27/7 | den on | tang # | ho tro # | tro cap # | duoc linh | duoc nhan # | huong che do""",
    "account-trouble": """bi trung | dong ho .. hu/hong/loi/sai | cong to .. hu/hong/loi/sai | no cuoc | sai lech |
        thieu ho so | bi tam dung | bi loi | chua kich hoat | ghi sai""",
    "bet": """danh bai .. tien | doi tien mat | soi keo | nhan keo | keo bong | keo mien phi | tai xiu | quay hu |
        no hu | cao thu | choi .. co tien | ca do | ban ca | da ga | xoc dia | nap rut | link .. choi | song bai |
        vao keo | keo nay | cau dang dep | dat tay tung van | hoan von ngay | cong ty xo so | xo so kien thiet |
        con lo | so de""",
    "contraband": """tien gia | sim rac | tai khoan ngan_hang .. ao | giay kham | giay nghi | bang gia |
        giay to nhu that | nhu that | ma tuy | thuoc lac | hoa don khong | so do photo | bang dai hoc |
        ho chieu gia""",
    "escort": """mot dem | em ut | qua dem | hang tuyen | check hang | phuc vu 24 | cao cap phuc |
        phuc vu nhiet tinh |
        gai goi | em xinh | phuc vu tan | hang ngon | sinh vien part | gai ngoan | ga goi""",
    "lend": """cho vay | tien gop | vay gop | ho tro von | vay nong | gop ngay | tra gop ngay | von nong dan |
        hop dong vay""",
    "injury": """cap cuu | phau thuat | mo ruot | nguy kich | truyen mau | te lau | chan thuong | tai nan | te xiu |
        ngat o | di vien | mo gap""",
    "subscriber": """dang ky thanh cong | da dang ky | tra gop .. thang | # thang | tru # .. thang | hoi vien |
        goi bao hiem | phi # moi thang | moi thang""",
    "face-model": """mau nhi | guong mat nhi | lam mau | dai su nhi | quay quang cao | dien thoi trang |
        be .. duoc chon | di dien | casting | mau anh | nguoi mau nhi""",
    "video-login": """clip nong | clip full | tai nan tham khoc | anh cua ban | clip co giao | video nhay cam |
        lan truyen | anh hom qua | bi dua len mang | trong anh nay | clip cua cau""",
    "hacked": "bi hack | bi chiem | bi ai chiem | bi mat nick | chiem roi | nick bi",
    "official-due": """thu tien dien | cong to | niem phong | bien ban | nop phat | phat online | vien phi | ky quy |
        bac si bat | dang o vien | thue khoan | tien dien | vuot den | hanh ly qua | le phi toa | dong tien moi mo""",
    "qr-change": """dan lai ma/cai/bang | dan tem | dan ma moi | doi ma thanh toan | bang qr/ma moi | ma dan chong |
        hai lop ma | go cai cu | boc .. cu | doi ma het | cai bang ma | dan cho luon | de len ma""",
    "shop-money": "thanh toan | quan | ngan hang | vi dien tu | nhan tien | quet vo/vao | nhan duoc tien | cua hang",
    "new-nick": """zalo moi | nick moi | tai khoan moi | nick cu mat | xoa cai cu | doi zalo | facebook moi |
        lap tai khoan moi""",
    "probe": """con nhieu tien | co tien khong | app ngan hang | ngan hang trong dien thoai | internet banking |
        nho chut | co dung ngan hang | the .. con | chuyen khoan duoc khong | con bao nhieu tien""",
    "big-order": """dat # suat/phan/mam/ban/thung/hop/cai/ky/kg/ki |
        dat em/chi/anh/co/chu # | dat tiec | don hang lon | dat com | dat hang # |
        dat .. suat an | dat mua # | can # | lay # thung/suat/bo""",
    "unit": """lu doan | trung doan | su doan | bo doi | doanh trai | don vi | quan khu | bo chi huy | ben truong |
        nha truong | truong hoc | phong hau can | hau can | trai giam | benh vien | can bo | thuong uy | trung uy |
        dai uy | thieu ta | quan su""",
    "hiring": """tuyen # | tuyen nhan_vien/nam/nu/gap/lao_dong/dung | tuyen .. tiep vien | ung vien | nha tuyen dung |
        phong nhan su | trung tuyen""",
    "give-away": """minh/em/toi/chi/anh tang | tang lai | tang be | tang .. cho/meo/xe/may/dan/tivi/noi | cho lai |
        nhuong lai mien phi | cho khong | can tim chu""",
    "exposed": """len bai | bai .. len | dang bai | viet bai | bai viet xong | quay duoc .. xuong/quan/nha |
        co clip .. xuong/quan | phong vien | nha bao | toa soan | tap chi | ben bao""",
    "inspector": """kiem tra .. co so | doan kiem tra | dot nay kiem tra | pccc | phong chay | quan ly thi truong |
        thanh tra | ve sinh thuc pham | an toan thuc pham""",
}
