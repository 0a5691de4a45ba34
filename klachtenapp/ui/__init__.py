"""The window: shows, asks, and hands an opdracht to a service. Nothing is decided here."""
