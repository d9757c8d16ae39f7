"""Approved answers: their files, what a question is about, and which answer is nearest."""
