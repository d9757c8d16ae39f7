"""Words that ask for the same: each line is one idea and the folded ways to say it."""

import re
from collections.abc import Iterable

_TABLE = """
quen: quen, khong nho, chang nho, nho khong ra, quen beng, khong con nho
mat-khau: mat khau, pass, password, passcode, ma pin, mat ma
lay-lai: lay lai, khoi phuc, vao lai, mo lai, tim lai
bi-chiem: bi hack, bi chiem, bi lay mat, bi danh cap, bi nguoi khac lay, bi ke xau lay
bi-chiem: mat nick, mat acc, mat tai khoan, bi doi mat khau, bi cuop, bi ban lay
tai-khoan: tai khoan, nick, acc, account
ma-otp: otp, o te pe, o ti pi, ma xac thuc, ma xac nhan, ma 6 so, 6 so, sau con so, ma ngan hang, ma so
hai-lop: hai lop, hai buoc, 2 lop, 2 buoc, 2fa, hai yeu to, 2 yeu to
goi-hinh: goi video, goi hinh, goi co hinh, video call, goi thay mat, nhin mat, call video, thay mat, facetime
chu-nho: chu nho, chu be, nho xiu, li ti, be ti, nho nhu con kien, nho qua, be qua, mat kem, mat mo
lam-to: to len, to ra, phong to, chu to, co chu, lam to, lon len
tieng: am luong, tieng nho, chuong, loa ngoai, nghe nho, mat tieng, keu be, noi nho, nghe khong ro
day-may: day bo nho, bo nho day, het dung luong, het cho, het cho chua, day dung luong, bo nho, dung luong, may day
cham: cham, lag, do, i ach, treo, cham nhu rua
pin: pin, sac
nong: nong
mat-may: mat dien thoai, mat may, rot dien thoai, giat dien thoai, giat mat
mat-may: mat cai may, bi giat, mat trom, mat cai dien thoai, danh mat
wifi: wifi, wi fi, mang khong day, mang nha, bat mang
du-lieu: 4g, 5g, du lieu di dong, mang cua sim
can-cuoc: can cuoc, cccd, chung minh, cmnd, chung minh thu, can cuoc cong dan
vneid: vneid, ve ne i de, ve ne ai di, dinh danh dien tu, vnid, vne id, dinh danh muc, muc 2, muc hai, muc do 2
sap-nhap: sap nhap, nhap xa, nhap tinh, xa moi, tinh moi, doi ten xa, doi ten tinh, nhap voi
cap-lai: cap lai, lam lai, xin lai
roi-mat: roi mat, rot mat, danh roi, danh mat, bi mat
khai-sinh: khai sinh, giay chung sinh
khai-tu: khai tu, chung tu, bao tu, vua mat, qua doi
tam-tru: tam tru, thuong tru, ho khau, tam vang, thue tro, o tro
sao-y: sao y, cong chung, chung thuc, ban sao
mot-cua: mot cua, hanh chinh cong, lam giay to, khong con huyen, bo huyen
dich-vu-cong: dich vu cong, dichvucong, thu tuc, nop ho so
dich-vu-cong: nop giay to, giay to o nha, giay to tren mang, giay to qua mang
ho-so: ho so, tien do, ket qua
zalo: zalo, da lo, za lo
facebook: facebook, phay buc, phay, face, messenger
email: email, gmail, mail, thu dien tu, hom thu
khuon-mat: khuon mat, guong mat, sinh trac hoc, sinh trac, quet mat, nhan dien, xac thuc mat
chuyen-tien: chuyen tien, chuyen khoan, gui tien, ban tien
nham: nham, lon, lo go, go nham
ngan-hang: ngan hang, vietcombank, agribank, bidv, vietinbank, techcombank, mbbank, sacombank, bank
the-atm: the atm, the ngan hang, mat the
hotline: tong dai, hotline, so dien thoai
qr: qr, quet ma
vay: vay tien, vay app, vay online, vay nong, vay no, vay qua
doi-no: doi no, khung bo, chui boi, cho vay
dau-tu: dau tu, gop von, tien ao, chung khoan, coin, forex, lai cao, sinh loi
viec-nhe: viec nhe, luong cao, cong tac vien, nhiem vu, tha tim, chot don, hoa hong, viec lam online
trung-thuong: trung thuong, trung giai, trung xe, nhan qua, tri an
ban-tinh: hai quan, ban tinh, quen qua mang, quen tren mang, nguoi yeu tren mang, gui qua, anh tay
cong-an: cong an, vien kiem sat, toa an, lenh bat, canh sat
lua: lua dao, lua, gia mao, gia danh, dau hieu
tre: con toi, con minh, thang be, be nha, con gai, con trai, con nho, chau nho, con nit, tre em
game: game, tro choi, skin, kim cuong, robux, roblox, free fire, lien quan, nap the
bat-nat: bat nat, treu, che anh, cuoi em, tay chay, noi xau, beu xau, boi nho, vu khong, xuc pham
nguoi-la: nguoi la, khong quen, la hoac, chu la, anh la, ban la, ru gap, ru di, gap mat
anh-nong: khong mac, anh nong, nhay cam, cam anh rieng, anh rieng
anh-nong: cli nong, clip nhay cam, cong bo anh, hinh kin, coi do
doa: doa, tong tien, tung anh, tung clip, doa dang
dang-anh: dang anh, dang hinh, khoe anh, khoe con
bao-so: bao so nao, goi so nao, bam so may, goi so may, so may, so nao, bao cho ai, bao ai
rac: rac, quay ray, lam phien, moi chao, quang cao, spam, goi hoai
trinh-bao: trinh bao, to cao, to giac, nop don, bao cong an, bao lua dao
tra-so: tra so, kiem tra so, so cua ai, bi to, ntrust, cua ai
sim: sim, thue bao, nha mang, esim
cat-dien: cat dien, cup dien, mat dien, dien luc
tien-dien: tien dien, hoa don dien
thue: thue, hoan thue, etax, ma so thue, thue thu nhap
bhyt: bhyt, bao hiem y te, the bao hiem
bhxh: bhxh, bao hiem xa hoi, vssid
luong-huu: luong huu, huu tri
tro-cap: tro cap, tien nha nuoc, ho ngheo, neo don, tro giup, ho tro
rut-bhxh: mot lan, mot cuc, that nghiep, nghi viec
bao: bao sap, sap bao, con bao, bao vao, bao so, gio giat, gio bao, bao toi, bao di, sap co bao, bao sap vo
lu: lu, lut, ngap, nuoc dang, nuoc len, nuoc lut
sat-lo: sat lo, dat nut, dat lo
don-nha: nuoc rut, sau lu, don nha
thoi-tiet: thoi tiet, du bao, mua khong
may-hay-nguoi: robot, may tra loi, nguoi that hay, nguoi hay may, may hay nguoi, ai tra loi, tri tue nhan tao
ai-lap: lap ra, quan ly, dung sau, cua co quan nao, cua ai lap, van hanh
phi: mat tien, ton phi, tra phi, mien phi, ton tien, dong bao nhieu, mat phi
hoc: hoc, bai hoc, khoa hoc
chung-chi: chung chi, chung nhan, bang cap
nghe-doc: doc to, nghe thay, doc cho, ban thu am, mu chu, nghe bang tieng, doc thanh tieng
xoa: xoa, go, bo han, huy
chan: chan, block
nhom: nhom, group
thong-bao-xa: thong bao cua xa, thong bao xa, thong bao cua uy ban, xa bao, thong bao ghi
mua-hang: mua hang, mua do, dat hang, dat coc, nguoi ban, shopee, lazada
giao-hang: giao hang, shipper, ship, dung cong
tra-hang: tra hang, tra lai hang, doi tra, hang vo, bi vo, hang gia, hang loi, hoan tien
tu-thien: tu thien, ung ho, quyen gop, keu goi
cap-nhat: cap nhat, update, nang cap
tai-app: tai app, tai ung dung, cai ung dung, cai app, apk, kho ung dung, ch play, tai phan mem, cai phan mem
virus: virus, vi rut, nhiem doc
danh-ba: danh ba, luu so, luu ten
man-hinh-khoa: khoa man hinh, mo khoa, khoa may, hinh ve, van tay, khong mo duoc may
giong-noi: noi cho may, giong noi, go chu, noi de
sao-luu: sao luu, chep anh, luu anh, mat hinh, khoi mat
may-cu: may cu, ban may, cho may
doi-may: may moi, doi may, doi dien thoai, mua may moi, sang may, tu may cu
phat-nguoi: phat nguoi, phat giao thong, vi pham giao thong
bang-lai: bang lai, giay phep lai xe
du-lieu-ca-nhan: du lieu, thong tin ca nhan, thu thap, luu gi, bi lo
gio: ban dem, nua dem, khuya, gio yen lang, dem hom
dang-nhap: dang nhap, login
thiet-bi: thiet bi, may nao, may la, may khac, quen thoat, dang xuat
gia-mao-minh: lay hinh, nick gia, facebook gia, gia danh toi, gia mao toi, gia ten
tin-gia: tin gia, tin that, don, tin nao that, chia se
phan-anh: phan anh, gop y, kien nghi, hat loa, karaoke, on ao, duong hong, am i
can-bo: can bo, uy ban, chu tich, cong an xa
"""


