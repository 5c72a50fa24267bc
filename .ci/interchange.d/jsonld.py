"""Reads data/dataset.jsonld with an RDF parser, and sees that each class and property is one of schema.org's.

schema.org's context is not fetched: one of our own stands in for it, which does the same for the properties used here.
"""

import copy
import json
import pathlib

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SDO

BASE = "https://example.org/data/dataset.jsonld"
CONTEXT = {"@vocab": str(SDO), "license": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}
DOCUMENT = json.loads(pathlib.Path("data/dataset.jsonld").read_text("utf-8"))
PACKAGE = json.loads(pathlib.Path("data/datapackage.json").read_text("utf-8"))


def graph_of(document):
    assert document["@context"] == "https://schema.org/", "another context"
    return Graph().parse(data=json.dumps(document | {"@context": CONTEXT}), format="json-ld", publicID=BASE)


def keys(value):
    """How many values with a key of their own stand in a JSON value: a statement each, if all are understood."""
    if isinstance(value, list):
        return sum(map(keys, value))
    own = value if isinstance(value, dict) else {}
    return 1 + sum(keys(part) for key, part in own.items() if key != "@context")


def check(document):
    graph = graph_of(document)
    terms = {str(term) for triple in graph for term in (triple[1], *([triple[2]] if triple[1] == RDF.type else []))}
    for term in terms - {str(RDF.type)}:
        assert term.startswith(str(SDO)) and term[len(str(SDO)) :] in SDO, f"{term} is not a term of schema.org"
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
    variables = {str(value(variable, SDO.name)) for variable in graph.objects(dataset, SDO.variableMeasured)}
    return len(graph), len(files), len(variables)


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
]:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    try:
        check(document)
    except (AssertionError, ValueError) as error:
        print(f"{what}: {error}"[:200])
    else:
        raise SystemExit(f"{what}: passed")
