"""What is kept, on SQLite or PostgreSQL. Each function is one question or one change inside a Transaction."""
