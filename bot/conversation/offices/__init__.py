"""What officers see and write in the chat: the desk, notices, cases, questions, and what calls them."""
