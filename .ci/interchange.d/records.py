"""Records as JSON, as `cargo run --features serde --example export -- json` writes them, read by pandas and DuckDB: every value
is that of the table.

Usage: records.py RECORDS.json METRICS.tsv
"""

import sys
from decimal import Decimal

import duckdb
import pandas


def table(path):
    with open(path, encoding="utf-8", newline="") as lines:
        header, *rows = (line.rstrip("\n").split("\t") for line in lines)
    return [dict(zip(header, row)) for row in rows]


def columns(row):
    """The columns of the table that a record has; its period stands in two."""
    period = {"time_period": f"{str(row['period_start'])[:10]}/{str(row['period_end'])[:10]}"}
    return row | period


def same(name, value, printed):
    """Whether a value that was read is the one of the table, with its digits."""
    if printed == "":
        return value is None or value == "" or value != value
    if name in ("section", "source_start", "headline"):
        return int(value) == int(printed)
    if name == "obs_value":
        return isinstance(value, str) and Decimal(value) == Decimal(printed) and value == printed
    return str(value) == printed


def compare(reader, rows, expected):
    assert len(rows) == len(expected) > 0, f"{reader}: {len(rows)} rows, expected {len(expected)}"
    for row, line in zip(map(columns, rows), expected):
        for name, printed in line.items():
            assert same(name, row[name], printed), f"{reader}: {line['id']}, {name}: {row[name]!r}, expected {printed!r}"
    print(f"{reader}: {len(rows)} records, {sum(map(len, expected))} values as in the table")


def main(records, metrics):
    expected = table(metrics)
    frame = pandas.read_json(records, dtype=False)
    compare("pandas", frame.to_dict("records"), expected)

    relation = duckdb.sql(f"FROM read_json('{records}')")
    rows = [dict(zip(relation.columns, row)) for row in relation.fetchall()]
    compare("DuckDB", rows, expected)
    total = duckdb.sql(f"SELECT sum(CAST(obs_value AS DECIMAL(28, 6))) FROM read_json('{records}')").fetchall()[0][0]
    assert total == sum(Decimal(line["obs_value"]) for line in expected), total

    # The comparison is not blind.
    expected[0]["obs_value"] += "1"
    try:
        compare("DuckDB", rows, expected)
    except AssertionError:
        return
    raise SystemExit("a wrong value was not noticed")


main(*sys.argv[1:])
