//! What the audit takes, made of checked tables as `audit` makes it of the compiled ones; but all of one section and about the report,
//! which no check asks.

use crate::compiler::Tables;
use crate::compiler::rows::{AggregateFields, ExclusionRow, MetricRow, TermFields, UnitRow};
use crate::ledger::{Entries, Row, Subject};
use crate::model::exact::Exact;
use crate::titles::{MetricNames, Names, ReportNames, Term, UnitNames};
use crate::units::COMMON;
use crate::vocabulary::{PeriodBasis, StatType};
use yongkang_metrics::{DATASET, ExclusionReason, Section};

pub fn entries<'a>(tables: &'a Tables<'a>) -> Entries<'a> {
    let subject = Subject::Report;
    let metric = |row: &'a MetricRow<'a>| {
        let is_longer = matches!(row.stat_type, StatType::Streak | StatType::AverageGrowthRate);
        let (start, end) = (row.period.start, row.period.end);
        let period = (!is_longer).then_some([start, end].map(|day| (day.year, day.month)));
        Row {
            subject,
            start: row.passage.start as usize,
            text: row.passage.text,
            title_zh: row.fields.title_zh.text,
            counted_zh: &row.counted,
            obs_status: row.obs_status,
            period,
            is_stated: row.period_basis == PeriodBasis::Stated,
            is_change: row.stat_type.is_change(),
            may_be_quoted: row.stat_type == StatType::TimeLimit,
        }
    };
    let known = |row: &UnitRow<'a>| -> Vec<_> { row.printed.iter().map(|words| (*words, row.dimension)).collect() };
    let exclusion = |row: &ExclusionRow<'a>| {
        let reason = row.reason.code().parse::<ExclusionReason>().expect("a reason");
        // One that this crate has, as another report may have other reasons: only dates are treated otherwise than the rest.
        let is_date = |reason| reason == ExclusionReason::Date;
        let like = DATASET.exclusions.iter().find(|it| is_date(it.reason) == is_date(reason));
        let known = like.expect("each report prints its year");
        let (start, text) = (row.passage.start as usize, row.passage.text);
        Row { title_zh: row.phrase, ..Row::excluded(Subject::Exclusion(*known), start, text) }
    };
    Entries {
        characters: tables.report.characters as usize,
        sections: tables.sections.iter().map(|section| (Section::ALL[0], section.start as usize)).collect(),
        units: tables.units.iter().flat_map(known).chain(COMMON.iter().copied()).collect(),
        metrics: tables.metrics.iter().map(metric).collect(),
        exclusions: tables.exclusions.iter().map(exclusion).collect(),
    }
}

pub fn names<'a>(tables: &'a Tables<'a>) -> Names<'a> {
    let (fields, period) = (&tables.report.fields, tables.report.time_period);
    let report = ReportNames {
        titles: [fields.title.text, fields.title_zh.text],
        sources: [fields.source.text, fields.source_zh.text],
        years: [period.start.year, period.end.year],
        area: fields.area.text,
        area_zh: fields.area_zh.text,
    };
    let term = |start: Option<&MetricRow<'_>>, code, name| {
        let start = start.map_or(0, |metric| metric.passage.start as usize);
        Term { subject: Subject::Report, start, code, name }
    };
    let metric_of = |is_of: &dyn Fn(&MetricRow<'a>) -> bool| tables.metrics.iter().find(|row| is_of(row));
    let category = |(number, row): (usize, &TermFields<'a>)| {
        term(metric_of(&|metric| metric.category == number), row.code.text, row.name.text)
    };
    let aggregate = |(number, row): (usize, &AggregateFields<'a>)| {
        term(metric_of(&|metric| metric.aggregate == Some(number)), row.code.text, row.name.text)
    };
    let categories = tables.categories.iter().enumerate().map(category);
    let unit = |(number, row): (usize, &'a UnitRow<'a>)| UnitNames {
        term: term(metric_of(&|metric| metric.unit == number), row.code(), row.fields.name.text),
        name_singular: row.fields.name_singular.text,
        name_zh: row.fields.name_zh.text,
        dimension: row.dimension,
        printed: &row.printed,
        nouns: &row.nouns,
    };
    let metric = |row: &MetricRow<'a>| MetricNames {
        id: row.id(),
        title: row.fields.title.text,
        title_zh: row.fields.title_zh.text,
        counted: row.fields.counted.text,
        is_one: row.value == Exact::integer(1),
        unit: row.unit,
        stat_type: row.stat_type,
        admin_level: row.admin_level,
        of_metric: row.fields.of_metric.text,
    };
    Names {
        report,
        codes: categories.chain(tables.aggregates.iter().enumerate().map(aggregate)).collect(),
        units: tables.units.iter().enumerate().map(unit).collect(),
        metrics: tables.metrics.iter().map(metric).collect(),
    }
}
