"""Personal data at the desk: copies that are handed out, erasing, and what is kept too long."""
