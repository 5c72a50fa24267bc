//! Holds `data/datapackage.json` and `data/dataset.jsonld` against the API and the tables.
//!
//! What stands in these files stands somewhere else too: each test says what it has to be. That they are a Data Package
//! and a schema.org Dataset in good form, validators say in `.ci/interchange`.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use yongkang_metrics::{
    AdminLevel, Category, Comparator, DATASET, ExclusionReason, MetricSet, Period, Section, StatType, Unit,
};

fn read(file: &str) -> Vec<u8> {
    let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn package() -> Value {
    serde_json::from_slice(&read("datapackage.json")).expect("data/datapackage.json is JSON")
}

fn dataset() -> Value {
    serde_json::from_slice(&read("dataset.jsonld")).expect("data/dataset.jsonld is JSON")
}

fn list<'a>(value: &'a Value, what: &str) -> &'a [Value] {
    value[what].as_array().unwrap_or_else(|| panic!("no list of {what} in {value}"))
}

fn resource<'a>(package: &'a Value, name: &str) -> &'a Value {
    list(package, "resources").iter().find(|resource| resource["name"] == name).expect("a resource of that name")
}

fn field<'a>(package: &'a Value, table: &str, name: &str) -> &'a Value {
    let fields = list(&resource(package, table)["schema"], "fields");
    fields.iter().find(|field| field["name"] == name).expect("a field of that name")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Fails with the JSON that has to stand there, ready to be copied.
#[track_caller]
fn assert_json(what: &str, found: &Value, expected: &Value) {
    assert!(found == expected, "{what}:\n{found}\nexpected:\n{expected}");
}

#[test]
fn the_package_is_this_dataset() {
    let package = package();
    assert_json("name", &package["name"], &json!(env!("CARGO_PKG_NAME")));
    assert_json("version", &package["version"], &json!(env!("CARGO_PKG_VERSION")));
    assert_json("title", &package["title"], &json!(DATASET.title()));
    assert_json("x-title-zh", &package["x-title-zh"], &json!(DATASET.title_zh()));
    assert_json("gb-t-2260", &package["x-area"]["gb-t-2260"], &json!(DATASET.gb_t_2260()));
    assert_json("iso-3166-2", &package["x-area"]["iso-3166-2"], &json!(DATASET.iso_3166_2()));
    let source = json!([{ "title": DATASET.source(), "x-sha256": DATASET.source_sha256() }]);
    assert_json("sources", &package["sources"], &source);
    let licences: Vec<_> = list(&package, "licenses").iter().map(|licence| &licence["name"]).collect();
    assert_eq!(licences, ["CC0-1.0"]);
    let licence = env!("CARGO_MANIFEST_DIR").to_owned() + "/LICENSE-CC0";
    assert!(std::fs::read_to_string(licence).expect("the licence of the tables").contains("CC0 1.0 Universal"));
}

#[test]
fn the_package_names_nothing_that_the_report_does_not() {
    for object in [package(), dataset()] {
        let keys: Vec<_> = object.as_object().expect("an object").keys().map(String::as_str).collect();
        for unknown in ["id", "homepage", "contributors", "created", "creator", "publisher", "datePublished", "url"] {
            assert!(!keys.contains(&unknown), "`{unknown}` is not known");
        }
    }
    for source in list(&package(), "sources") {
        assert!(source["path"].is_null() && source["email"].is_null() && source["version"].is_null());
    }
}

#[test]
fn the_resources_are_the_tables() {
    let package = package();
    let names: Vec<_> = list(&package, "resources").iter().map(|resource| &resource["path"]).collect();
    assert_eq!(names, ["metrics.tsv", "exclusions.tsv"]);
    for resource in list(&package, "resources") {
        let path = resource["path"].as_str().expect("a path");
        let table = read(path);
        assert_json(&format!("bytes of {path}"), &resource["bytes"], &json!(table.len()));
        assert_json(&format!("hash of {path}"), &resource["hash"], &json!(format!("sha256:{}", sha256(&table))));
        assert_json("encoding", &resource["encoding"], &json!("utf-8"));
        assert_json("format", &resource["format"], &json!("tsv"));
        assert_json("mediatype", &resource["mediatype"], &json!("text/tab-separated-values"));
        let dialect = json!({ "delimiter": "\t", "lineTerminator": "\n", "header": true });
        assert_json("dialect", &resource["dialect"], &dialect);
        // The standard has no word for "nothing is quoted": with no quotation mark there, it comes to the same.
        assert!(!table.contains(&b'"') && !table.contains(&b'\r'), "{path}");
    }
}

