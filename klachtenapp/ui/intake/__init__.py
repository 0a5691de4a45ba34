"""The parts of the page Nieuwe melding: who, what, how to go on, and what the side says."""