# Each line is one word and what is taken for it, in questions and answers alike; longer ones are found first.
_SAME = """
may: dien thoai, dt, cai may, chiec may, smartphone, iphone
may: ai phon, samsung, oppo, may moi tinh, dien thoai thong minh, con dien thoai
app: ung dung, phan mem, apk, file apk
link: duong link, duong dan, lien ket
trang: trang web, website, web, trang mang, cong
hinh: anh chup, tam anh, buc anh, hinh anh, tam hinh
clip: doan phim, video clip, doan clip
to: bu, to bu, lon, phong to, to len, to ra, tang co
nho: be, li ti, nho xiu, be ti, be xiu, ti hon, be tin hin
dang-nhap: dang nhap, log in, login, nhap vao, vao duoc, vo duoc
dang-xuat: dang xuat, log out, thoat ra, thoat
xoa: xoa bo, go bo, go cai dat, go xuong, huy bo, bo het, delete, xoa sach
sinh: de con, de, sinh con, sinh em be, moi sinh
chet: mat roi, qua doi, tu tran
con-nho: thang nhoc, thang be, con be, dua nho, be nha, nhoc, con nit, chau nho, tre con, tre nho, tre em, em be
mat-the: rot the
khuon-mat: guong mat, khuon mat, cai mat, sinh trac hoc, sinh trac, nhan dien mat
mang: internet, in to net, mang internet
email: mail, gmail, thu dien tu, hop thu, hom thu, e mail
dat-mua: mua hang, mua do, dat hang, chot don, mua sam, dat mua
bill: bien lai, hoa don chuyen khoan, anh chuyen khoan, giay bao co
khoan: chuyen khoan, chuyen tien, bank tien, ban tien, biet tien, gui tien
tu-dung: tu dung, tu nhien, bong dung, dung dung, khong khi khong
quen-biet: khong quen, la hoac, khong biet mat, chua gap
cong-an: canh sat, ca phuong, cong an khu vuc, cskv
xa: phuong, thi tran, dia phuong, xa minh, phuong minh
tru-so: uy ban, ubnd, uy ban nhan dan, tru so
giay-to: ho so, thu tuc, don tu, giay ma
sua: chinh, chinh sua, dieu chinh, sua lai, cap nhat lai
tron-on: an toan, dang tin, uy tin, chac chan, dam bao, tin cay, tin duoc, yen tam
nguy: nguy hiem, rui ro, co hai, co sao, so khong, co so
goi: goi dien, dien thoai cho, goi cho, a lo cho, lien he
bao: trinh bao, bao cao, phan anh, to cao, khai bao
nghe: lang nghe, nghe may
chan: chan lai, block, khong cho nhan, cam cua
lam-phien: quay ray, quay roi, lam phien, phien ha, moi chao, quay nhieu
noi-xau: chui boi, chui, nhuc ma, xuc pham, boi nho, boc phot, vu khong, noi xau, beu xau, beu riet
bat-nat: bat nat, an hiep, treu choc, che gieu, tay chay, co lap
treo: do, dung hinh, lag, giat, cham, i ach, cham ri, cham nhu rua
het-pin: tut pin, hao pin, sap nguon, tat ngom, chai pin, yeu pin
nong: nong ran, nong ham hap, nong len
sac: sac pin, cam sac
dung-luong: bo nho, cho trong, cho chua, dung luong
day: het cho, het cho chua, sap het, day roi
mat: roi mat, danh mat, lam mat, that lac, bi mat, danh roi, de quen, bo quen
trom: giat do, bi giat, moc tui, an cap, lay trom
dinh: bi dinh, mac phai
khoa: khoa lai, bi khoa
mo-khoa: mo khoa, mo may, vao may
mat-khau: password, pass, passcode, ma pin, mat ma, mk
ma-otp: otp, ma xac thuc, ma xac nhan, ma 6 so, 6 so, o te pe, ma so, ma bi mat
nhan: nhan duoc, thay gui, gui ve, gui toi, gui den, ve may
khong-ve: chua ve, khong ve, khong thay, chua thay, khong toi, cho mai, doi hoai
hai-lop: hai lop, 2 lop, hai buoc, 2 buoc, 2fa, hai yeu to, them mot lan ma
lay-lai: khoi phuc, doi lai, vao lai, tim lai, lay lai
quen: khong nho, quen mat, quen beng, chang nho, dang tri, chiu khong nho
bi-chiem: bi hack, bi cuop, bi lay mat, bi danh cap, bi nguoi khac dung, bi chiem
nick: tai khoan, account, acc
gia: gia mao, gia danh, mao danh, hang nhai, fake
lua: lua dao, lua gat, dua lua, bip
vay: muon tien, vay tien, vay muon, vay no, hoi muon
dau-tu: gop von, dau tu, choi san, choi coin, forex, tien ao, san forex, bo von, bitcoin
viec-lam: viec lam, cong viec, cong tac vien, ctv, lam them, tuyen dung
thuong: trung thuong, qua tang, trung giai, may man
tu-thien: ung ho, quyen gop, cuu tro, tu thien, lam phuoc
kho-khan: ngheo, neo don, kho khan, hoan canh
luong-huu: luong huu, huu tri, tien huu
bao-hiem: bhyt, bhxh, bao hiem
kham: di vien, benh vien, kham benh, nhap vien
tien-dien: hoa don dien, tien dien, dong dien
cup-dien: mat dien, cup dien, tat dien, dien tat, khong co dien
thue: dong thue, khai thue, nop thue
buon: quan pho, quan an, tap hoa, mo quan, ban hang, buon ban, mo tiem
lut: ngap, nuoc len, nuoc dang, nuoc tran, lu
giong: giong gio, con bao, bao gan bo, ap thap
nut: nut toac, nut dat, sut lun
san-pham: mon hang, hang hoa
vo: hong, hu, loi, khong len nguon, gay
giao: ship, giao hang, buu ta, shipper, buu dien
thu-tien: doi tien, thu tien, bat tra
phat: phat nguoi, ban toc do, bien ban, vi pham
bang-lai: giay phep lai xe, gplx, bang lai
can-cuoc: cccd, cmnd, the can cuoc, can cuoc cong dan, chung minh nhan dan, chung minh
muc-2: dinh danh muc 2, dinh danh muc hai, muc do 2, muc hai, muc 2
vneid: ve ne i de, vnid, vne id, can cuoc dien tu, can cuoc trong may, can cuoc tren may
ngoai: bua ngoai, ngoai duong, ngoai quan, san bay, ben xe, quan ca phe
mien-phi: free, mien phi, khong mat tien, chua
tra-phi: mat tien, ton tien, tru cuoc, tru tien, dong phi, thu phi, tra phi
khuya: nua dem, ban dem, dem hom, 2 gio sang, khuya khoat
thay-mat: nhin mat, thay mat, thay cai mat, goi video, video call, goi hinh, goi co hinh
game: tro choi, tuong, skin, lien quan, free fire, roblox, kim cuong
hoc-sinh: hoc lop, lop, hoc tro
bai: bai viet, bai bao, tin tuc
chia-se: gui tiep, chia se, share, chuyen tiep
ho-tro: giup do, giup dum, ho tro
ai: nguoi nao
cap: cap lai, lam lai, xin lai
dau-do: sao y, ban sao, dong dau, chung thuc, photo, cong chung
"""

