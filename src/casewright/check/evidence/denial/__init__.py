"""What a report says is there and what it denies: signs, circumstances, examinations, and when."""
