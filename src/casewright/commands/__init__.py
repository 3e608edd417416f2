"""What each command does, one file a command; `cli.py` only knows their arguments."""
