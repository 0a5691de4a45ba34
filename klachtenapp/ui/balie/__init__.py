"""Parts of the page of the counter: for whom, in what form, and a klacht in three lines."""
