"""The rows of the log as sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.offices.moves_said import DONE
from bot.storage.offices.audit import SCRIPT, SYSTEM, Entry
from bot.translations import Words, mark

SAID: Mapping[str, str] = {move.value: sentence for move, sentence in DONE.items()} | {
    "officer added": mark("{name} thêm cán bộ"),
    "officer frozen": mark("{name} khóa tài khoản"),
    "officer active": mark("{name} mở lại tài khoản"),
    "officer revoked": mark("{name} thu hồi tài khoản"),
    "code given": mark("{name} cấp mã gắn điện thoại"),
    "place bound": mark("{name} gắn một điện thoại"),
    "place unbound": mark("{name} gỡ một điện thoại"),
    "invitation made": mark("{name} tạo đường dẫn mời"),
    "invitation used": mark("{name} dùng đường dẫn mời"),
    "recovery codes made": mark("{name} tạo mã dự phòng"),
    "recovery code used": mark("{name} dùng một mã dự phòng"),
    "passkey added": mark("{name} thêm khóa đăng nhập"),
    "passkey removed": mark("{name} gỡ khóa đăng nhập"),
    "password changed": mark("{name} đổi mật khẩu"),
    "signed in": mark("{name} đăng nhập"),
    "signed out": mark("{name} đăng xuất"),
    "login ended": mark("{name} đăng xuất máy khác"),
    "wrong passwords": mark("gõ sai mật khẩu nhiều lần"),
    "case taken": mark("{name} nhận giúp"),
    "case closed": mark("{name} khép việc cần giúp"),
    "case passed on": mark("{name} chuyển việc cần giúp lên cấp trên"),
    "question taken": mark("{name} nhận câu hỏi"),
    "question answered": mark("{name} trả lời câu hỏi"),
    "question closed": mark("{name} khép câu hỏi"),
    "question passed on": mark("{name} chuyển câu hỏi lên cấp trên"),
    "answer approved": mark("{name} duyệt câu trả lời"),
    "answer dropped": mark("{name} bỏ câu trả lời"),
    "api token added": mark("{name} tạo mã truy cập cho chương trình"),
    "api token revoked": mark("{name} thu hồi mã truy cập của chương trình"),
    "content.published": mark("{name} đăng bản mới"),
    "content.restored": mark("{name} khôi phục bản cũ"),
    "content.retired": mark("{name} cho ngừng dùng"),
    "content.by_hand": mark("sửa thẳng trong thư mục"),
    "content.ask": mark("{name} xin người thứ hai đồng ý"),
    "content.agreed": mark("{name} đồng ý bản mới"),
    "content.returned": mark("{name} trả lại bản mới"),
    "content.two_people": mark("{name} đổi cách duyệt bài về an toàn"),
}
BEGINNING = 8  # characters of a hash, enough to tell two of one page apart
_HASH = re.compile(r"[0-9a-f]{32,}")
NOBODY: Mapping[str, str] = {SYSTEM: mark("Hệ thống"), SCRIPT: mark("Lệnh trên máy chủ")}


def told(entry: Entry, names: Mapping[str, str], words: Words) -> str:
    """Who did what; what no sentence is known for stands as the program wrote it."""
    who = words.say(NOBODY[entry.who]) if entry.who in NOBODY else names.get(entry.who, entry.who)
    return words.say(SAID[entry.what], name=who) if entry.what in SAID else f"{who}: {entry.what}"


@dataclass(frozen=True, slots=True)
class Note:
    """One detail of a row; `short` is how it begins where it is a hash, which nobody reads to its end, else ""."""

    name: str
    value: str
    short: str = ""


def notes(entry: Entry) -> tuple[Note, ...]:
    """What else was noted, each thing apart."""
    return tuple(
        Note(name, str(value), str(value)[:BEGINNING] if _HASH.fullmatch(str(value)) else "")
        for name, value in entry.details.items()
    )


def details(entry: Entry) -> str:
    """What else was noted: ids, counts and words of the program."""
    return ", ".join(f"{name}: {value}" for name, value in entry.details.items())
