"""A report as files: XLSX, CSV and JSON. No text in them is ever taken for a formula."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from bot.cells import safe
from bot.reports.report import Report
from bot.reports.sheets import Cell, Reader, Sheet, place, sheets, title_of, written
from bot.reports.tables import told
from bot.translations import Words

A4 = 9  # as spreadsheets number papers
NAME_LENGTH = 31  # of a sheet, the most that spreadsheets allow
_FORBIDDEN = str.maketrans("[]:*?/\\", "       ")


def as_xlsx(report: Report, reader: Reader) -> bytes:
    """A workbook with a sheet for each table; numbers are numbers, everything else is text."""
    import xlsxwriter  # type: ignore[import-untyped]  # only whoever downloads one pays for it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        # the same report is the same file, whenever it is downloaded
        book.set_properties({"title": title_of(report, reader.words), "created": report.made_at.replace(tzinfo=None)})
        looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
        for number, sheet in enumerate(sheets(report, reader)):
            page = book.add_worksheet(sheet.title.translate(_FORBIDDEN)[:NAME_LENGTH])
            top = 0 if number else _heading(page, report, looks, reader.words)
            _fill(page, sheet, looks, reader, top)
    return out.getvalue()


_LOOKS = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "text_wrap": True, "bottom": 2, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "number": {"num_format": "#,##0", "valign": "top"},
    "word": {"align": "right", "valign": "top"},
}


def _heading(page: Any, report: Report, looks: dict[str, Any], words: Words) -> int:
    """Above the first table: what it is, of where, of when, and the hash of its data; how many rows that takes."""
    page.write_string(0, 0, title_of(report, words), looks["title"])
    told = (
        (words.say("Nơi"), f"{place(report.area, words)} ({report.area})"),
        (words.say("Kỳ"), f"{report.period.begins:%d/%m/%Y} – {report.period.ends:%d/%m/%Y}"),
        (words.say("Dấu của dữ liệu (SHA-256)"), report.hash),
    )
    for row, (name, value) in enumerate(told, 1):
        page.write_string(row, 0, name, looks["text"])
        page.write_string(row, 1, value)
    return len(told) + 2  # with an empty row


def _fill(page: Any, sheet: Sheet, looks: dict[str, Any], reader: Reader, top: int = 0) -> None:
    page.set_column(0, sheet.texts - 1, 44)
    page.set_column(sheet.texts, len(sheet.head), 16)
    page.freeze_panes(top + 1, 0)
    page.set_paper(A4)
    for column, name in enumerate(sheet.head):
        page.write_string(top, column, name, looks["head"])
    for row, cells in enumerate(sheet.rows, top + 1):
        for column, value in enumerate(cells):
            if isinstance(value, int):
                page.write_number(row, column, value, looks["number"])
            else:
                look = looks["text" if column < sheet.texts else "word"]
                page.write_string(row, column, written(value, reader.words), look)


def as_csv(report: Report, reader: Reader) -> bytes:
    """One long table (table, line, column, value), in UTF-8 with a mark so that spreadsheets know it."""
    out = io.StringIO()
    table = csv.writer(out)
    say = reader.words.say
    table.writerow((say("Bảng"), say("Dòng"), say("Cột"), say("Giá trị")))
    table.writerows([safe(value) for value in row] for row in _long(report, reader))
    return out.getvalue().encode("utf-8-sig")


def _long(report: Report, reader: Reader) -> Iterator[tuple[str, str, str, str]]:
    for sheet in sheets(report, reader):
        for cells in sheet.rows:
            names, values = cells[: sheet.texts], cells[sheet.texts :]
            line = ": ".join(str(name) for name in names)
            if not values:  # names alone: the last of them is what the line says
                yield sheet.title, str(names[0]), sheet.head[-1], str(names[-1])
            for column, value in zip(sheet.head[sheet.texts :], values, strict=True):
                yield sheet.title, line, column, _plain(value, reader)


def as_json(report: Report, reader: Reader) -> bytes:
    """For programs: lines by their keys, which stay the same for ever, and the tables; a hidden number is null."""
    lines = {line.key: [_number(line.now), _number(line.before)] for one in told(report) for line in one.lines}
    found = {
        "id": report.id,
        "title": title_of(report, reader.words),
        "kind": report.period.kind.value,
        "area": report.area,
        "begins": f"{report.period.begins}",
        "ends": f"{report.period.ends}",
        "made_at": report.made_at.isoformat(),
        "sha256": report.hash,
        "figures": {key: {"now": now, "before": before} for key, (now, before) in lines.items()},
        "tables": [{"title": one.title, "head": one.head, "rows": one.rows} for one in sheets(report, reader)],
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _number(amount: object) -> int | None:
    return amount if isinstance(amount, int) else None


def _plain(value: Cell, reader: Reader) -> str:
    return str(value) if isinstance(value, int) else written(value, reader.words)
