"""What goes to a journal: the reporting checklist, the timeline, the package."""
