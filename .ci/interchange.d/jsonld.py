"""Reads data/dataset.jsonld with an RDF parser, and sees that each class and property is one of schema.org's or of PROV-O's.

schema.org's context is not fetched: one of our own stands in for it, which does the same for the properties used here.
"""

import copy
import csv
import decimal
import json
import pathlib

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import PROV, SDO

BASE = "https://example.org/data/dataset.jsonld"
PREFIXES = {"prov": str(PROV)}
CONTEXT = {"@vocab": str(SDO), "license": {"@type": "@id"}, "contentUrl": {"@type": "@id"}} | PREFIXES
DOCUMENT = json.loads(pathlib.Path("data/dataset.jsonld").read_text("utf-8"))
PACKAGE = json.loads(pathlib.Path("data/datapackage.json").read_text("utf-8"))
with open("data/metrics.tsv", encoding="utf-8", newline="") as lines:
    METRICS = {row["id"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def graph_of(document):
    assert document["@context"] == ["https://schema.org/", PREFIXES], "another context"
    return Graph().parse(data=json.dumps(document | {"@context": CONTEXT}), format="json-ld", publicID=BASE)


def keys(value):
    """How many values with a key of their own stand in a JSON value: a statement each, if all are understood."""
    if isinstance(value, list):
        return sum(map(keys, value))
    own = value if isinstance(value, dict) else {}
    return 1 + sum(keys(part) for key, part in own.items() if key not in ("@context", "@id"))


def check(document):
    graph = graph_of(document)
    terms = {str(term) for triple in graph for term in (triple[1], *([triple[2]] if triple[1] == RDF.type else []))}
    for term in map(URIRef, terms - {str(RDF.type)}):
        assert term in SDO or term in PROV, f"{term} is not a term of schema.org or PROV-O"
    # One less, as the dataset itself is the value of no key.
    assert len(graph) == keys(document) - 1, f"{len(graph)} statements of {keys(document) - 1} values"
    (dataset,) = graph.subjects(RDF.type, SDO.Dataset)

    def value(subject, *path):
        for step in path:
            (subject,) = graph.objects(subject, step)
        return subject

    # What search engines for datasets ask for: https://developers.google.com/search/docs/appearance/structured-data/dataset
    assert value(dataset, SDO.name) == Literal(PACKAGE["title"])
    assert 50 <= len(value(dataset, SDO.description)) <= 5000
    assert value(dataset, SDO.license) == URIRef(PACKAGE["licenses"][0]["path"])
    area = value(dataset, SDO.spatialCoverage)
    assert value(area, SDO.identifier, SDO.value) == Literal(PACKAGE["x-area"]["gb-t-2260"])
    assert value(area, SDO.containedInPlace, SDO.identifier, SDO.value) == Literal(PACKAGE["x-area"]["iso-3166-2"])
    files = {value(file, SDO.contentUrl): str(value(file, SDO.sha256)) for file in graph.objects(dataset, SDO.distribution)}
    wanted = {URIRef(BASE).replace("dataset.jsonld", r["path"]): r["hash"].split(":")[1] for r in PACKAGE["resources"]}
    assert files == {URIRef(url): digest for url, digest in wanted.items()}, files
    source = value(dataset, SDO.isBasedOn)
    assert source == value(dataset, PROV.wasDerivedFrom), "two sources"
    assert value(source, SDO.sha256) == Literal(PACKAGE["sources"][0]["x-sha256"])
    variables = {str(value(variable, SDO.propertyID)): variable for variable in graph.objects(dataset, SDO.variableMeasured)}
    assert variables.keys() == METRICS.keys(), variables.keys() ^ METRICS.keys()
    for name, variable in variables.items():
        # As text, since a number with a fraction is a binary one to RDF.
        numbers = {term: decimal.Decimal(str(number)) for term in (SDO.minValue, SDO.value, SDO.maxValue) for number in graph.objects(variable, term)}
        assert numbers and list(numbers.values()) == sorted(numbers.values()), f"{name}: {numbers}"
        row = METRICS[name]
        assert (SDO.value in numbers) == (row["comparator"] == ""), f"{name}: {numbers}"
        assert numbers.get(SDO.value) in (None, decimal.Decimal(row["obs_value"])), f"{name}: {numbers}"
        names = value(variable, SDO.name), value(variable, SDO.alternateName)
        assert names == (Literal(row["title"]), Literal(row["title_zh"])), f"{name}: {names}"
    return len(graph), len(files), len(variables)


def variable(document, name):
    return next(variable for variable in document["variableMeasured"] if variable["propertyID"] == name)


print("%d statements, %d files, %d variables" % check(DOCUMENT))
for what, change in [
    ("`licence`", lambda d: d.update(licence=d.pop("license"))),
    ("`keyword` beside the rest", lambda d: d.update(keyword="x")),
    ("a class that is none", lambda d: d["distribution"][0].update({"@type": "DataFile"})),
    ("a dataset of another type", lambda d: d.update({"@type": "DataSet"})),
    ("no description", lambda d: d.pop("description")),
    ("a term that no context defines", lambda d: d.update({"x:y": "z"})),
    ("a wrong hash", lambda d: d["distribution"][1].update(sha256=64 * "0")),
    ("another area", lambda d: d["spatialCoverage"]["identifier"].update(value="330700")),
    ("another context", lambda d: d.update({"@context": "https://example.org/"})),
    ("a term that PROV-O does not have", lambda d: d.update({"prov:derivedFrom": d.pop("prov:wasDerivedFrom")})),
    ("another source", lambda d: d.update({"prov:wasDerivedFrom": {"@id": "#other"}})),
    ("another report", lambda d: d["isBasedOn"].update(sha256=64 * "0")),
    ("a metric too few", lambda d: d["variableMeasured"].pop()),
    ("a value of a limit", lambda d: variable(d, "market-entities").update(value=130000)),
    ("another value", lambda d: variable(d, "foreign-trade-total").update(value=38770000001)),
    ("limits the wrong way round", lambda d: variable(d, "nucleic-acid-tests").update(minValue=40000, maxValue=30000)),
]:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    try:
        check(document)
    except (AssertionError, ValueError) as error:
        print(f"{what}: {error}"[:200])
    else:
        raise SystemExit(f"{what}: passed")
