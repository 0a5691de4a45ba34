"""The parts of the page *Ter ondertekening*."""
