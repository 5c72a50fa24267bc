"""Asks one engine the same of many reports as another.

Usage: engines.py stack ENGINE ANSWERS   stacks ./reports by the snippet of data/READERS.md, and writes its answer to a folder
       engines.py parquet                writes stacked.parquet and pairs.parquet, by that of DuckDB
       engines.py spoil                  writes them to ./wrong, the values of the last year more by a millionth
       engines.py ask ENGINE ANSWERS     asks the tables in Parquet, writes each answer to a folder, and prints the seconds of
                                         the start, and the seconds and the rows of each answer

The questions are the files *.sql here, and that of data/READERS.md.
"""

import datetime
import decimal
import importlib.metadata
import pathlib
import sys
import time

import many

TABLES = ["stacked", "pairs"]
QUESTIONS = {"question": many.SQL["question"]}
QUESTIONS |= {path.stem: path.read_text("utf-8") for path in sorted(pathlib.Path(__file__).parent.glob("*.sql"))}


def run(engine, tables='"report"'):
    """What the snippet of an engine defines."""
    for name, sql in many.SQL.items():
        pathlib.Path(f"{name}.sql").write_text(sql, "utf-8")
    (snippet,) = many.SNIPPETS[f"Many reports by {engine}"]
    names = {}
    exec(snippet.replace('"report"', tables), names)
    return names


def stack(engine, answers):
    if engine == "Spark":
        cluster()  # which the snippet finds
    names = run(engine)
    write(pathlib.Path(answers, "stacked.tsv"), many.TO_ARROW[engine](names["answer"]))
    if engine == "Spark":
        names["spark"].stop()


def parquet():
    names = run("DuckDB", '"report", "pairs"')
    names["stacked"].write_parquet("stacked.parquet")
    names["connection"].table("pairs").write_parquet("pairs.parquet")


def spoil():
    import duckdb

    pathlib.Path("wrong").mkdir()
    duckdb.sql("COPY (FROM 'pairs.parquet') TO 'wrong/pairs.parquet'")
    duckdb.sql("""COPY (
        SELECT * EXCLUDE (last) REPLACE (CAST(obs_value + CASE WHEN year(period_end) = last THEN 0.000001 ELSE 0 END AS DECIMAL(28, 6)) AS obs_value)
        FROM (SELECT *, max(year(period_end)) OVER () AS last FROM 'stacked.parquet')
    ) TO 'wrong/stacked.parquet'""")


# Each returns what asks an engine, and what ends it.


def duckdb():
    import duckdb

    connection = duckdb.connect()
    for table in TABLES:
        connection.read_parquet(f"{table}.parquet").create_view(table)
    return connection.sql, connection.close


def polars():
    import polars as pl

    return pl.SQLContext({table: pl.scan_parquet(f"{table}.parquet") for table in TABLES}).execute, lambda: None


def datafusion():
    import datafusion

    context = datafusion.SessionContext()
    for table in TABLES:
        context.register_parquet(table, f"{table}.parquet")
    return context.sql, lambda: None


def spark():
    spark = cluster()
    for table in TABLES:
        spark.read.parquet(f"{table}.parquet").createOrReplaceTempView(table)
    return spark.sql, spark.stop


def cluster():
    """A master, and two workers with a core and two gigabytes each, whose executors are processes of their own."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,2048]")
    builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    # By its bytes in Parquet a table looks small enough for it to send whole to each executor, which has no room for it.
    return builder.config("spark.sql.autoBroadcastJoinThreshold", -1).getOrCreate()


ENGINES = {"DuckDB": duckdb, "polars": polars, "DataFusion": datafusion, "Spark": spark}


def text(value):
    """Every digit of a value. There are no binary floating-point numbers among the answers."""
    if value is None:
        return ""
    if isinstance(value, decimal.Decimal):
        return f"{value:f}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    assert isinstance(value, (int, str)), type(value)
    return str(value)


def write(path, answer):
    lines = sorted("\t".join(map(text, row.values())) for row in answer.to_pylist())
    path.write_text("\n".join(["\t".join(answer.column_names), *lines]) + "\n", "utf-8")


def ask(engine, answers):
    started = time.monotonic()
    sql, end = ENGINES[engine]()
    version = importlib.metadata.version("pyspark" if engine == "Spark" else engine)
    print(f"{engine} {version}", time.monotonic() - started, 0, sep="\t")
    for name, question in QUESTIONS.items():
        started = time.monotonic()
        answer = many.TO_ARROW[engine](sql(question))
        print(name, time.monotonic() - started, answer.num_rows, sep="\t", flush=True)
        write(pathlib.Path(answers, f"{name}.tsv"), answer)
    end()


_, command, *arguments = sys.argv
{"stack": stack, "parquet": parquet, "spoil": spoil, "ask": ask}[command](*arguments)
