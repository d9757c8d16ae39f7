"""Short forms of offices, and the words beside which a name of an office says nothing."""

# In capitals each of these is a short form although it may also be a word.
_SHORT = """
UBND UB HĐND BCH BCĐ BCHQS PCTT TKCN PCLB PTDS CA CAX CAP CAT QS BĐBP TTYT TYT TT MTTQ UBMTTQ HTX BQL VP VPUB BV TTHC
PCCC CNCH KTTV ANTT ANM CSGT CSKV PCCCR TTDB TTKTTV VHXH VHTT TTVH ĐTN HPN HND CCB THCS THPT TH MN ĐU BTV BCA BYT
BNV BCHPTDS BCHPCTT UBNDX BTTTT SYT STC SNN CDC TTKSBT KSBT HC TP
"""
SHORT = frozenset(_SHORT.split())
PLACES = frozenset({"HCM", "TPHCM"})
# Kinds of places, and what joins parts of a name: alone they name nobody.
_NOTHING = """
xã phường tỉnh thành phố tp huyện quận thị trấn đặc khu thôn bản ấp xóm tổ khu x p t h q tx và của tại địa bàn cấp trên
toàn nhà nước
"""
NOTHING = frozenset(_NOTHING.split())
NATIONAL = r"(?<!\w)(?:bộ|cục|tổng cục|chính phủ|quốc gia|trung ương|việt nam|ban chỉ đạo quốc gia)(?!\w)"
ENDS_WITH_KIND = r"(?<!\w)(?:xã|phường|tỉnh|thành phố|đặc khu|huyện|địa phương)\W*\Z"
