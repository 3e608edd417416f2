"""What is told more than once: the statements of a report, its tellings, and where two of them differ."""
