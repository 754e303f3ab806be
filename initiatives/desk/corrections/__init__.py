"""What readers say is wrong, and the desk's answer."""
