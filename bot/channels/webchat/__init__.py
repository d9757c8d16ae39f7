"""The web chat page: a mailbox that `serve` shows to the page of one person."""
