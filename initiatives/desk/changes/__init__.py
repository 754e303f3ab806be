"""What was changed when, by whom and why; two days compared; taking back; notes on values."""