#[test]
fn the_fields_are_the_columns() {
    for resource in list(&package(), "resources") {
        let table = String::from_utf8(read(resource["path"].as_str().expect("a path"))).expect("UTF-8");
        let header: Vec<_> = table.lines().next().expect("a header line").split('\t').collect();
        let fields = list(&resource["schema"], "fields");
        let names: Vec<_> = fields.iter().map(|field| &field["name"]).collect();
        assert_eq!(names, header);
        for field in fields {
            for text in ["type", "title", "description"] {
                assert!(field[text].as_str().is_some_and(|text| !text.is_empty()), "no {text}: {field}");
            }
        }
        assert_json("missingValues", &resource["schema"]["missingValues"], &json!([""]));
    }
}

#[test]
fn a_field_is_required_that_is_never_empty() {
    for resource in list(&package(), "resources") {
        let table = String::from_utf8(read(resource["path"].as_str().expect("a path"))).expect("UTF-8");
        for (column, field) in list(&resource["schema"], "fields").iter().enumerate() {
            let mut cells = table.lines().map(|line| line.split('\t').nth(column).expect("as wide as the header"));
            let required = if cells.any(str::is_empty) { Value::Null } else { json!(true) };
            assert_json(&field["name"].to_string(), &field["constraints"]["required"], &required);
        }
    }
}

#[test]
fn the_types_are_those_of_the_api() {
    let package = package();
    for (table, name, expected) in [
        ("metrics", "section", "integer"),
        ("metrics", "source_start", "integer"),
        ("metrics", "obs_value", "number"),
        ("exclusions", "section", "integer"),
        ("exclusions", "source_start", "integer"),
    ] {
        assert_json(name, &field(&package, table, name)["type"], &json!(expected));
    }
    let typed = ["section", "source_start", "obs_value"];
    for resource in list(&package, "resources") {
        for field in list(&resource["schema"], "fields") {
            if !typed.iter().any(|name| field["name"] == *name) {
                assert_json(&field["name"].to_string(), &field["type"], &json!("string"));
            }
        }
    }
}

#[test]
fn the_limits_are_those_of_the_report() {
    let package = package();
    let last = Section::ALL.last().expect("sections").number();
    for table in ["metrics", "exclusions"] {
        for (name, most) in [("section", usize::from(last)), ("source_start", DATASET.source_chars() - 1)] {
            let expected = json!({ "required": true, "minimum": 0, "maximum": most });
            assert_json(name, &field(&package, table, name)["constraints"], &expected);
        }
    }
}

#[test]
fn the_keys_are_the_ids() {
    let package = package();
    let schema = &resource(&package, "metrics")["schema"];
    assert_json("primaryKey", &schema["primaryKey"], &json!(["id"]));
    // Without `resource`: the table refers to itself.
    let expected = json!([{ "fields": ["of_metric"], "reference": { "fields": ["id"] } }]);
    assert_json("foreignKeys", &schema["foreignKeys"], &expected);
    let schema = &resource(&package, "exclusions")["schema"];
    assert_json("primaryKey", &schema["primaryKey"], &json!(["source_start"]));
    assert_json("foreignKeys", &schema["foreignKeys"], &Value::Null);
    let pattern = |name| field(&package, "metrics", name)["constraints"]["pattern"].clone();
    assert_json("pattern", &pattern("of_metric"), &pattern("id"));
}

/// The codes of a field and what is said of each are those of a vocabulary of the API, in its order.
#[track_caller]
fn assert_vocabulary(table: &str, name: &str, expected: &[Value]) {
    let package = package();
    let field = field(&package, table, name);
    let codes: Vec<_> = expected.iter().map(|category| category["value"].clone()).collect();
    assert_json(&format!("enum of {name}"), &field["constraints"]["enum"], &json!(codes));
    let found = list(field, "categories");
    for (found, expected) in found.iter().zip(expected) {
        assert_json(&format!("categories of {name}"), found, expected);
    }
    assert_eq!(found.len(), expected.len(), "categories of {name}");
}

