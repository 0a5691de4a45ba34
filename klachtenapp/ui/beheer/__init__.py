"""The sections of Beheer: each shows some settings and saves them with its own button."""
