"""An officer's answer to one person as the file of an answer for everybody, with what an editor has to fill in."""

from datetime import date

from bot.learning.header_values import slug
from bot.learning.lesson_parts import LONGEST_TITLE

LONGEST_NAME = 40  # characters of the file's name

# Square brackets that begin with "điền" are found by the check as not filled in yet.
_FILE = """# {title}

mã: {id}
chủ đề: [điền: vài chữ, ví dụ mật khẩu]
nguồn: Cán bộ xã trả lời bà con, {day}
người phụ trách: {owner}
ngày duyệt: {day}

## Cách hỏi khác

- [điền: một cách hỏi khác, như bà con nói; cần 3 đến 16 cách]
- [điền: cách thứ hai]
- [điền: cách thứ ba]

## Trả lời

{answer}
"""


def name_of(asked: str) -> str:
    """The name of the file without its ending, from the first words of what was asked; "" where it has none."""
    return slug(asked)[:LONGEST_NAME].rpartition("-")[0] if len(slug(asked)) > LONGEST_NAME else slug(asked)


def answer_text(asked: str, answer: str, owner: str, day: date, name: str = "") -> str:
    """The Markdown of `lessons/hoi-dap/<name>.md`; `asked` were redacted words, `owner` answers for the answer."""
    return _FILE.format(
        title=_title(asked), id=name or name_of(asked), day=f"{day:%d/%m/%Y}", owner=owner, answer=_plain(answer)
    )


def _title(asked: str) -> str:
    """On one line, as long as a title may be, ending as a question does."""
    line = " ".join(asked.split()).rstrip("?.! ")[: LONGEST_TITLE - 1].rstrip()
    return f"{line[:1].upper()}{line[1:]}?"


def _plain(answer: str) -> str:
    """Paragraphs, whose signs mean nothing in Markdown."""
    lines = (line.lstrip("#->+*| ").strip() for line in answer.splitlines())
    return "\n\n".join(filter(None, lines))
