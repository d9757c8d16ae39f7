"""A table as administrators save it: whatever Excel does to separators, marks and the first bytes is taken as meant."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.directory.entries import Mistake
from bot.translations import mark
from bot.vietnamese.fold import fold, nfc

MOST_BYTES = 5_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_VALUE = 60

MISSING = mark("Chưa thấy tệp này. Tạo tệp với dòng đầu tiên: {header}")
UNREADABLE = mark("Chưa mở được tệp này. Xem tệp có đang mở ở nơi khác, và có quyền đọc không.")
TOO_LARGE = mark("Tệp quá lớn nên chưa được đọc. Chỉ giữ lại các dòng cần dùng.")
WRONG_ENCODING = mark("Tệp chưa lưu bằng UTF-8 nên chữ có dấu sẽ hỏng. Chọn Lưu thành (Save As), loại CSV UTF-8.")
BROKEN = mark("Từ dòng này không đọc được nữa. Xem dấu ngoặc kép đã đóng đủ chưa.")
WRONG_HEADER = mark("Dòng đầu tiên thiếu cột. Viết đủ: {header}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `cells` by the folded name of their column."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(slots=True)
class TableFile:
    """One file, its columns as the header should name them, and the mistakes found while it is read."""

    path: Path
    header: str
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, line: int, sentence: str, **values: str) -> None:
        """Keep one mistake; long values are cut."""
        short = tuple((name, value[:_LONGEST_VALUE]) for name, value in values.items())
        self.mistakes.append(Mistake(f"{self.path.parent.name}/{self.path.name}", line, sentence, short))

    def rows(self) -> Iterator[Row]:
        """The rows that are not empty."""
        lines = self._lines(self._text())
        at, first = next(lines, (0, []))
        if first[:1] == ["sep="]:  # a note that Excel leaves for itself
            at, first = next(lines, (0, []))
        columns = [fold(cell) for cell in first]
        if not set(fold(self.header).split(",")) <= set(columns):
            if at:
                self.add(at, WRONG_HEADER, header=self.header)
            return
        for line, cells in lines:
            if any(cells):
                yield Row(line, dict(zip(columns, cells, strict=False)))

    def _lines(self, text: str) -> Iterator[tuple[int, list[str]]]:
        start = text.partition("\n")[0]
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=start.count))
        try:
            for cells in reader:
                yield reader.line_num, [" ".join(cell.split()) for cell in cells]
        except csv.Error:
            self.add(reader.line_num + 1, BROKEN)

    def _text(self) -> str:
        """The content in composed form; empty where it cannot be read, which is then a mistake."""
        try:
            if self.path.stat().st_size > MOST_BYTES:
                self.add(1, TOO_LARGE)
                return ""
            return self._decoded(self.path.read_bytes())
        except FileNotFoundError:
            self.add(1, MISSING, header=self.header)
        except OSError:
            self.add(1, UNREADABLE)
        return ""

    def _decoded(self, content: bytes) -> str:
        encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
        try:
            return nfc(content.decode(encoding))
        except UnicodeDecodeError:
            self.add(1, WRONG_ENCODING)
            return ""
