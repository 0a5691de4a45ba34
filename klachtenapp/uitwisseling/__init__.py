"""Files from and to others: reads old registers, writes exports. Rows are judged, not trusted."""
