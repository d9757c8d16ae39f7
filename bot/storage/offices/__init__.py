"""Officers and administrators: accounts, how they sign in, what proves it, and the log of what they did."""
