"""Lessons and everything else that people write: read, edit, publish, look back."""
