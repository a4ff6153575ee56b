"""What users keep in files: the configuration, and the waivers."""
