"""The log of the whole register on the screen."""
