"""Finds initiatives and organizations by whatever they are called, for every form of the desk."""
