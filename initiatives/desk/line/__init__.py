"""The page of the line: what passed each stage, what each step takes, what is being read now, and what the line judges and reads with."""
