"""Words with a value of their own; one finder a kind, all listed in `find.py`."""
