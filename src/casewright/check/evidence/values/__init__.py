"""Values: what patients have, what a word calls them, how they follow one another, what one says of another."""
