"""The two halves of the page Post: what lies ready to go, and the postboek."""
