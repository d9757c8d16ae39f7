"""Importing without looking for garbage: a hundred thousand objects come to stay, and a tenth of the time is saved."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Inside, nothing is collected; what was made there is never looked through again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
