"""Words of somebody who needs a person now: who wants to die, a child that is harmed, somebody who is beaten."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from bot.advice.phrases import Phrases
from bot.translations import mark
from bot.vietnamese.fold import nfc
from bot.vietnamese.plain import plain_words


class Distress(Enum):
    """What somebody tells of."""

    SELF_HARM = "self-harm"
    CHILD_HARM = "child-harm"
    VIOLENCE = "violence"


@dataclass(frozen=True, slots=True)
class Comfort:
    """What was heard, and sentences to be said through `Words`, with the number to call in the first or the second."""

    distress: Distress
    steps: tuple[str, ...]


_I = "toi/tui/em/con/chau/minh/chi/anh/tao/to"
_CUES = {
    Distress.SELF_HARM: f"""khong muon song | khong thiet song | chan song | {_I} muon chet | chet .. cho xong |
        chi muon chet | het duong song | khong con ly do .. song | uong thuoc .. chet | nhay cau |
        nhay lau | cat tay .. chet/tu | rach tay | tu sat | muon bien mat | tu tu cho/chet/quach/luon |
        ket thuc cuoc doi/song""",
    Distress.CHILD_HARM: """xam hai | so vung kin | so .. vung kin | sam so | hiep dam | cuong hiep |
        dung cham .. chau/em/con/be .. so | bat .. coi do/quan/ao | bat em/con/chau/be .. gui anh | ep .. gui anh |
        doa .. tung/dang .. anh .. em/con/chau/be | anh .. cua em/con/chau/be .. tung | bi bat nat | bi .. ban danh |
        bi .. ban .. lop danh | bi bo/me/cha/duong/thay/co danh | bo/me/cha/duong .. danh em/con/chau |
        danh con/be/tre/chau | bao hanh | bao luc hoc duong | du .. di khach san | ru .. gap rieng |
        bo doi em/con/chau""",
    Distress.VIOLENCE: """chong .. danh toi/em/con/chi | chong danh | bi chong danh | bi danh dap | doa giet |
        giet toi/em/con/chau | bi nhot | bi giam | bi bat giu | bi bat coc | bi khong che""",
}
_MARKED = re.compile(r"tự (?:tử|vẫn|sát)", re.IGNORECASE)  # without marks these are "từ từ" and "tư vấn"

_HERE = mark("{Me} nghe {you} đây. {You} không phải một mình.")
_STAY = mark("{You} gọi ngay cho một người thân, hoặc sang nhà bên cạnh. Đừng ở một mình lúc này.")
_115 = mark(
    "Đã uống gì hay bị thương thì gọi 115 ngay. Cất xa thuốc, dao. Trẻ em gọi 111, có người nghe cả ngày lẫn đêm."
)
_111 = mark("Gọi 111: có người nghe, giữ kín, không mất tiền, cả ngày lẫn đêm.")
_GROWN_UP = mark("Nói ngay với một người lớn mà {you} tin: bố mẹ, ông bà, thầy cô.")
_NO_FAULT = mark("Chuyện này không phải lỗi của {you}. Kể ra là dũng cảm.")
_AWAY = mark("Đừng tới chỗ người ấy, đừng ở một mình với người ấy nữa. Bị dọa, bị đánh thì gọi 113.")
_KEEP_PROOF = mark("Đừng xóa tin nhắn, đừng gửi thêm ảnh, đừng trả tiền.")
_113 = mark("Đang bị đánh hay bị giữ thì gọi 113. Bị thương thì gọi 115.")
_LEAVE = mark("Đi được thì {you} sang nhà hàng xóm hoặc trụ sở công an xã.")

STEPS = {
    Distress.SELF_HARM: (_HERE, _115, _STAY),
    Distress.CHILD_HARM: (_111, _GROWN_UP, _NO_FAULT, _AWAY, _KEEP_PROOF),
    Distress.VIOLENCE: (_113, _LEAVE, _HERE),
}


def comfort(text: str) -> Comfort | None:
    """What to say at once to somebody in distress; None where no such words are heard."""
    found = {one.name for one in _phrases().find(plain_words(text))}
    if _MARKED.search(nfc(text)):
        found.add(Distress.SELF_HARM)
    heard = next((one for one in Distress if one in found), None)
    return Comfort(heard, STEPS[heard]) if heard else None


@cache
def _phrases() -> Phrases[Distress]:
    return Phrases({heard: [phrase.strip() for phrase in cues.split("|")] for heard, cues in _CUES.items()})
