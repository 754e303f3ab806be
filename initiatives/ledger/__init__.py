"""How money is counted once: values, counting, rates, warnings and reasons; it knows neither Django nor the database."""
