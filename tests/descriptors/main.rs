//! Makes `data/datapackage.json` (Data Package v2) and `data/dataset.jsonld` (schema.org) of the tables and the API, and writes them with
//!
//! ```text
//! YONGKANG_ACCEPT=1 cargo test --test descriptors
//! ```
//!
//! `.ci/interchange` holds both files against their standards, and the tables against the keys and limits in them.

use std::ops::Bound::{Excluded, Included};

use serde_json::{Number, Value, json};
use yongkang_metrics::{Category, DATASET, Decimal, Metric, Precision};

#[path = "../support/fresh.rs"]
mod fresh;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/numeral.rs"]
mod numeral;
mod tables;

/// The characters that the ledger accounts for, in an order that a reader expects.
const NUMERALS: &str = "〇零一二两三四五六七八九十百千万亿半首";

const CC0: &str = "https://creativecommons.org/publicdomain/zero/1.0/";

#[test]
fn datapackage_json_is_fresh() {
    assert_fresh("data/datapackage.json", &package());
}

#[test]
fn dataset_jsonld_is_fresh() {
    assert_fresh("data/dataset.jsonld", &dataset());
}

#[test]
fn the_numerals_are_those_of_the_ledger() {
    assert!(NUMERALS.chars().all(numeral::is_ledger_character));
    let all = ('\0'..=char::MAX).filter(|&c| numeral::is_ledger_character(c));
    assert_eq!(all.count(), NUMERALS.chars().count());
}

/// Tests run in the folder of the package.
#[track_caller]
fn assert_fresh(file: &str, content: &Value) {
    fresh::hold(file, &format!("{content:#}\n"));
}

fn package() -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": env!("CARGO_PKG_NAME"),
        "version": DATASET.version,
        "title": DATASET.title,
        "x-title-zh": DATASET.title_zh,
        "description": description(),
        "keywords": keywords(),
        "licenses": [{ "name": "CC0-1.0", "path": CC0, "title": "Creative Commons Zero v1.0 Universal" }],
        "sources": [{
            "title": DATASET.source,
            "x-title-zh": DATASET.source_zh,
            "x-characters": DATASET.source_chars,
            "x-sha256": DATASET.source_sha256,
        }],
        "x-time-period": DATASET.time_period.to_string(),
        "x-area": {
            "name": DATASET.area,
            "name-zh": DATASET.area_zh,
            "gb-t-2260": DATASET.gb_t_2260,
            "iso-3166-2": DATASET.iso_3166_2,
        },
        "resources": tables::resources(),
    })
}

fn dataset() -> Value {
    let units = tables::unit_codes();
    let variables = Metric::ALL.iter().map(|metric| variable(*metric, units.get(metric.unit().code())));
    let files = tables::resources().into_iter().map(|resource| {
        json!({
            "@type": "DataDownload",
            "name": resource["path"],
            "description": resource["description"],
            "contentUrl": resource["path"],
            "encodingFormat": resource["mediatype"],
            "contentSize": format!("{} B", resource["bytes"]),
            "sha256": resource["hash"].as_str().and_then(|hash| hash.strip_prefix("sha256:")),
        })
    });
    json!({
        "@context": ["https://schema.org/", { "prov": "http://www.w3.org/ns/prov#" }],
        "@type": "Dataset",
        "name": DATASET.title,
        "alternateName": DATASET.title_zh,
        "description": description(),
        "version": DATASET.version,
        "inLanguage": ["en", "zh"],
        "keywords": keywords(),
        "license": CC0,
        "isAccessibleForFree": true,
        "temporalCoverage": DATASET.time_period.to_string(),
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": DATASET.area,
            "alternateName": DATASET.area_zh,
            "identifier": { "@type": "PropertyValue", "propertyID": "GB/T 2260", "value": DATASET.gb_t_2260 },
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "identifier": { "@type": "PropertyValue", "propertyID": "ISO 3166-2", "value": DATASET.iso_3166_2 },
            },
        },
        // To search engines, and the same to who reads PROV-O.
        "isBasedOn": {
            "@id": "#source",
            "@type": "MediaObject",
            "name": DATASET.source,
            "alternateName": DATASET.source_zh,
            "inLanguage": "zh",
            "encodingFormat": "text/plain",
            "sha256": DATASET.source_sha256,
        },
        "prov:wasDerivedFrom": { "@id": "#source" },
        "variableMeasured": variables.collect::<Value>(),
        "distribution": files.collect::<Value>(),
    })
}

/// A metric with its value, or the limits that the figure gives.
fn variable(metric: Metric, unit_code: Option<&String>) -> Value {
    let bounds = metric.bounds();
    let end = |end| match end {
        Included(value) | Excluded(value) if metric.precision() != Precision::Exact => Some(number(value)),
        _ => None,
    };
    let mut variable = json!({
        "@type": "PropertyValue",
        "propertyID": metric.id(),
        "name": metric.title(),
        "alternateName": metric.title_zh(),
        "description": metric.note(),
        // A mark that was passed is no value.
        "value": metric.comparator().is_none().then(|| number(metric.value())),
        "minValue": end(bounds.lower()),
        "maxValue": end(bounds.upper()),
        "unitText": metric.unit().name(),
        "unitCode": unit_code,
    });
    variable.as_object_mut().expect("a map").retain(|_, field| !field.is_null());
    variable
}

/// The number with all its digits.
fn number(value: Decimal) -> Number {
    let number: Number = value.to_string().parse().expect("digits");
    assert_eq!(number.to_string(), value.to_string(), "a number of JSON loses digits");
    number
}

fn description() -> String {
    format!(
        "{} metrics from {}: every value as the report prints it and as an exact decimal, with unit, period, administrative \
         level and position in the report, and a note of what it is not; and which of them add up, to what. It accounts for every numeral of the report, which \
         is each run of Arabic digits, and each of the characters {NUMERALS}: those that are in no metric are listed as \
         {} exclusions with the reason why. One report; no time series, and no official source.",
        Metric::ALL.len(),
        DATASET.source,
        DATASET.exclusions.len(),
    )
}

fn keywords() -> Vec<&'static str> {
    let areas = DATASET.area.split(", ").chain([DATASET.area_zh]);
    areas.chain(Category::ALL.iter().flat_map(|category| [category.name(), category.name_zh()])).collect()
}
