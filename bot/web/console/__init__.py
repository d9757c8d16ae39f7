"""The desk: where officers, administrators and the province write, watch, answer and report."""
