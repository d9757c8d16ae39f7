"""Cells of tables that are opened in spreadsheets: whatever people have written in them, none is a formula."""

# Full-width signs too: spreadsheets take them for the plain ones (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula; "–" alone stays what it is."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
