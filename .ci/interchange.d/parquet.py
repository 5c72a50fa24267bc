"""Runs the snippets of data/READERS.md that turn records into Parquet, and holds every cell of it against the CSV file.

Usage: parquet.py RECORDS.csv
"""

import csv
import datetime
import decimal
import os
import pathlib
import re
import shutil
import sys
import tempfile

import duckdb
import pyarrow
import pyarrow.parquet

DECIMALS = ["obs_value", "lower", "upper"]
DAYS = ["period_start", "period_end"]
FLAGS = ["lower_included", "upper_included"]
NUMBERS = ["section", "source_start", "headline"]


def run_polars(block):
    exec(block, {})


def typed(name, text):
    if text == "":
        return None
    if name in DECIMALS:
        return decimal.Decimal(text)
    if name in DAYS:
        return datetime.date.fromisoformat(text)
    if name in FLAGS:
        return {"true": True, "false": False}[text]
    return int(text) if name in NUMBERS else text


def check(expected):
    table = pyarrow.parquet.read_table("records.parquet")
    assert all(table.schema.field(name).type == pyarrow.decimal128(28, 6) for name in DECIMALS), table.schema
    assert all(table.schema.field(name).type == pyarrow.date32() for name in DAYS), table.schema
    rows = table.to_pylist()
    assert len(rows) == len(expected) > 0
    for row, right in zip(rows, expected, strict=True):
        assert list(row) == list(right), list(row)
        for name, text in right.items():
            value = typed(name, text)
            # A text that is empty is missing to one reader and empty to another.
            assert (row[name] or None) == (value or None) and type(row[name] or "") is type(value or row[name] or ""), (name, row[name], value)
    return len(rows)


def main(records):
    text = pathlib.Path("data/READERS.md").read_text("utf-8").split("\n## Records, in Parquet\n")[1]
    blocks = dict(re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    with open(records, encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines))
    records = os.path.abspath(records)
    for reader, run, block in ("DuckDB", duckdb.sql, blocks["sql"]), ("polars", run_polars, blocks["python"]):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(records, pathlib.Path(folder) / "records.csv")
            home = os.getcwd()
            os.chdir(folder)
            run(block)
            print(f"{reader}: {check(expected)} rows in Parquet, each cell as in the CSV file")
            # The comparison is not blind.
            try:
                check([*expected[:-1], expected[-1] | {"upper": "0.1"}])
            except AssertionError:
                pass
            else:
                raise SystemExit("a wrong value was not noticed")
            os.chdir(home)


main(sys.argv[1])
