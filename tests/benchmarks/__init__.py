"""How fast, as ratios against a baseline that is measured in the same run (ontwerp §9)."""
