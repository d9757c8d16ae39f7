"""Words that mean the same from anywhere, with or without tone marks."""

from collections.abc import Iterator
from enum import Enum

from bot.vietnamese.fold import fold, has_tone_marks, nfc


class Always(Enum):
    """What such a word asks for; the value is the scene it leads to, or a thing the turn itself does."""

    MENU = "home"
    START = "start"
    HELP = "help"
    STOP = "stop"
    STOP_ALL = "stop_all"
    BACK = "back"
    AGAIN = "again"
    LESSONS = "lessons"
    PROGRESS = "progress"
    PREFERENCES = "preferences"
    LANGUAGE = "language"
    DATA = "privacy"
    ERASE = "erase"
    OFFICER = "officer"


PHRASES = {
    Always.MENU: ("menu", "/menu", "thực đơn", "trang đầu", "trang chủ", "về trang đầu", "về đầu", "thôi", "home"),
    Always.START: ("/start", "bắt đầu", "bắt đầu lại", "start"),
    Always.HELP: (
        *("giúp", "giúp tôi", "giúp với", "trợ giúp", "cần giúp", "tôi cần giúp", "cứu", "cứu tôi", "cứu với"),
        *("help", "/help", "/giup", "giúp cháu", "giúp em", "giúp bác", "hướng dẫn", "help me", "i need help"),
    ),
    Always.STOP: ("dừng", "dừng lại", "ngừng", "/dung", "stop", "/stop", "hủy đăng ký", "đừng nhắn nữa"),
    Always.STOP_ALL: ("dừng hết", "dừng tất cả", "ngừng hết", "stop all", "stop everything"),
    Always.BACK: ("quay lại", "trở lại", "lùi", "lùi lại", "trở về", "quay về", "back", "/back", "go back"),
    Always.AGAIN: ("nhắc lại", "lặp lại", "nói lại", "xem lại", "đọc lại", "gửi lại", "again", "repeat"),
    Always.LESSONS: ("học", "học bài", "bài học", "danh sách bài", "/hoc", "lessons", "learn"),
    Always.PROGRESS: ("tiến bộ", "tiến bộ của tôi", "/tienbo", "progress", "my progress"),
    Always.PREFERENCES: ("cài đặt", "/caidat", "settings"),
    Always.LANGUAGE: ("ngôn ngữ", "đổi ngôn ngữ", "tiếng anh", "english", "tiếng việt", "language", "/language"),
    Always.DATA: ("dữ liệu", "dữ liệu của tôi", "/dulieu", "my data"),
    Always.ERASE: (
        *("xóa", "/xoa", "xóa dữ liệu", "xóa dữ liệu của tôi", "xóa hết", "quên tôi đi"),
        *("delete", "delete my data", "delete all my data", "delete everything"),
    ),
    Always.OFFICER: ("cán bộ", "bàn làm việc", "/canbo", "officer", "desk"),
}


def _written() -> Iterator[tuple[str, Always]]:
    for word, phrases in PHRASES.items():
        for phrase in phrases:
            yield phrase, word


_AS_WRITTEN = dict(_written())
_FOLDED = {fold(phrase): word for phrase, word in _written()}


def always_word(text: str) -> Always | None:
    """The always-word that the whole text is; "đúng" is not "dừng", but "dung" is."""
    tidy = nfc(text).strip().strip(".!?, ").lower()
    if tidy in _AS_WRITTEN:
        return _AS_WRITTEN[tidy]
    if has_tone_marks(tidy) and fold(tidy) in _MISREAD:
        return None
    return _FOLDED.get(fold(tidy))


# Folded forms that other common words share ("đúng", "dùng", "hóc", "thói"): with marks they must be written right.
_MISREAD = frozenset({"dung", "dung lai", "hoc", "thoi", "cuu", "lui"})
