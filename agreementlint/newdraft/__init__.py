"""Names, a period and the rules' own suggested clauses into a new agreement in Word."""
