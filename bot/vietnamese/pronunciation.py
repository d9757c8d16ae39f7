"""How a Vietnamese voice is to say what is not written in Vietnamese."""

# Lower case; what is said for brands and words, however they are written.
SAID = {
    "app": "áp",
    "chatbot": "chát-bót",
    "email": "i-meo",
    "facebook": "phây-búc",
    "gmail": "gi-meo",
    "google": "gu-gồ",
    "hotline": "đường dây nóng",
    "internet": "in-tơ-nét",
    "link": "đường dẫn",
    "livestream": "phát trực tiếp",
    "messenger": "mét-sen-giơ",
    "momo": "mô-mô",
    "ncademy": "en-ca-đê-mi",
    "ntrust": "en-trớt",
    "online": "trên mạng",
    "shopee": "sóp-pi",
    "sim": "sim",
    "sms": "tin nhắn",
    "telegram": "tê-lê-gram",
    "tiktok": "tích-tóc",
    "video": "vi-đê-ô",
    "vneid": "vê-nê-i-đê",
    "web": "oép",
    "website": "trang mạng",
    "wifi": "oai-phai",
    "wi-fi": "oai-phai",
    "youtube": "diu-túp",
    "zalo": "da-lô",
}

# Only as written here: in lower case some of these are Vietnamese words.
SAID_IN_CAPITALS = {
    "ATM": "máy rút tiền",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "CCCD": "căn cước công dân",
    "CSGT": "cảnh sát giao thông",
    "CVV": "xê vê vê",
    "ĐT": "điện thoại",
    "GPLX": "giấy phép lái xe",
    "HĐND": "hội đồng nhân dân",
    "NXB": "nhà xuất bản",
    "OTP": "ô tê pê",
    "PCCC": "phòng cháy chữa cháy",
    "PIN": "pin",
    "QR": "quy-a",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "UBND": "ủy ban nhân dân",
    "URL": "đường dẫn",
    "4G": "bốn gờ",
    "5G": "năm gờ",
    "24/7": "suốt ngày đêm",
    "24/24": "suốt ngày đêm",
    "TP.HCM": "thành phố Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
    "TP. HCM": "thành phố Hồ Chí Minh",
}

# Behind a number, in lower case.
UNITS = {
    "%": "phần trăm",
    "°c": "độ xê",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "km": "ki-lô-mét",
    "km/h": "ki-lô-mét một giờ",
    "m": "mét",
    "m2": "mét vuông",
    "m3": "mét khối",
    "kg": "ki-lô-gam",
    "g": "gam",
    "ha": "héc-ta",
    "l": "lít",
}

# Read digit by digit wherever nothing is being counted.
HOTLINES = ("111", "112", "113", "114", "115", "156", "1022", "5656")
