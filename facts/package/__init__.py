"""Writes a `Corpus` as a Frictionless Data Package (version 2) in its own folder."""

from facts.package.write_package import Refused, write_package

__all__ = ["Refused", "write_package"]
