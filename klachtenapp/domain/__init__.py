"""The law and the words: pure dataclasses and functions, no clock, no files, no database."""
