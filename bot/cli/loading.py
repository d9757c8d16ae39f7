"""Importing without looking for garbage, and looking for it more seldom afterwards."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (5000, 20, 20)  # at Python's own 700 a seventh of a busy sender's time went into looking for garbage


@contextmanager
def loading() -> Iterator[None]:
    """Inside, nothing is collected: a hundred thousand objects come to stay, and a tenth of the time is saved.

    What was made there is never looked through again.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()
