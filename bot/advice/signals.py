"""What a message may show of a scam, or of an honest sender, and how much each is worth."""

from enum import Enum

from bot.translations import mark


class Signal(Enum):
    """One thing that a message shows; the value is its name for scripts."""

    SECRET = "asks-secret"  # noqa: S105
    MONEY_FIRST = "asks-money-first"
    TRANSFER = "asks-transfer"
    THREAT = "threat"
    HURRY = "hurry"
    SECRECY = "secrecy"
    NO_CHECKING = "bids-not-to-check"
    MOVE = "moves-talk"
    APP = "app-from-outside"
    PROGRAM = "sends-program"
    CLICK = "asks-click"
    TOO_GOOD = "too-good"
    CLAIM = "claims-office"
    STRANGER = "stranger-claims"
    OFFICE_ASKS = "office-asks"  # who is claimed, against what such an office really asks
    NEVER_CODE = "office-never-asks-code"  # these tell of OFFICE_ASKS what the directory knows, see `nevers`
    NEVER_TRANSFER = "office-never-asks-transfer"
    NEVER_MONEY_FIRST = "office-never-asks-money-first"
    NEVER_APP = "office-never-gives-app"
    NEVER_SECRECY = "office-never-bids-secrecy"
    LINK_FAKE = "link-fake"
    LINK_ENDING = "link-ending"
    LINK_SHORT = "link-short"
    LINK_IP = "link-ip"
    LINK_UNKNOWN = "link-unknown"
    LINK_CHAT = "link-chat"
    LINK_KNOWN = "link-known"
    LINK_LETTERS = "link-letters"
    ALONE_OFFICIAL = "link-alone-official"  # what is said of a link and nothing else, see `TOLD_ANYWAY`
    ALONE_LISTED = "link-alone-listed"
    ALONE_ANYBODYS = "link-alone-anybodys"
    ALONE_SHORT = "link-alone-short"
    ALONE_CHAT = "link-alone-chat"
    ALONE_UNKNOWN = "link-alone-unknown"
    TRICK = "writing-trick"
    TAIL = "random-tail"
    KIND_SURE = "known-trick-sure"
    KIND = "known-trick"
    KIND_AGAIN = "known-trick-again"  # more than one phrase of the same kind
    KIND_HINT = "known-trick-hint"
    STORY = "known-story"  # what is spoken of makes the story of a kind, in whatever words
    GIVEAWAY = "giveaway"  # what no points are given for, told beside what was counted, see `giveaways`
    LEANING = "sounds-like"  # all the words together, see `leanings`
    KNOWN_WORDS = "known-words"  # words of the administrators' own list
    QR_PAYS = "qr-pays"
    QR_LURES = "qr-lures"
    NUMBER_LISTED = "number-listed"
    NUMBER_ABROAD = "number-abroad"
    NUMBER_COSTS = "number-costs"
    NUMBER_UNKNOWN = "number-unknown"
    QR_BROKEN = "qr-broken"
    WARNS = "warns"
    SERVICE = "service"


SUSPICIOUS, DANGER = 2.1, 5.7  # points

# Log-odds by logistic regression (L2 towards the values from before, five folds) on 22/11/2026 over 676 real messages
# and 528 of our own that nothing had been learned from, rounded. Between the fit and what was set by hand: offices that
# ask, which hardly come in SMS, and secrets.
POINTS = {
    Signal.SECRET: 2.4,
    Signal.MONEY_FIRST: 1.0,
    Signal.TRANSFER: 1.0,
    Signal.THREAT: 1.3,
    Signal.HURRY: 0.1,
    Signal.SECRECY: 3.0,
    Signal.NO_CHECKING: 2.4,
    Signal.MOVE: 0.9,
    Signal.APP: 1.8,
    Signal.PROGRAM: 5.0,
    Signal.CLICK: -0.3,
    Signal.TOO_GOOD: 0.0,
    Signal.CLAIM: 0.0,
    Signal.STRANGER: 1.2,
    Signal.OFFICE_ASKS: 1.0,
    Signal.LINK_FAKE: 5.2,
    Signal.LINK_ENDING: 3.0,
    Signal.LINK_SHORT: 1.2,
    Signal.LINK_IP: 2.5,
    Signal.LINK_UNKNOWN: 1.0,
    Signal.LINK_CHAT: 0.9,
    Signal.LINK_KNOWN: -1.7,
    Signal.LINK_LETTERS: 2.0,
    Signal.TRICK: 3.8,
    Signal.TAIL: 1.9,
    Signal.KIND_SURE: 2.9,
    Signal.KIND: 2.2,
    Signal.KIND_AGAIN: 1.7,
    Signal.KIND_HINT: 0.7,
    Signal.STORY: 3.0,
    Signal.KNOWN_WORDS: 2.8,
    Signal.QR_PAYS: 0.5,
    Signal.QR_BROKEN: 2.2,
    Signal.QR_LURES: 6.0,
    Signal.WARNS: -1.2,
    Signal.SERVICE: -2.2,
}
SURELY_FALSE = 6.0  # points of a link that no honest stranger would have: danger without a word beside it