macro_rules! categories {
    ($Vocabulary:ident) => {
        $Vocabulary::ALL
            .iter()
            .map(|code| json!({ "value": code.code(), "label": code.name(), "x-label-zh": code.name_zh() }))
            .collect::<Vec<_>>()
    };
}

#[test]
fn the_codes_are_the_vocabularies() {
    assert_vocabulary("metrics", "category", &categories!(Category));
    assert_vocabulary("metrics", "comparator", &categories!(Comparator));
    assert_vocabulary("metrics", "stat_type", &categories!(StatType));
    assert_vocabulary("metrics", "admin_level", &categories!(AdminLevel));
    assert_vocabulary("exclusions", "reason", &categories!(ExclusionReason));
}

#[test]
fn no_other_field_has_codes() {
    for resource in list(&package(), "resources") {
        for field in list(&resource["schema"], "fields") {
            let name = field["name"].as_str().expect("a name");
            let coded = ["category", "comparator", "unit", "stat_type", "admin_level", "reason"].contains(&name);
            assert_eq!(field["categories"].is_array(), coded, "categories of {name}");
            assert_eq!(field["constraints"]["enum"].is_array(), coded, "enum of {name}");
        }
    }
}

#[test]
fn the_units_have_their_dimensions_and_standard_codes() {
    let mut expected = categories!(Unit);
    for (category, unit) in expected.iter_mut().zip(Unit::ALL) {
        let category: &mut Map<_, _> = category.as_object_mut().expect("an object");
        category.insert("x-dimension".to_owned(), json!(unit.dimension().code()));
        let codes = unit.standard_codes();
        for (key, code) in
            [("x-ucum", codes.ucum), ("x-iso4217", codes.iso4217), ("x-qudt", codes.qudt), ("x-rec20", codes.rec20)]
        {
            if let Some(code) = code {
                category.insert(key.to_owned(), json!(code));
            }
        }
    }
    assert_vocabulary("metrics", "unit", &expected);
}

#[test]
fn the_dataset_of_schema_org_says_what_the_package_says() {
    let (package, dataset) = (package(), dataset());
    assert_json("@type", &dataset["@type"], &json!("Dataset"));
    for (key, expected) in [
        ("name", &package["title"]),
        ("alternateName", &package["x-title-zh"]),
        ("description", &package["description"]),
        ("version", &package["version"]),
        ("keywords", &package["keywords"]),
        ("license", &package["licenses"][0]["path"]),
    ] {
        assert_json(key, &dataset[key], expected);
    }
    assert_json("isBasedOn", &dataset["isBasedOn"]["name"], &package["sources"][0]["title"]);
    let area = &dataset["spatialCoverage"];
    let identifier =
        |standard: &str, code: &Value| json!({ "@type": "PropertyValue", "propertyID": standard, "value": code });
    assert_json("area", &area["identifier"], &identifier("GB/T 2260", &package["x-area"]["gb-t-2260"]));
    let province = &area["containedInPlace"]["identifier"];
    assert_json("province", province, &identifier("ISO 3166-2", &package["x-area"]["iso-3166-2"]));

    let categories = Category::ALL.iter();
    let variables = categories.map(
        |category| json!({ "@type": "PropertyValue", "name": category.name(), "alternateName": category.name_zh() }),
    );
    assert_json("variableMeasured", &dataset["variableMeasured"], &variables.collect());

    let files = list(&package, "resources").iter().map(|resource| {
        json!({
            "@type": "DataDownload",
            "name": resource["path"],
            "contentUrl": resource["path"],
            "encodingFormat": resource["mediatype"],
            "contentSize": format!("{} B", resource["bytes"]),
            "sha256": resource["hash"].as_str().expect("a hash").trim_start_matches("sha256:"),
        })
    });
    assert_json("distribution", &dataset["distribution"], &files.collect());
}

#[test]
fn the_dataset_of_schema_org_covers_the_time_of_the_metrics() {
    // Streaks look back on other years; the report does not cover these.
    let metrics = MetricSet::ALL - StatType::Streak.metrics();
    let start = metrics.iter().map(|metric| metric.time_period().start()).min().expect("metrics");
    let end = metrics.iter().map(|metric| metric.time_period().end()).max().expect("metrics");
    let period = Period::new(start, end).expect("an end after the start");
    assert_json("temporalCoverage", &dataset()["temporalCoverage"], &json!(period.to_string()));
}
