"""Words: which are alike, which are names, which exclude one another."""
