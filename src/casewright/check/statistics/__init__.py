"""Arithmetic that a reader can redo: p values from statistics, and the means that whole numbers can have."""
