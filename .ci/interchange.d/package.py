"""Holds data/datapackage.json against the profile of Data Package v2, and sees that faults are found.

The profile is the one that the standard publishes, as dplib-py packs it; it is read, and nothing is fetched. It lets any
key pass that it does not know, and so a misspelt one; here it is closed: a key is the standard's, or starts with `x-`.
frictionless checks the rows, and not the descriptor by the profile.
"""

import copy
import hashlib
import json
import pathlib
import re
import shutil
import tempfile
from importlib.metadata import distribution

from frictionless import validate
from jsonschema import Draft7Validator

DATA = pathlib.Path("data")
PROFILE = json.loads(distribution("dplib-py").locate_file("dplib/profiles/2.0/datapackage.json").read_text("utf-8"))


def close(schema):
    """The same schema, with keys of its own for every object whose keys it lists, and `x-…`, but no others."""
    if isinstance(schema, list):
        return [close(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {}
    for key, value in schema.items():
        # Under `properties` stand names of keys, which are no keywords of JSON Schema.
        closed[key] = {name: close(part) for name, part in value.items()} if key == "properties" else close(value)
    if isinstance(schema.get("properties"), dict):
        closed |= {"additionalProperties": False, "patternProperties": {"^x-": {}}}
    return closed


def profile_faults(descriptor, schema):
    def leaves(error):
        if not error.context:
            yield "/".join(map(str, error.absolute_path)) + ": " + error.message[:200]
        for part in error.context:
            yield from leaves(part)

    return [line for error in Draft7Validator(schema).iter_errors(descriptor) for line in leaves(error)]


def table_faults(folder):
    report = validate(str(folder / "datapackage.json"))
    return [tuple(fault) for fault in report.flatten(["type", "rowNumber", "fieldName", "note"])]


def edited(descriptor, change):
    descriptor = copy.deepcopy(descriptor)
    change(descriptor)
    return descriptor


def resource(descriptor, table):
    return next(resource for resource in descriptor["resources"] if resource["name"] == table)


def field(descriptor, table, name):
    return next(field for field in resource(descriptor, table)["schema"]["fields"] if field["name"] == name)


def broken_table(table, change, rehash=True):
    """What frictionless says of the data with a changed table, `bytes` and `hash` of the descriptor being those of it."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for path in [*DATA.glob("*.tsv"), DATA / "datapackage.json"]:
            shutil.copy(path, folder)
        path = folder / f"{table}.tsv"
        before = path.read_text("utf-8")
        after = change(before)
        assert after != before, "the table to break is not as expected"
        path.write_bytes(after.encode())
        if rehash:
            descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
            for resource in descriptor["resources"]:
                content = (folder / resource["path"]).read_bytes()
                resource |= {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}
            (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
        return table_faults(folder)


def broken_descriptor(change):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for path in DATA.glob("*.tsv"):
            shutil.copy(path, folder)
        (folder / "datapackage.json").write_text(json.dumps(edited(DESCRIPTOR, change)), "utf-8")
        return table_faults(folder)


def cell(line, column, value):
    """Puts `value`, or what it makes of the old one, into a cell of a table; the header is line 1."""

    def change(text):
        lines = text.split("\n")
        column_at = lines[0].split("\t").index(column)
        cells = lines[line - 1].split("\t")
        cells[column_at] = value(cells[column_at]) if callable(value) else value
        lines[line - 1] = "\t".join(cells)
        return "\n".join(lines)

    return change


def other_digit(number):
    return number[:-1] + str((int(number[-1]) + 1) % 10)


def expect(what, faults, *wanted):
    """Each fault that is wanted is found, and none of another type."""
    print(f"{what}: {faults[0] if faults else 'no fault'}"[:150])
    types = {fault[0] for fault in faults}
    assert faults and set(wanted) == types, f"{what}: expected {wanted}, found {faults}"


DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text("utf-8"))
CLOSED = close(PROFILE)

print("-- the profile of v2")
assert "$ref" not in json.dumps(PROFILE), "the profile refers to others"
Draft7Validator.check_schema(PROFILE)
Draft7Validator.check_schema(CLOSED)
assert DESCRIPTOR["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
for schema in PROFILE, CLOSED:
    assert not (faults := profile_faults(DESCRIPTOR, schema)), faults
print("passed, and so does the closed one")

print("-- descriptors that the profile refuses")
for what, schema, change in [
    ("no resources", PROFILE, lambda d: d.pop("resources")),
    ("a resource without name", PROFILE, lambda d: d["resources"][0].pop("name")),
    ("a path out of the folder", PROFILE, lambda d: d["resources"][0].update(path="../report.tsv")),
    ("bytes as text", PROFILE, lambda d: d["resources"][0].update(bytes="429")),
    ("a hash without digits", PROFILE, lambda d: d["resources"][0].update(hash="sha256:none")),
    ("a licence as text", PROFILE, lambda d: d.update(licenses=["CC0-1.0"])),
    ("an unknown type", PROFILE, lambda d: field(d, "metrics", "obs_value").update(type="decimal")),
    ("a constraint as text", PROFILE, lambda d: field(d, "metrics", "id")["constraints"].update(required="yes")),
    ("categories of numbers", PROFILE, lambda d: field(d, "pairs", "relation").update(categories=[1, 2])),
    ("a foreign key without reference", PROFILE, lambda d: resource(d, "pairs")["schema"]["foreignKeys"][0].pop("reference")),
    ("`licences`", CLOSED, lambda d: d.update(licences=d.pop("licenses"))),
    ("`delimeter`", CLOSED, lambda d: d["resources"][0]["dialect"].update(delimeter="\t")),
    ("`primarykey`", CLOSED, lambda d: d["resources"][0]["schema"].update(primarykey=["key"])),
    ("`requried`", CLOSED, lambda d: field(d, "metrics", "id")["constraints"].update(requried=True)),
]:
    faults = profile_faults(edited(DESCRIPTOR, change), schema)
    assert faults, f"{what}: passed"
    print(f"{what}: {faults[0]}")

print("-- the codes of closed vocabularies, with names in both languages; those of tables are not repeated")
VOCABULARIES = [
    ("units", "dimension"),
    ("metrics", "comparator"),
    ("metrics", "stat_type"),
    ("metrics", "period_basis"),
    ("metrics", "admin_level"),
    ("pairs", "relation"),
    ("exclusions", "reason"),
]
TABLES = {resource["name"]: resource["schema"]["fields"] for resource in DESCRIPTOR["resources"]}
assert VOCABULARIES == [(table, f["name"]) for table, fields in TABLES.items() for f in fields if "categories" in f]
for table, name in VOCABULARIES:
    codes = field(DESCRIPTOR, table, name)
    assert codes["constraints"]["enum"] == [code["value"] for code in codes["categories"]], name
    for code in codes["categories"]:
        assert re.search("[a-z]", code["label"]) and re.search("[一-龥]", code["x-label-zh"]), code
    expect(f"{table}.{name} that is no code", broken_table(table, cell(2, name, "no-such-code")), "constraint-error")

print("-- keys")
assert not (faults := table_faults(DATA)), faults
growth = 1 + next(i for i, line in enumerate((DATA / "metrics.tsv").read_text("utf-8").split("\n")) if "growth-rate" in line)
for table, name, line, value in [
    ("metrics", "category", 5, "enterprizes"),
    ("metrics", "unit", 5, "number"),
    ("metrics", "section", -2, "99"),
    ("metrics", "of_metric", growth, "no-such-metric"),
    ("metrics", "aggregate", 2, "no-such-aggregate"),
    ("pairs", "metric", 5, "no-such-metric"),
    ("pairs", "other", 5, "no-such-metric"),
    ("exclusions", "section", -2, "99"),
]:
    expect(f"{table}.{name} of no row", broken_table(table, cell(line, name, value)), "foreign-key")
for table, name in [("categories", "code"), ("units", "code"), ("aggregates", "code"), ("metrics", "id")]:
    expect(f"{table}.{name} that others name", broken_table(table, cell(2, name, "renamed")), "foreign-key")
for table, *others in [
    ("report",),
    ("sections",),
    ("categories", "unique-error"),
    ("units", "unique-error"),
    ("aggregates", "unique-error"),
    ("metrics", "unique-error"),
    ("pairs",),
    ("exclusions",),
]:
    again = broken_table(table, lambda text: text + text.split("\n")[-2] + "\n")
    expect(f"the last row of {table} again", again, "primary-key", *others)

print("-- other faults of tables")
for table, fields in TABLES.items():
    required = [f["name"] for f in fields if f["constraints"]["required"]]

    def emptied(text):
        # In two rows, as a row without anything is another fault.
        for i, name in enumerate(required):
            text = cell(2 + i % 2, name, "")(text)
        return text

    found = {fault[2] for fault in broken_table(table, emptied) if fault[0] == "constraint-error"}
    print(f"{table} without {', '.join(required)}: {len(found)} constraint-errors")
    assert found == set(required), f"{table}: {found ^ set(required)}"
first_title = (DATA / "metrics.tsv").read_text("utf-8").split("\n")[1].split("\t")[1]
expect("a title twice", broken_table("metrics", cell(3, "title", first_title)), "unique-error")
expect("an id with capitals", broken_table("metrics", cell(growth, "id", "Growth")), "constraint-error")
expect("a value that is none", broken_table("metrics", cell(4, "obs_value", "3万")), "type-error")
past_the_end = str(1 + field(DESCRIPTOR, "metrics", "source_start")["constraints"]["maximum"])
for table in "sections", "metrics", "exclusions":
    expect(f"a position of {table} past the end", broken_table(table, cell(4, "source_start", past_the_end)), "constraint-error")
expect("a headline before the first", broken_table("metrics", cell(4, "headline", "0")), "constraint-error")
expect("a headline that is no number", broken_table("metrics", cell(4, "headline", "first")), "type-error")
expect("a period of one day", broken_table("metrics", cell(4, "time_period", "2020-01-01")), "constraint-error")
expect("a numeral that is none", broken_table("exclusions", cell(4, "text", "甲")), "constraint-error")
expect("a column of another name", broken_table("units", cell(1, "name", "names")), "incorrect-label")
expect("a field too many", broken_table("metrics", lambda text: re.sub(r"\n$", "\textra\n", text)), "extra-cell")

print("-- lengths and hashes")
expect("another digit", broken_table("metrics", cell(4, "obs_value", other_digit), rehash=False), "hash-count")
expect("one digit more", broken_table("metrics", cell(4, "obs_value", "{}0".format), rehash=False), "hash-count", "byte-count")
for table in TABLES:
    wrong = "sha256:" + 64 * "0"
    expect(f"a wrong hash of {table}", broken_descriptor(lambda d: resource(d, table).update(hash=wrong)), "hash-count")
    expect(f"a wrong number of bytes of {table}", broken_descriptor(lambda d: resource(d, table).update(bytes=1)), "byte-count")
