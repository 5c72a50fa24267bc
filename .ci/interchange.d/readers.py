"""Runs the snippets of data/READERS.md as they stand, and holds each cell and each answer against the tables.

Usage: readers.py CHECKSUMS, where CHECKSUMS is the output of `cargo run --example checksums`.

A second set of tables, with all that readers like to guess wrong, is read by the same snippets. Then the snippets are
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
import shutil
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIELDS = {
    resource["name"]: resource["schema"]["fields"]
    for resource in json.loads((ROOT / "data/datapackage.json").read_text("utf-8"))["resources"]
}
TYPES = {"string": str, "integer": int, "number": decimal.Decimal}
# How many digits the snippets' DECIMAL(28, 6) has, times a position, and a sum of them: Python's 28 would not do.
decimal.getcontext().prec = 60


def all_snippets():
    """The blocks of code under each heading of data/READERS.md."""
    _, *sections = re.split(r"^##+ ", (ROOT / "data/READERS.md").read_text("utf-8"), flags=re.MULTILINE)
    return {text.split("\n")[0]: re.findall(r"^```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL) for text in sections}


def snippets():
    """The blocks of code of each reader; see many.py and parquet.py for the others."""
    found = {heading: blocks for heading, blocks in all_snippets().items() if not heading.startswith(("Many", "Records"))}
    assert list(found) == list(READERS), f"snippets of {list(found)}"
    return found


# Each runs the blocks of a reader, and returns its tables, as lists of rows by name, and the last answer of each block, all
# with Python's types.


def duckdb(blocks):
    import duckdb

    with duckdb.connect() as connection:

        def rows(cursor):
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        answers = [rows(connection.execute(block)) for block in blocks]
        return {table: rows(connection.execute(f"FROM {table}")) for table in FIELDS}, answers


def polars(blocks):
    names = {}
    exec("\n".join(blocks), names)
    return {table: names[table].to_dicts() for table in FIELDS}, [names["checksums"].to_dicts()]


def pandas(blocks):
    import pandas as pd

    names = {}
    exec("\n".join(blocks), names)

    def rows(frame):
        # Missing text is a float in pandas, and a date a moment; everything else is left as it is.
        def plain(value):
            if value is None or (isinstance(value, float) and value != value):
                return None
            return value.date() if isinstance(value, pd.Timestamp) else value

        return [{name: plain(value) for name, value in row.items()} for row in frame.to_dict("records")]

    return {table: rows(names[table]) for table in FIELDS}, [rows(names["checksums"])]


def datafusion(blocks):
    import datafusion

    context = datafusion.SessionContext()
    *statements, query = [statement for statement in "\n".join(blocks).split(";") if statement.strip()]
    for statement in statements:
        context.sql(statement).collect()

    def rows(frame):
        return frame.to_arrow_table().to_pylist()

    return {table: rows(context.table(table)) for table in FIELDS}, [rows(context.sql(query))]


READERS = {"DuckDB": duckdb, "polars": polars, "pandas": pandas, "DataFusion": datafusion}


def expected(table, folder="data"):
    """The rows of a table in a folder, read without any reader, with the types of the descriptor."""
    header, *lines = pathlib.Path(f"{folder}/{table}.tsv").read_text("utf-8").rstrip("\n").split("\n")
    assert header.split("\t") == [field["name"] for field in FIELDS[table]]
    rows = []
    for line in lines:
        row = {}
        for field, cell in zip(FIELDS[table], line.split("\t"), strict=True):
            row[field["name"]] = TYPES[field["type"]](cell) if cell else None
        if table == "metrics":
            start, end = map(datetime.date.fromisoformat, row["time_period"].split("/"))
            row |= {"period_start": start, "period_end": end}
        rows.append(row)
    return rows


def checksums_of(rows):
    sums = {}
    for row in rows:
        count, total = sums.get((row["category"], row["unit"]), (0, decimal.Decimal(0)))
        sums[row["category"], row["unit"]] = (count + 1, total + row["obs_value"] * row["source_start"])
    return [dict(category=c, unit=u, rows=count, checksum=total) for (c, u), (count, total) in sums.items()]


def answers_of(reader, tables, checksums):
    """What the blocks of a reader have to answer: in DuckDB metrics with names, the checksums, and totals."""
    if reader != "DuckDB":
        return [checksums]
    metrics = tables["metrics"]
    named = [
        dict(category=c["name"], title=m["title"], obs_text=m["obs_text"], value=m["obs_value"], unit=u["name"], note=m["note"])
        for m in metrics
        for c in tables["categories"]
        for u in tables["units"]
        if c["code"] == m["category"] and u["code"] == m["unit"]
    ]
    aggregate_of = {metric["id"]: metric["aggregate"] for metric in metrics}
    not_apart = {aggregate_of.get(pair["metric"]) for pair in tables["pairs"] if pair["relation"] not in ("apart", None)}
    totals = {}
    for aggregate in tables["aggregates"]:
        for metric in metrics:
            if metric["aggregate"] == aggregate["code"] not in not_apart:
                key = aggregate["name"], metric["unit"]
                totals[key] = totals.get(key, 0) + metric["obs_value"]
    return [named, checksums, [dict(aggregate=name, total=total, unit=unit) for (name, unit), total in totals.items()]]


def same(what, found, wanted):
    assert len(found) == len(wanted), f"{what}: {len(found)} rows; expected {len(wanted)}"

    # Sums of decimals may have zeros at the end, or have none.
    def order(row):
        return [str(value.normalize() if isinstance(value, decimal.Decimal) else value) for value in row.values()]

    for row, right in zip(sorted(found, key=order), sorted(wanted, key=order), strict=True):
        assert list(row) == list(right), f"{what}: columns {list(row)}; expected {list(right)}"
        for name, value in right.items():
            assert type(row[name]) is type(value) and row[name] == value, f"{what}: {name} {row[name]!r}; expected {value!r}"


def check(reader, blocks, checksums):
    """Runs the snippets of a reader in the current folder."""
    with contextlib.redirect_stdout(io.StringIO()):
        tables, answers = READERS[reader](blocks)
    wanted = {table: expected(table) for table in FIELDS}
    for table in FIELDS:
        same(table, tables[table], wanted[table])
    right = answers_of(reader, wanted, checksums)
    assert len(answers) == len(right), f"{len(answers)} answers; expected {len(right)}"
    for number, (answer, rows) in enumerate(zip(answers, right), start=1):
        same(f"answer {number}", answer, rows)
    return [len(rows) for rows in tables.values()], [len(answer) for answer in answers]


def refused(what, check, *arguments):
    try:
        check(*arguments)
    except Exception as error:  # a reader may refuse it too, each with errors of its own
        print(f"{what}: {type(error).__name__}: {' '.join(str(error).split())[:150]}")
    else:
        raise SystemExit(f"{what}: passed")


def read_checksums(path):
    header, *lines = pathlib.Path(path).read_text("utf-8").rstrip("\n").split("\n")
    assert header == "category\tunit\trows\tchecksum"
    rows = [line.split("\t") for line in lines]
    return [dict(category=c, unit=u, rows=int(count), checksum=decimal.Decimal(total)) for c, u, count, total in rows]


# Columns of text that readers take for something else: for missing, for numbers, for days, for truth values.
ODD = [
    ["null", "na", "nan", "none", "true", "007", "1e5", "2020", "2020-01-01", "inf"],
    [f"2020-01-{day:02}" for day in range(1, 11)],
    10 * ["007"],
    5 * ["NA", "null"],
    ["“quoted”", "it's, a \\ # ; |", "12345678901234567890123", "NaN", "None", "-", "1.10", "N/A", "T", "#"],
    5 * ["true", "false"],
]
KEYS = ["key", "id", "code", "category", "unit", "of_metric", "aggregate", "metric", "other"]
# Decimals that no binary number is.
ODD_VALUES = ["0.1", "0.2", "0.3", "1234567890123456789012.123456", "9007199254740993", "-0.000001", "33.5", "0", "1", "1.1"]


def write_odd_tables(folder):
    for number, (table, fields) in enumerate(FIELDS.items()):
        columns = []
        for place, field in enumerate(fields, start=number):
            if field["type"] == "integer":
                column = list(map(str, range(10)))
            elif field["type"] == "number":
                column = ODD_VALUES
            elif field["name"] == "time_period":
                column = 10 * ["2020-02-29/2020-12-31"]
            else:
                # Keys are the same in all tables, so that they join.
                column = ODD[0 if field["name"] in KEYS else place % len(ODD)]
            if not field["constraints"]["required"]:
                # Every other cell is empty, or all are.
                column = [cell if place % 2 and i % 2 else "" for i, cell in enumerate(column)]
            columns.append(column)
        lines = [[field["name"] for field in fields], *zip(*columns, strict=True)]
        (folder / f"{table}.tsv").write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8")


# In which tables it shows, whose snippet, what in it, and by what it is replaced.
BREAKS = [
    ("odd", "DuckDB", "DECIMAL(28, 6)", "DOUBLE"),
    ("odd", "DuckDB", "all_varchar = true", "all_varchar = false"),
    ("real", "DuckDB", "metrics.unit = units.code", "metrics.unit = units.name"),
    ("real", "DuckDB", "metrics.category = categories.code", "true"),
    ("real", "DuckDB", "count(*) AS rows, sum(obs_value * source_start)", "count(*) AS rows, sum(obs_value)"),
    ("real", "DuckDB", "FROM metrics GROUP BY", "FROM metrics WHERE unit <> 'day' GROUP BY"),
    ("real", "DuckDB", "<> 'apart'", "= 'apart'"),
    ("real", "DuckDB", "one.aggregate = metrics.aggregate", "true"),
    ("real", "DuckDB", "metrics.aggregate = aggregates.code", "true"),
    ("real", "DuckDB", "headline::INT", "headline"),
    ("odd", "polars", "pl.Decimal(28, 6)", "pl.Float64"),
    ("odd", "polars", "infer_schema=False", "infer_schema=True"),
    ("real", "polars", ".get(1)", ".get(0)"),
    ("odd", "pandas", "decimal.Decimal", "float"),
    ("odd", "pandas", "keep_default_na=False", "keep_default_na=True"),
    ("odd", "pandas", ', na_values=[""]', ""),
    ("odd", "pandas", "dtype=str, ", ""),
    ("real", "pandas", '"Int64"', "float"),
    ("odd", "DataFusion", "DECIMAL(28, 6)", "DOUBLE"),
    ("odd", "DataFusion", ", text VARCHAR", ", text BIGINT"),
    ("real", "DataFusion", "split_part(time_period, '/', 2)", "split_part(time_period, '/', 1)"),
]


def main(path):
    api, blocks_of = read_checksums(path), snippets()
    with tempfile.TemporaryDirectory() as folder:
        real, odd = pathlib.Path(folder) / "real", pathlib.Path(folder) / "odd"
        shutil.copytree(ROOT / "data", real / "data")
        (odd / "data").mkdir(parents=True)
        write_odd_tables(odd / "data")

        os.chdir(odd)
        checksums = {"real": api, "odd": checksums_of(expected("metrics"))}
        print("-- the snippets, as they stand: rows of each table, and of each answer; the same of odd tables")
        for reader in READERS:
            for place in real, odd:
                os.chdir(place)
                print(reader, *check(reader, blocks_of[reader], checksums[place.name]))
        print("-- broken snippets, and broken checksums")
        for place, reader, old, new in BREAKS:
            assert any(old in block for block in blocks_of[reader]), f"{reader}: no {old}"
            os.chdir(pathlib.Path(folder) / place)
            blocks = [block.replace(old, new) for block in blocks_of[reader]]
            refused(f"{reader}, {new or 'without ' + old}", check, reader, blocks, checksums[place])
        os.chdir(real)
        first, *others = api
        for wrong in {"checksum": first["checksum"] + decimal.Decimal("0.000001")}, {"rows": first["rows"] + 1}:
            for reader in READERS:
                refused(f"{reader}, {wrong}", check, reader, blocks_of[reader], [first | wrong, *others])
        os.chdir(ROOT)


if __name__ == "__main__":
    main(sys.argv[1])
