"""Klachtenapp: the register of klachten of a Dutch municipality."""

__version__ = "0.1.0"
