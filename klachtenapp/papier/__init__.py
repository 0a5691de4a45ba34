"""Everything that becomes paper: texts filled with facts, drawn as PDF."""
