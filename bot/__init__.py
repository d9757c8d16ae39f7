"""Cầm Tay: a messaging bot that teaches digital skills step by step and carries urgent notices."""
