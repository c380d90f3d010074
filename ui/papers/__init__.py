"""What the windows of all papers share: the form with its lines, the tab around it, the card."""
