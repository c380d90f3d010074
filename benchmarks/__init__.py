"""How fast the desk is, as ratios to the bare libraries measured in the same run."""
