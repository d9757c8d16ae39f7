"""Versions of what people edit, drafts, and the second person."""
