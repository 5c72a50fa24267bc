"""Runs the snippets of data/READERS.md that stack many reports, and holds what each engine answers against plain Python.

Usage: many.py ENGINE…, of DuckDB, polars, DataFusion and Spark.

Some of the reports are the tables here with other areas, periods and values; one has all that readers like to guess wrong. Then
the SQL and the snippets are broken, one by one, and each must fail.
"""

import decimal
import os
import pathlib
import shutil
import sys
import tempfile

from readers import ROOT, all_snippets, expected, refused, same, write_odd_tables

SNIPPETS = all_snippets()
SQL = dict(zip(["stack", "question"], SNIPPETS["Many reports"], strict=True))
TO_ARROW = {
    "DuckDB": lambda relation: relation.to_arrow_table(),
    "polars": lambda frame: frame.collect().to_arrow(),
    "DataFusion": lambda frame: frame.to_arrow_table(),
    "Spark": lambda frame: frame.toArrow(),
}
# Folder, code of the area, year, and by what the values are multiplied: two areas, one of them with two years, and a year twice.
REPORTS = [
    ("a-2020", "000784", "2020", "1"),
    ("a-2021", "000784", "2021", "1.000001"),
    ("2020", "330000", "2020", "0.3"),
    ("b-2020", "330000", "2020", "0.1"),
]


def write_reports():
    for folder, code, year, factor in REPORTS:
        shutil.copytree(ROOT / "data", f"reports/{folder}")
        edit(f"reports/{folder}/report.tsv", lambda row: row | {"value": code if row["key"] == "gb_t_2260" else row["value"]})
        edit(f"reports/{folder}/metrics.tsv", lambda row: moved(row, year, decimal.Decimal(factor)))
    odd = pathlib.Path("reports/odd")
    odd.mkdir()
    write_odd_tables(odd)
    with open(odd / "report.tsv", "a", encoding="utf-8") as report:
        report.write("gb_t_2260\t007\n")


def edit(path, change):
    header, *lines = pathlib.Path(path).read_text("utf-8").splitlines()
    names = header.split("\t")
    rows = ["\t".join(change(dict(zip(names, line.split("\t"), strict=True))).values()) for line in lines]
    pathlib.Path(path).write_text("\n".join([header, *rows]) + "\n", "utf-8")


def moved(row, year, factor):
    value = f"{decimal.Decimal(row['obs_value']) * factor:f}"
    return row | {"obs_value": value, "time_period": row["time_period"].replace("2020", year)}


def stacked():
    rows = []
    for folder in sorted(path.name for path in pathlib.Path("reports").iterdir()):
        (code,) = [row["value"] for row in expected("report", f"reports/{folder}") if row["key"] == "gb_t_2260"]
        for row in expected("metrics", f"reports/{folder}"):
            row.pop("time_period")
            rows.append({"folder": folder, "gb_t_2260": code} | row)
    return rows


def answer(rows):
    groups = {}
    for row in rows:
        if row["id"] == "foreign-trade-total":
            groups.setdefault((row["period_start"], row["period_end"], row["unit"]), []).append(row)
    return [answer_row(key, group) for key, group in sorted(groups.items())]


def answer_row(key, group):
    values = [row["obs_value"] for row in group]
    figures = {"reports": len(group), "areas": len({row["gb_t_2260"] for row in group})}
    figures |= {"total": sum(values), "least": min(values), "most": max(values)}
    return dict(zip(["period_start", "period_end", "unit"], key, strict=True)) | figures


def check(engine, texts, rows):
    """Runs the snippet of an engine, with these texts, in the current folder."""
    for name in SQL:
        pathlib.Path(f"{name}.sql").write_text(texts[name], "utf-8")
    names = {}
    exec(texts["snippet"], names)
    for name, right in ("stacked", rows), ("answer", answer(rows)):
        same(name, TO_ARROW[engine](names[name]).to_pylist(), right)


# What in the texts, and by what it is replaced: in the SQL by every engine, and in the snippet of one.
BREAKS = [
    ("stack", "DECIMAL(28, 6)", "DOUBLE"),
    ("stack", "CAST(section AS INT)", "section"),
    ("stack", "CAST(headline AS INT) AS headline", "headline"),
    ("stack", "time_period, '/', 2", "time_period, '/', 1"),
    ("stack", "'gb_t_2260'", "'iso_3166_2'"),
    ("stack", "codes.folder = metrics.folder AND ", ""),
    ("question", "foreign-trade-total", "foreign-trade-growth"),
    ("question", "DISTINCT ", ""),
    ("question", "sum(obs_value)", "max(obs_value)"),
    ("question", "period_start, period_end, unit, count", "period_end AS period_start, period_end, unit, count"),
]
SNIPPET_BREAKS = {
    "DuckDB": [("[-2]", "[-1]"), ("all_varchar = true", "all_varchar = false"), ("reports/*/", "reports/a*/")],
    "polars": [("get(-2)", "get(-1)"), ("infer_schema=False", "infer_schema=True"), ("reports/*/", "reports/a*/")],
    "DataFusion": [("-2", "-1"), ("schema_infer_max_records=0", "schema_infer_max_records=1000"), ('"reports/"', '"reports/a-2020/"')],
    "Spark": [("-2", "-1"), ("header=True", "header=True, inferSchema=True"), ('"reports"', '"reports/a-2020"')],
}


def main(engines):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        pathlib.Path("reports").mkdir()
        write_reports()
        rows = stacked()
        for engine in engines:
            (snippet,) = SNIPPETS[f"Many reports by {engine}"]
            texts = SQL | {"snippet": snippet}
            check(engine, texts, rows)
            print(f"{engine}: {len(rows)} rows of {len(REPORTS) + 1} reports, and the answer {len(answer(rows))} rows, as plain Python has them")
            for name, old, new in [*BREAKS, *(("snippet", *both) for both in SNIPPET_BREAKS[engine])]:
                assert old in texts[name], f"{engine}: no {old}"
                refused(f"{engine}, {new or 'without ' + old}", check, engine, texts | {name: texts[name].replace(old, new)}, rows)
            wrong = rows[0]["obs_value"] + decimal.Decimal("0.000001")
            refused(f"{engine}, a value off by a millionth", check, engine, texts, [rows[0] | {"obs_value": wrong}, *rows[1:]])
        os.chdir(ROOT)


if __name__ == "__main__":
    main(sys.argv[1:])
