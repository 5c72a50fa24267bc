//! Asks for metrics by category, unit and more, and shows them as a table, JSON, CSV or Markdown, in English or Chinese.
//!
//! ```text
//! cargo run --example query
//! cargo run --example query -- --help
//! cargo run --example query -- --category foreign-trade --unit yuan
//! cargo run --example query -- --category epidemic-response --total
//! cargo run --example query -- --category livelihood --lang zh
//! cargo run --features search --example query -- --search "epidemic persons" --format md
//! ```

mod answer;
mod lang;
#[path = "../output/mod.rs"]
mod output;
mod table;

use std::ffi::OsString;
use std::process::ExitCode;

use lang::Lang;
use lexopt::{Arg, Error, Parser};
use yongkang_metrics::Filter;
#[cfg(feature = "search")]
use yongkang_metrics::{DATASET, NotPrinted};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    // Known before anything can go wrong, so that the errors too are in the reader's language.
    let lang = if asks_for_chinese(&arguments) { Lang::Zh } else { Lang::En };
    let printed = match read(Parser::from_args(arguments), lang) {
        Ok(Asked::Help) => output::print(&lang.help(), ExitCode::SUCCESS),
        Ok(Asked::Nothing) => output::print(&table::overview(lang), ExitCode::SUCCESS),
        Ok(Asked::Metrics { query, format, total }) => answer(&query, format, total, lang),
        Err(error) => Err(error),
    };
    printed.unwrap_or_else(|error| {
        output::complain(lang.error(&error));
        ExitCode::from(2)
    })
}

fn answer(query: &Filter, format: Format, total: bool, lang: Lang) -> Result<ExitCode, String> {
    let set = query.metrics();
    let (text, status) = (answer::answer(query, format, total, lang), ExitCode::from(u8::from(set.is_empty())));
    if set.is_empty() {
        let none = lang.pick(
            "no metric has all of that; without options, query lists which units each category has",
            "没有同时符合各项条件的指标；不带选项运行可列出各类别所用单位",
        );
        output::complain(not_printed(query, lang).as_deref().unwrap_or(none));
    }
    output::print(&text, status)
}

/// That the report does not print what is searched for, if that is known.
#[cfg(feature = "search")]
fn not_printed(query: &Filter, lang: Lang) -> Option<String> {
    let is_asked = |thing: &&NotPrinted| query.search.iter().any(|text| thing.is_asked_by(text));
    let asked: Vec<&str> =
        DATASET.not_printed.iter().filter(is_asked).map(|thing| lang.pick(thing.name, thing.name_zh)).collect();
    let told = lang.pick(
        format!("the report prints no figure for {}", asked.join(", ")),
        format!("报告未载{}的数值", asked.join("、")),
    );
    (!asked.is_empty()).then_some(told)
}

#[cfg(not(feature = "search"))]
fn not_printed(_: &Filter, _: Lang) -> Option<String> {
    None
}

fn asks_for_chinese(arguments: &[OsString]) -> bool {
    let apart = arguments.windows(2).any(|pair| pair[0] == "--lang" && pair[1] == "zh");
    apart || arguments.iter().any(|argument| argument == "--lang=zh")
}

/// What the options ask for.
enum Asked {
    Help,
    Nothing,
    Metrics { query: Box<Filter>, format: Format, total: bool },
}

#[derive(Clone, Copy)]
enum Format {
    Table,
    Json,
    Csv,
    Md,
}

fn read(mut options: Parser, lang: Lang) -> Result<Asked, String> {
    let (mut query, mut format, mut total) = (None, None, false);
    while let Some(option) = options.next().map_err(|error| lang.wrong_option(&error))? {
        let name = match option {
            Arg::Long(name) => name.to_owned(),
            Arg::Short('h') => "help".to_owned(),
            other => return Err(lang.wrong_option(&other.unexpected())),
        };
        match &*name {
            "help" => return Ok(Asked::Help),
            "total" => total = true,
            "lang" => {
                let lang_asked = value(&mut options, &name, lang)?;
                if !["en", "zh"].contains(&&*lang_asked) {
                    return Err(lang.pick("--lang: expected en or zh", "--lang：应为 en 或 zh").to_owned());
                }
            }
            "format" => {
                format = Some(match &*value(&mut options, &name, lang)? {
                    "table" => Format::Table,
                    "json" => Format::Json,
                    "csv" => Format::Csv,
                    "md" => Format::Md,
                    _ => {
                        let expected = lang
                            .pick("--format: expected table, json, csv or md", "--format：应为 table、json、csv 或 md");
                        return Err(expected.to_owned());
                    }
                });
            }
            "search" if cfg!(not(feature = "search")) => {
                let run = "cargo run --features search --example query -- --search ...";
                return Err(lang.pick(
                    format!("--search needs the feature `search`: {run}"),
                    format!("--search 需启用特性 search：{run}"),
                ));
            }
            facet if Filter::FACETS.contains(&&*facet.replace('-', "_")) => {
                let values = value(&mut options, facet, lang)?;
                let asked: Filter = query.take().unwrap_or_default();
                let read = asked.facet(facet, &values);
                query = Some(read.map_err(|error| lang.wrong_value(facet, &error))?);
            }
            unknown => return Err(lang.wrong_option(&Error::UnexpectedOption(format!("--{unknown}")))),
        }
    }
    if matches!(format, Some(Format::Csv)) && total {
        let csv = "--total is no row of a metric; ask for it with --format table, json or md";
        return Err(lang.pick(csv, "合计不是指标的行；--total 请用 --format table、json 或 md").to_owned());
    }
    if query.is_none() && format.is_none() && !total {
        return Ok(Asked::Nothing);
    }
    Ok(Asked::Metrics { query: Box::new(query.unwrap_or_default()), format: format.unwrap_or(Format::Table), total })
}

/// The value of an option. One that is empty, as an unset variable of a script leaves it, or that is the next option, is none.
fn value(options: &mut Parser, name: &str, lang: Lang) -> Result<String, String> {
    let value = options.value().map_err(|error| lang.wrong_option(&error))?;
    match value.to_string_lossy() {
        value if value.trim().is_empty() || value.starts_with("--") => {
            Err(lang.wrong_option(&Error::MissingValue { option: Some(format!("--{name}")) }))
        }
        value => Ok(value.into_owned()),
    }
}
