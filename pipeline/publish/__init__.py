"""Releases: validate, write, manifest, version, commit, diff, verify."""
