"""Figures of each day, and the reports that are made of them."""
