"""What a table of the package is made of goes in; its Table Schema, a plain dict, comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Cell = str | int | float | bool | None
Row = dict[str, Cell]
Type = Literal["string", "number", "integer", "boolean", "array"]

MISSING = ("",)
PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
COUNTRIES = r"^[A-Z]{3}( [A-Z]{3})*$"


@dataclass(frozen=True)
class Column:
    """One column. `categories` are the only values allowed, each with a label or with ""."""

    name: str
    type: Type
    description: str
    required: bool = False
    pattern: str = ""
    categories: tuple[tuple[str, str], ...] = ()
    minimum: int | None = None


@dataclass(frozen=True)
class Link:
    """A column whose cells stand in a column of another table ("" is the table itself)."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One CSV file: `key` is the column that names a row."""

    name: str
    title: str
    description: str
    key: str
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()

    @property
    def path(self) -> str:
        """The file, from the folder of the package."""
        return f"{self.name}.csv"


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table: fields, missing values, primary key, foreign keys."""
    made: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": list(MISSING),
        "primaryKey": [table.key],
    }
    if table.links:
        made["foreignKeys"] = [_foreign_key(link) for link in table.links]
    return made


def plain(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Categories that need no label."""
    return tuple((value, "") for value in values)


def _field(column: Column, table: Table) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    field["description"] = column.description
    constraints: dict[str, Any] = {}
    if column.required or column.name == table.key:
        constraints["required"] = True
    if column.name == table.key:
        constraints["unique"] = True
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.categories:
        field["categories"] = [
            {"value": value, "label": label} if label else value
            for value, label in column.categories
        ]
        constraints["enum"] = [value for value, _ in column.categories]
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(link: Link) -> dict[str, Any]:
    reference: dict[str, Any] = {"resource": link.table} if link.table else {}
    return {"fields": [link.column], "reference": {**reference, "fields": [link.target]}}
