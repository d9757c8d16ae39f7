"""Notices at the desk: written, approved, watched while they leave, and reported on afterwards."""
