"""What old people say before and after what they want: learned as what tells nothing.

Other words than those of `bench.writing`, with which it is measured.
"""

import random

_BEFORE = (
    "alô alô có nghe không",
    "chào cháu nhé bác đây",
    "dạ con chào cô chú",
    "cháu này bác nhờ cháu tí",
    "con ơi bà hỏi con cái này cái",
    "em ơi cho chị hỏi xíu nghen",
    "trời đất ơi già rồi nó khổ vậy đó",
    "tôi năm nay ngoài bảy mươi rồi chân tay lẩy bẩy",
    "nhà chỉ có hai ông bà già với nhau",
    "sáng nay ra chợ nghe mấy bà nói chuyện về nhà cứ nghĩ mãi",
    "hôm nọ đi họp tổ dân phố về",
    "bữa trước đi đám giỗ bên nhà ông anh",
    "thằng cháu nội nó cài cho cái máy này",
    "xin lỗi làm phiền nghe",
    "không biết có ai ở đó không chứ tôi nói đại",
    "mệ nói chậm con nghe nghe con",
    "à quên nói cái này nữa",
    "nói thiệt là tui ngại lắm mà cũng phải nói",
)
_BEHIND = (
    "cháu nói chậm chậm bác nghe",
    "già rồi lẩm cẩm cháu thông cảm",
    "con cái đi làm ăn xa cả chẳng biết hỏi ai",
    "giúp bà với nhé bà cảm ơn",
    "tội nghiệp bà già con nghe",
    "nói với cháu vậy thôi",
    "bác không rành ba cái máy móc này đâu",
    "hỏi người ta thì người ta cười cho",
    "ở nhà có một mình buồn lắm",
    "vậy đó con",
    "trả lời giùm tui nghen",
    "mong sớm được hồi âm",
    "bác chờ nhé",
    "thôi bác đi nấu cơm cái đã",
    "mấy đứa con thì bận tối mắt tối mũi",
    "xin cảm ơn cán bộ nhiều",
    "nói vậy có hiểu không con",
    "ai biết chỉ giùm",
)


def padded(text: str, chance: random.Random) -> str:
    """The text between one or two things that are said before it and one or two behind it."""
    before = chance.sample(_BEFORE, chance.choice((1, 1, 2)))
    return " ".join((*before, text, *chance.sample(_BEHIND, chance.choice((1, 1, 2)))))
