"""The ledger: who gets what over which lane, and what became of it."""
