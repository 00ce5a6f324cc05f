"""A `Corpus` goes in; a Frictionless Data Package (version 2) in its own folder comes out."""

from facts.package.write_package import Refused, write_package

__all__ = ["Refused", "write_package"]
