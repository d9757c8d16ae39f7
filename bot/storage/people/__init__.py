"""Persons and their conversations: who they are to us, what was said, what they learnt, how they are forgotten."""
