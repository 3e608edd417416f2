"""What a manuscript tells, set side by side: the evidence that the rules weigh. No module here makes a finding."""
