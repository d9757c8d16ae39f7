"""A CSV text of two columns with a header line, as administrators keep them."""

import csv
from collections.abc import Iterator

from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings


def read_pairs(text: str, bad: MistakeCode, findings: Findings) -> Iterator[tuple[str, str]]:
    """The two words of every row, blanks tidied; a row without both is noted as `bad` and left out."""
    rows = csv.reader(text.split("\n"))
    try:
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if rows.line_num > 1 and any(cells):
                if len(cells) == 2 and all(cells):
                    yield cells[0], cells[1]
                else:
                    findings.add(rows.line_num, bad)
    except csv.Error:
        findings.add(rows.line_num, bad)
