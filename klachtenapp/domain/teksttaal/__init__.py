"""The language of the letter texts, as far as it needs no paper: marks, paragraphs, duties."""
