"""What several computers need to use one register file: a second lock, and who is there."""
