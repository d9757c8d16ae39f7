"""What to make of a strange message: the scam check, the first minutes after a loss, and the knowledge behind both."""
