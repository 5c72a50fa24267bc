"""Runs the snippets of data/READERS.md as they stand, and holds each cell and each sum that they read against the tables.

Usage: readers.py SUMS, where SUMS is the output of `cargo run --example sums`.

A second pair of tables, with all that readers like to guess wrong, is read by the same snippets. Then the snippets are
broken, one by one, and each must fail.
"""

import contextlib
import datetime
import decimal
import io
import json
import os
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path.cwd()
SCHEMAS = {
    resource["name"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    for resource in json.loads((ROOT / "data/datapackage.json").read_text("utf-8"))["resources"]
}
TYPES = {"string": str, "integer": int, "number": decimal.Decimal}
# How many digits the snippets' DECIMAL(28, 6) has, and a sum of them: Python's 28 would not do.
decimal.getcontext().prec = 60


def snippets():
    text = (ROOT / "data/READERS.md").read_text("utf-8")
    found = dict(re.findall(r"^## (\w+)\n(?:(?!^## ).)*?^```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    assert list(found) == list(READERS) and text.count("```") == 2 * len(found), f"snippets of {list(found)}"
    return found


# Each runs a snippet and returns its tables, as lists of rows, and its totals, all with Python's types.


def duckdb(snippet):
    import duckdb

    with duckdb.connect() as connection:

        def rows(cursor):
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        totals = rows(connection.execute(snippet))
        return rows(connection.execute("FROM metrics")), rows(connection.execute("FROM exclusions")), totals


def polars(snippet):
    names = {}
    exec(snippet, names)
    return names["metrics"].to_dicts(), names["exclusions"].to_dicts(), names["totals"].to_dicts()


def pandas(snippet):
    import pandas as pd

    names = {}
    exec(snippet, names)

    def rows(frame):
        # Missing text is a float in pandas, and a date a moment; everything else is left as it is.
        def plain(value):
            if value is None or (isinstance(value, float) and value != value):
                return None
            return value.date() if isinstance(value, pd.Timestamp) else value

        return [{name: plain(value) for name, value in row.items()} for row in frame.to_dict("records")]

    return rows(names["metrics"]), rows(names["exclusions"]), rows(names["totals"])


def datafusion(snippet):
    import datafusion

    context = datafusion.SessionContext()
    *statements, query = [statement for statement in snippet.split(";") if statement.strip()]
    for statement in statements:
        context.sql(statement).collect()

    def rows(frame):
        return frame.to_arrow_table().to_pylist()

    return rows(context.table("metrics")), rows(context.table("exclusions")), rows(context.sql(query))


READERS = {"DuckDB": duckdb, "polars": polars, "pandas": pandas, "DataFusion": datafusion}


def expected(table):
    """The rows of a table under ./data, read without any reader, with the types of the descriptor."""
    header, *lines = pathlib.Path(f"data/{table}.tsv").read_text("utf-8").rstrip("\n").split("\n")
    schema = SCHEMAS[table]
    assert header.split("\t") == list(schema)
    rows = []
    for line in lines:
        row = {}
        for (name, kind), cell in zip(schema.items(), line.split("\t"), strict=True):
            row[name] = TYPES[kind](cell) if cell else None
        if table == "metrics":
            start, end = map(datetime.date.fromisoformat, row["time_period"].split("/"))
            row |= {"period_start": start, "period_end": end}
        rows.append(row)
    return rows


def totals_of(rows):
    totals = {}
    for row in rows:
        count, total = totals.get((row["category"], row["unit"]), (0, decimal.Decimal(0)))
        totals[row["category"], row["unit"]] = (count + 1, total + row["obs_value"])
    return totals


def same(found, wanted, key):
    assert len(found) == len(wanted), f"{len(found)} rows; expected {len(wanted)}"
    for row, right in zip(sorted(found, key=key), sorted(wanted, key=key), strict=True):
        assert list(row) == list(right), f"columns {list(row)}; expected {list(right)}"
        for name, value in right.items():
            assert type(row[name]) is type(value) and row[name] == value, f"{name} {row[name]!r}; expected {value!r}"


def check(reader, snippet, totals):
    """Runs a snippet in the current folder."""
    with contextlib.redirect_stdout(io.StringIO()):
        metrics, exclusions, sums = READERS[reader](snippet)
    same(metrics, expected("metrics"), lambda row: (str(row["source_start"]), str(row["id"])))
    same(exclusions, expected("exclusions"), lambda row: str(row["source_start"]))
    found = {(row["category"], row["unit"]): (row["count"], row["sum"]) for row in sums}
    assert len(found) == len(sums)
    for total in found.values():
        assert isinstance(total[1], decimal.Decimal), f"a sum of {type(total[1])}"
    assert found == totals, f"sums {sorted(set(found.items()) ^ set(totals.items()))}"
    return len(metrics), len(exclusions), len(found)


def refused(what, *arguments):
    try:
        check(*arguments)
    except Exception as error:  # a reader may refuse it too, each with errors of its own
        print(f"{what}: {type(error).__name__}: {' '.join(str(error).split())[:150]}")
    else:
        raise SystemExit(f"{what}: passed")


def read_sums(path):
    header, *lines = pathlib.Path(path).read_text("utf-8").rstrip("\n").split("\n")
    assert header == "category\tunit\tcount\tsum"
    rows = [line.split("\t") for line in lines]
    return {(category, unit): (int(count), decimal.Decimal(total)) for category, unit, count, total in rows}


def write_odd_tables(folder):
    """Ids like missing values, numbers and dates; decimals that no binary number is; a column with nothing in it."""
    ids = ["null", "na", "nan", "none", "true", "007", "1e5", "2020", "2020-01-01", "inf"]
    values = ["0.1", "0.2", "0.3", "1234567890123456789012.123456", "9007199254740993", "-0.000001", "33.5"]
    values += ["0", "1", "1.1"]
    notes = ["", "NA", "null", "NaN", "it's, a \\ # ; |", "“quoted”", "007", "1e5", "", "None"]
    lines = ["\t".join(SCHEMAS["metrics"])]
    for i, (name, value, note) in enumerate(zip(ids, values, notes, strict=True)):
        category, unit = [("NA", "1"), ("null", "2")][i % 2]
        # No metric has an of_metric, and only the last a comparator.
        comparator = "<=" if i == 9 else ""
        row = [name, f"{i}", "永康市", category, "0", f"{i}", "00", value, comparator, unit, "007"]
        row += ["2020-02-29/2020-12-31", "", "", note]
        lines.append("\t".join(row))
    (folder / "metrics.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    texts = ["2020", "007", "2035", "1", "00", "12345678901234567890123"]
    lines = ["\t".join(SCHEMAS["exclusions"]), *(f"{i}\t{i}\t{text}\t007" for i, text in enumerate(texts))]
    (folder / "exclusions.tsv").write_text("\n".join(lines) + "\n", "utf-8")


# In which table it shows, whose snippet, what in it, and by what it is replaced.
BREAKS = [
    ("odd", "DuckDB", "DECIMAL(28, 6)", "DOUBLE"),
    ("odd", "DuckDB", "all_varchar = true", "all_varchar = false"),
    ("real", "DuckDB", "GROUP BY ALL", "WHERE unit <> 'day' GROUP BY ALL"),
    ("odd", "polars", "pl.Decimal(28, 6)", "pl.Float64"),
    ("odd", "polars", "infer_schema=False", "infer_schema=True"),
    ("real", "polars", ".get(1)", ".get(0)"),
    ("odd", "pandas", "decimal.Decimal", "float"),
    ("odd", "pandas", "keep_default_na=False", "keep_default_na=True"),
    ("odd", "pandas", ', na_values=[""]', ""),
    ("odd", "pandas", "dtype=str, ", ""),
    ("odd", "DataFusion", "DECIMAL(28, 6)", "DOUBLE"),
    ("odd", "DataFusion", "text VARCHAR", "text BIGINT"),
    ("real", "DataFusion", "split_part(time_period, '/', 2)", "split_part(time_period, '/', 1)"),
]

totals = read_sums(sys.argv[1])
snippets = snippets()
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "data").mkdir()
    write_odd_tables(folder / "data")
    os.chdir(folder)
    odd_totals = totals_of(expected("metrics"))
    print("-- the snippets, as they stand: metrics, exclusions, sums; the same of odd tables")
    for reader in READERS:
        os.chdir(ROOT)
        real = check(reader, snippets[reader], totals)
        os.chdir(folder)
        print(reader, real, check(reader, snippets[reader], odd_totals))
    print("-- broken snippets, and broken sums")
    for table, reader, old, new in BREAKS:
        assert old in snippets[reader], f"{reader}: no {old}"
        os.chdir(folder if table == "odd" else ROOT)
        wanted = odd_totals if table == "odd" else totals
        refused(f"{reader}, {new or 'without ' + old}", reader, snippets[reader].replace(old, new), wanted)
    os.chdir(ROOT)
    (group, (count, total)) = next(iter(totals.items()))
    for wrong in (count, total + decimal.Decimal("0.000001")), (count + 1, total):
        for reader in READERS:
            refused(f"{reader}, {wrong} for {(count, total)}", reader, snippets[reader], totals | {group: wrong})
