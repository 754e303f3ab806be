"""The steps of the line, values in and values out; none of them knows a clock, a database or the network."""
