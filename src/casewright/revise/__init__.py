"""What co-authors changed in Word, taken back into the sources."""