# What honest senders hardly ever do.
GRAVE = frozenset(
    {
        Signal.SECRET,
        Signal.SECRECY,
        Signal.NO_CHECKING,
        Signal.APP,
        Signal.PROGRAM,
        Signal.OFFICE_ASKS,
        Signal.LINK_FAKE,
        Signal.LINK_ENDING,
        Signal.LINK_IP,
        Signal.LINK_LETTERS,
        Signal.QR_LURES,
        Signal.TRICK,
        Signal.KIND,
        Signal.KIND_SURE,
        Signal.KNOWN_WORDS,
    }
)

# What is worth saying also where there is no sign.
TOLD_ANYWAY = frozenset(
    {
        Signal.ALONE_OFFICIAL,
        Signal.ALONE_LISTED,
        Signal.ALONE_ANYBODYS,
        Signal.ALONE_SHORT,
        Signal.ALONE_CHAT,
        Signal.ALONE_UNKNOWN,
        Signal.QR_PAYS,
        Signal.WARNS,
    }
)

_SHORT_LINK = mark("Đường dẫn rút gọn “{words}” giấu nơi nó thật sự dẫn tới.")
_UNKNOWN_LINK = mark("Đường dẫn “{words}” là trang lạ, {me} không biết của ai.")
# Why, in plain words; {words} are the message's own.
REASONS = {
    Signal.SECRET: mark(
        "Có chuyện đưa mã, mật khẩu, giấy tờ hay khuôn mặt: “{words}”. Có được là họ vào tài khoản của mình."
    ),
    Signal.MONEY_FIRST: mark("Có nói tới tiền: “{words}”. Tiền mình đã đưa đi thì khó đòi lại."),
    Signal.TRANSFER: mark("Có chuyện chuyển tiền: “{words}”. Tiền đi rồi thì khó lấy lại."),
    Signal.THREAT: mark("Chỗ này dễ làm mình nghe theo: “{words}”. Sợ, vội hay mừng thì cũng dừng lại đã."),
    Signal.HURRY: mark("Chỗ này giục gấp: “{words}”. Gấp để mình không kịp hỏi ai."),
    Signal.SECRECY: mark("Có chuyện giấu người nhà: “{words}”. Giấu thì không ai kịp cản. Cứ kể cho người nhà nghe."),
    Signal.NO_CHECKING: mark("Họ bảo đừng hỏi lại cho chắc: “{words}”. Người thật không sợ mình hỏi lại."),
    Signal.MOVE: mark(
        "Có chuyện sang Zalo, Telegram hay nhóm riêng: “{words}”. Nói riêng với họ thì không ai thấy mà cản giùm."
    ),
    Signal.APP: mark(
        "Có chuyện cài ứng dụng lạ hoặc cho xem màn hình: “{words}”. Làm vậy là họ điều khiển được máy mình."
    ),
    Signal.PROGRAM: mark("Họ gửi một tệp cài vào máy: “{words}”. Cài rồi là họ điều khiển được máy mình."),
    Signal.CLICK: mark("Họ bảo bấm vào đường dẫn: “{words}”."),
    Signal.TOO_GOOD: mark("Chỗ này hứa cho tiền, cho quà: “{words}”. Người lạ không tự nhiên cho ai."),
    Signal.CLAIM: mark("Người gửi tự xưng là cơ quan, ngân hàng hoặc người quen: “{words}”."),
    Signal.STRANGER: mark("Có người lạ: “{words}”. Ai cũng có thể tự xưng tên này, chức kia."),
    Signal.OFFICE_ASKS: mark("Có nhắc “{words}”. Kẻ gian hay mượn tên này cho mình sợ, hoặc cho mình tin."),
    Signal.NEVER_CODE: mark("Có nhắc “{words}”. Người thật không bao giờ gọi hay nhắn mà hỏi mã, mật khẩu."),
    Signal.NEVER_TRANSFER: mark(
        "Có nhắc “{words}”. Người thật không bao giờ bảo chuyển tiền vào một tài khoản họ đọc cho."
    ),
    Signal.NEVER_MONEY_FIRST: mark("Có nhắc “{words}”. Người thật không bao giờ đòi tiền trước."),
    Signal.NEVER_APP: mark(
        "Có nhắc “{words}”. Người thật không bao giờ gửi ứng dụng cho cài, ứng dụng chỉ có trong kho của máy."
    ),
    Signal.NEVER_SECRECY: mark("Có nhắc “{words}”. Người thật không bao giờ bảo giấu người nhà."),
    Signal.LINK_FAKE: mark(
        "Đường dẫn “{words}” giống tên một nơi có thật, nhưng {me} không biết trang này của ai. "
        "Đừng bấm, đừng gõ gì vào đó."
    ),
    Signal.LINK_ENDING: mark("Đường dẫn “{words}” là trang lạ. Kẻ gian hay dùng loại trang này."),
    Signal.LINK_SHORT: _SHORT_LINK,
    Signal.LINK_IP: mark("Đường dẫn “{words}” chỉ là một dãy số, không có tên của ai."),
    Signal.LINK_UNKNOWN: _UNKNOWN_LINK,
    Signal.LINK_CHAT: mark("Đường dẫn “{words}” mở cuộc nói chuyện riêng với người lạ."),
    Signal.LINK_LETTERS: mark("Đường dẫn “{words}” có chữ của nước khác, nhìn giống chữ của mình."),
    Signal.ALONE_OFFICIAL: mark("Trang này có trong danh sách trang chính thức: {words}."),
    Signal.ALONE_LISTED: mark("Trang này có tên trong danh sách, nhưng chưa được kiểm chứng: {words}."),
    Signal.ALONE_ANYBODYS: mark("Ở “{words}” ai cũng lập trang được. Nhìn đường dẫn thì không biết người đó là ai."),
    Signal.ALONE_SHORT: _SHORT_LINK,
    Signal.ALONE_CHAT: mark("Đường dẫn “{words}” mở cuộc nói chuyện hoặc vào nhóm. Nhìn thì không biết ai ở đó."),
    Signal.ALONE_UNKNOWN: _UNKNOWN_LINK,
    Signal.TRICK: mark("Chữ bị viết méo để qua mặt máy lọc: “{words}”."),
    Signal.TAIL: mark("Cuối tin có mấy chữ vô nghĩa do máy gửi hàng loạt thêm vào: “{words}”."),
    Signal.KIND_SURE: mark("Lời này giống hẳn một kiểu lừa đã biết: “{words}”."),
    Signal.KIND: mark("Lời này giống một kiểu lừa đã biết: “{words}”."),
    Signal.KIND_HINT: mark("Có chỗ giống một kiểu lừa đã biết: “{words}”."),
    Signal.KNOWN_WORDS: mark("Kẻ lừa đảo hay nói gần như vầy: “{words}”."),
    Signal.KIND_AGAIN: mark("Thêm một chỗ giống kiểu lừa này: “{words}”."),
    Signal.STORY: mark("Chỗ này giống tin lừa: “{words}”. {You} đưa người nhà xem giùm."),
    Signal.LEANING: mark("Lời lẽ giống kẻ lừa đảo hay nói, nhất là chỗ “{words}”."),
    Signal.QR_PAYS: mark("Mã QR này để trả tiền đi, không phải để nhận tiền: {words}."),
    Signal.QR_LURES: mark("Tin này hứa cho {you} tiền, nhưng mã QR trong tin lại lấy tiền của {you} đi: {words}."),
    Signal.QR_BROKEN: mark("Mã QR này hỏng hoặc đã bị sửa: {words}."),
    Signal.NUMBER_LISTED: mark("Số này có trong danh bạ chính thức: {words}."),
    Signal.NUMBER_ABROAD: mark("Số {words} gọi từ nước ngoài. Kẻ gian hay dùng số như vậy."),
    Signal.NUMBER_COSTS: mark("Gọi vào số {words} mất tiền, có khi rất đắt."),
    Signal.NUMBER_UNKNOWN: mark("Số {words} không có trong danh bạ chính thức. Nhìn số thì không biết ai gọi."),
    Signal.WARNS: mark("Tin này nhắc đề phòng: “{words}”. {You} cứ nhớ như vậy{polite}."),
}
