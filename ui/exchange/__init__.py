"""What goes to other programs and comes from them; `ui.places` loads each screen by its module."""