# What only says that somebody asks: it would draw every question to the few answers that happen to be asked so.
_ASKING = """
lam sao, lam the nao, nhu the nao, the nao, kieu gi, cach nao, bang cach nao, ra sao, kieu nao, phai lam gi, lam gi
duoc khong, co duoc khong, co nen, nen khong, co khong, hay khong, khong vay, cho hoi, cho toi hoi, cho bac hoi, xin hoi
bay gio, bay gio sao, gio sao, lam on, giup toi, giup minh, giup bac, chi toi, chi bac, huong dan, cach, muon, hoi
cho nao, o cho nao, bam dau, bam vao dau, o dau, sao duoc, la sao, thi sao, xu ly sao, khac phuc sao, nghe, a lo, o thi
thi la, ay ma, noi chung la, kieu nhu la, nhu vay, nhu vay ne, dung khong, phai khong, co phai, that khong, co sao khong
"""


_ASKED = sorted(
    (way.strip() for line in _ASKING.strip().splitlines() for way in line.split(",")), key=len, reverse=True
)
_ONLY_ASKING = re.compile(rf"(?<!\S)(?:{'|'.join(_ASKED)})(?!\S)")


def without_asking(text: str) -> str:
    """Folded words without those that only ask; the text itself where nothing else would be left."""
    left = " ".join(_ONLY_ASKING.sub(" ", text).split())
    return left or text


