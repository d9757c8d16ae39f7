"""Many rows of values handed to one statement, as JSON: one parameter and one plan, however many they are."""

from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    Column,
    ColumnElement,
    FromClause,
    Select,
    Text,
    bindparam,
    cast,
    literal_column,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

from bot.storage.columns import Json


class _Elements(FunctionElement[Any]):
    """The elements of a JSON array, one a row, in a column `value`."""

    name = "elements"
    inherit_cache = True


@compiles(_Elements)
def _on_sqlite(element: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Elements, "postgresql")
def _on_postgresql(element: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_array_elements({compiler.process(element.clauses, **options)})"


class _Texts(FunctionElement[Any]):
    """The elements of a JSON array of texts, one a row, in a column `value`."""

    name = "texts"
    inherit_cache = True


@compiles(_Texts)
def _texts_on_sqlite(element: _Texts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Texts, "postgresql")
def _texts_on_postgresql(element: _Texts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_array_elements_text({compiler.process(element.clauses, **options)})"


def texts(parameter: str) -> Select[Any]:
    """The texts `[value, …]` given as this parameter, one a row; cheaper than `listed` where they are thousands."""
    given: BindParameter[Any] = bindparam(parameter, type_=Json)
    return select(_Texts(given).table_valued(Column("value", Text)).c.value)


def listed(parameter: str, **columns: TypeEngine[Any] | type[TypeEngine[Any]]) -> FromClause:
    """The rows `[[value, …], …]` given as this parameter, as a table with these columns."""
    given: BindParameter[Any] = bindparam(parameter, type_=Json)
    value = _Elements(given).table_valued(Column("value", JSON)).c.value
    return select(*(_cell(value, place, name, kind) for place, (name, kind) in enumerate(columns.items()))).subquery(
        f"listed_{parameter}"
    )


def _cell(
    value: ColumnElement[Any], place: int, name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]
) -> ColumnElement[Any]:
    at: ColumnElement[int] = literal_column(str(place))
    if isinstance(kind, JSON):
        return value.op("->")(at).label(name)
    return cast(value.op("->>", return_type=Text())(at), kind).label(name)
