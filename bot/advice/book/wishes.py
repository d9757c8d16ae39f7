"""What somebody wants of the machine itself: the menu, an end of messages, a person, a lesson, a message looked at."""

import re

from bot.advice.spoken_cues import cue, words_of

_MENU = cue("<page>")
_TO_MENU = cue("(?:ve|quay ve|quay lai|tro ve|tro lai|xem|mo|cho)<gap> <page>")
_MOST_FOR_MENU = 8  # words: longer ones only speak of some home page
_OPT_OUT = cue(r"""
    (?:dung|ngung|thoi|khoi)<gap> (?:nhan|gui|nhan tin|bao|gui tin|nhac)<far> (?:nua|di|nhe|voi)
    (?:dung|ngung|thoi) (?:nhan tin|gui tin|gui bai|gui|nhan)(?: cho)?(?: <one>)?
    khong (?:muon |can |thich )?(?:nhan|nghe|hoc)<gap> (?:tin|thong bao|bai|nhac|tin nhan)(?: \S+){0,5} (?:nua|dau)
    khong (?:muon )?nhan (?:tin|thong bao)<gap>
    huy (?:dang ky|theo doi|nhan tin)
    bo theo doi
    unsubscribe
    stop
""")
_STOPS_ALONE = frozenset({"dung", "dung lai", "ngung", "dung het", "ngung het", "huy", "dung tat ca", "tat thong bao"})
_HELP_ALONE = frozenset({"giup", "giup toi", "giup voi", "giup em", "cuu", "cuu toi", "cuu voi", "help", "tro giup"})
_NOT_OPT_OUT = cue(r"""
    tu dung|nhan duoc|tu \S+ gio|dem|khuya|gio yen lang|zalo|facebook|so la|quang cao|khong nhan duoc|nguoi ta|han
    ngu som|di ngu|buoi toi
""")
_OFFICER = cue(r"""
    (?:gap|noi chuyen|noi may|ket noi|chuyen may|lien lac|tro chuyen)<gap> (?:nguoi that|can bo|nhan vien)<any>
    (?:gap|noi chuyen|noi may|ket noi|chuyen may|lien lac)<gap> (?:nguoi phu trach|tu van vien|nguoi truc|quan tri)<any>
    (?:gap|noi chuyen|noi may|ket noi)<gap> (?:nguoi cua xa|chuyen vien|tong dai vien)<any>
    (?:cho|muon|can)<gap> gap nguoi
    (?:co )?nguoi that nao
    khong noi chuyen voi may<far>
    talk to a (?:person|human)
""")
_NOT_OFFICER = cue(r"""
    (?:nguoi|nguoi that) hay<gap> may
    may hay<gap> nguoi
    la (?:nguoi|may|robot)
""")
_LESSON = cue(r"""
    (?:muon|xin|mo|cho|vao|co|tim|can)<gap> (?:hoc bai|bai hoc|hoc ve|bai nao|hoc cach|khoa hoc|bai day)
    (?:hoc|xin|mo) (?:bai|ve)
    bai hoc
    day (?:toi|bac|em|minh|chau|me|nguoi gia) (?:cach|dung|lam|hoc|su dung|xai|goi|gui|cai)
    hoc cach
    muon hoc
""")
_LESSONS_ALONE = frozenset({"hoc", "hoc bai", "bai hoc", "hoc tiep", "danh sach bai", "danh sach bai hoc"})
_ONLY_LESSON = cue(r"""
    muon|xin|mo|cho|co|tim|can|nao|khong|di|nhe|hoc bai|bai hoc|bai nao|bai|hoc ve|hoc|day|ve|cach|dung|<one>
""")
_CHECK = cue(r"""
    (?:co phai|phai|co) (?:la )?(?:tin |trang |so |bon |ke )?(?:lua dao|lua|gia mao|gia danh)
    (?:lua dao|lua|gia mao|gia danh) (?:hay|khong|ko|k|a|ha|phai khong|dung khong)
    (?:kiem tra|check|soi|xem|coi|nhin)<gap> (?:tin nhan|tin|link|duong link|duong dan)<gap> (?:<this>|voi|giup|ho)<any>
    (?:kiem tra|check|soi|xem|coi|nhin)<gap> (?:so|trang|website|cuoc goi|anh|ma qr)<gap> (?:<this>|voi|giup|ho)<any>
    (?:kiem tra|check|soi|xem)<gap> (?:link|duong link|duong dan|tin|tin nhan|trang)<gap> (?:that|co an toan)<any>
    (?:tin nhan|tin|link|duong dan|cuoc goi|trang|so) <this>(?: \S+){0,5} (?:that|gia|lua|an toan|sao|tin duoc)<any>
    (?:that hay gia|gia hay that|lua hay that|lua dao hay that|nghi lua dao|nghi la lua)<any>
    (?:xung|tu xung|xung la|gia danh)<far> (?:that khong|dung khong|tin duoc khong|noi that)<any>
    (?:xung|tu xung|xung la|gia danh)<far> (?:bao|yeu cau|keu|noi|bat|doi)<any>
    tin duoc khong|noi that khong|co tin duoc|nen tin khong|dang tin khong
    nho xem (?:ho|giup)
    xem (?:giup|ho)<gap> (?:tin|link|so)<gap>
    duong dan la|link la
""")
_MESSAGE = cue(r"""
    (?:quy khach|kinh gui|chuc mung (?:ban|quy khach)|tai khoan cua (?:ban|quy khach))<far>
    (?:vui long|nhanh tay|bam vao link|bam vao duong dan|truy cap|click)<far> (?:cap nhat|nhan qua|xac minh)<gap>
    (?:vui long|nhanh tay|bam vao link|bam vao duong dan|truy cap|click)<far> (?:xac thuc|nhan thuong|tai)<gap>
""")
_WHO = "chau|con|em|ban|bac|anh|chi|co|chu|ong|ba|ad|bot|cam tay|ca nha|moi nguoi|can bo|nha|nhe|a|nghen|nhieu|lam"
_GREETING = re.compile(rf"(?:(?:da|xin|kinh) )*(?:chao|alo|hello|hi|hey)(?: (?:{_WHO}|buoi sang|buoi toi))*")
_THANKS = re.compile(
    rf"(?:(?:da|vang|ok|oke|u|thoi|roi|hieu roi|biet roi|duoc roi|tot qua|{_WHO}) )*(?:xin )?"
    rf"(?:cam on|cam ta|doi on|thank you|thanks?|tks)(?: (?:{_WHO}|da|vi|that|rat|qua|chi|bao|giup|nghe|nhieu lam))*"
)
_ADDRESS = re.compile(
    r"https?://|www\.|[\w-]\.(?:top|xyz|icu|vip|club|cc|life|site|shop|online|info|me|ly|cfd|click)\b", re.IGNORECASE
)
WORDS = words_of(_MENU, _OPT_OUT, _OFFICER, _LESSON, _CHECK, _MESSAGE) | {"chao", "alo", "cam", "on"}