def _same() -> dict[str, str]:
    rows = (line.split(":") for line in _SAME.strip().splitlines())
    return {way.strip(): word for word, ways in rows for way in ways.split(",")}


_TAKEN_FOR = _same()
_TAKEN = re.compile(rf"(?<!\S)(?:{'|'.join(sorted(_TAKEN_FOR, key=len, reverse=True))})(?!\S)")
_CALLS = "bac chau toi tui minh em oi nhe nhi thua vang anh chi ong ba cu a da"

_CALLED = frozenset(_CALLS.split())


def told(asked: str) -> tuple[str, ...]:
    """What folded words tell, each by the word that it is taken for: without asking, and without names for people."""
    kept = [word for word in without_asking(asked).split() if word not in _CALLED]
    return _alike(" ".join(kept)) or tuple(asked.split())


def _alike(text: str) -> tuple[str, ...]:
    return tuple(_TAKEN.sub(lambda found: _TAKEN_FOR[found[0]], text).split())


def _ideas() -> dict[str, str]:
    """The idea of each way to say it."""
    rows = (line.split(":") for line in _TABLE.strip().splitlines())
    return {" ".join(_alike(way.strip())): idea for idea, ways in rows for way in ways.split(",")}


_IDEAS = _ideas()
_WAYS = re.compile(rf"(?<!\S)(?=({'|'.join(sorted(_IDEAS, key=len, reverse=True))})(?!\S))")


def ideas(words: Iterable[str]) -> frozenset[str]:
    """The ideas that folded words speak of, each with a sign before it that no word has."""
    return frozenset(f"#{_IDEAS[found[1]]}" for found in _WAYS.finditer(" ".join(words)))


WORDS = frozenset(" ".join((*_TAKEN_FOR, *_TAKEN_FOR.values(), *_IDEAS, *_ASKED)).split())