def greets(plain: str) -> bool:
    """Whether folded words are a greeting and nothing else."""
    return _GREETING.fullmatch(plain) is not None


def thanks(plain: str) -> bool:
    """Whether folded words are thanks and nothing else."""
    return _THANKS.fullmatch(plain) is not None


def cries_for_help(plain: str) -> bool:
    """Whether help is asked for and nothing more is said."""
    return plain in _HELP_ALONE


def stops(plain: str) -> bool:
    """Whether folded words are the word itself that stops the bot."""
    return plain in _STOPS_ALONE


def wants_menu(plain: str) -> bool:
    """Whether a message asks for the first page."""
    short = len(plain.split()) <= _MOST_FOR_MENU
    return (_MENU if short else _TO_MENU).search(plain) is not None


def wants_out(plain: str) -> bool:
    """Whether folded words ask that nothing more be sent; "not at night" is a setting and not the end."""
    return stops(plain) or (_OPT_OUT.search(plain) is not None and not _NOT_OPT_OUT.search(plain))


def wants_person(plain: str) -> bool:
    """Whether folded words ask for a person in place of the machine."""
    return _OFFICER.search(plain) is not None and not _NOT_OFFICER.search(plain)


def wants_lesson(plain: str) -> bool:
    """Whether folded words ask to learn, rather than for an answer."""
    return plain in _LESSONS_ALONE or _LESSON.search(plain) is not None


def subject_of_lesson(plain: str) -> str:
    """What the lesson should be about; "" where that was not said."""
    return " ".join(_ONLY_LESSON.sub(" ", plain).split())


def wants_check(text: str, plain: str) -> bool:
    """Whether a message is to be looked at: it is spoken of, or it stands there itself."""
    return any(pattern.search(plain) for pattern in (_CHECK, _MESSAGE)) or _ADDRESS.search(text) is not None
