//! The traits that the compiler gives, by itself or by a derive: programs rely on them, and the list of the public API has none of them.

use std::error::Error;
use std::fmt::Debug;
use std::hash::Hash;
use std::marker::PhantomData;
use std::panic::{RefUnwindSafe, UnwindSafe};

use yongkang_metrics::unit::{self, Rank, Yuan};
use yongkang_metrics::{
    AdminLevel, Aggregate, Bounds, Category, Citation, Comparator, Dataset, Decimal, Dimension, Estimate, Exclusion,
    ExclusionReason, Filter, Iter, Metric, MetricSet, NotPrinted, ObsStatus, ParseError, Period, PeriodBasis,
    Precision, Quantity, Record, RecordMismatch, Relation, Section, Shown, StatType, Total, TotalError, Unit,
    UnitMismatch,
};
#[cfg(feature = "audit")]
use yongkang_metrics::{Audit, Finding, FindingKind, Source, Subject};
#[cfg(feature = "figures")]
use yongkang_metrics::{Claim, Figure, FoundFigure, Judgement, Verdict};

/// Which traits a type has, as values: where an inherent constant does not apply, that of [`No`] does.
pub struct Is<T>(PhantomData<T>);

macro_rules! asked {
    ($($CONSTANT:ident: $Trait:path;)+) => {
        pub trait No {
            $(const $CONSTANT: bool = false;)+
        }

        impl<T> No for Is<T> {}

        $(impl<T: $Trait> Is<T> {
            pub const $CONSTANT: bool = true;
        })+
    };
}

asked! {
    COPY: Copy;
    DEFAULT: Default;
    EQ: Eq;
    PARTIAL_ORD: PartialOrd;
    ORD: Ord;
    HASH: Hash;
    ADDITIVE: unit::Additive;
    RATIO_SCALE: unit::RatioScale;
}

/// What every type is.
fn is_plain_data<T: Clone + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>() {}

/// The names of types, each with the traits that it should have and those that it has.
macro_rules! types {
    ($($expected:literal: $($Type:ty),+;)+) => {
        [$($({
            is_plain_data::<$Type>();
            let found = [
                ("Copy", Is::<$Type>::COPY),
                ("Default", Is::<$Type>::DEFAULT),
                ("Eq", Is::<$Type>::EQ),
                ("PartialOrd", Is::<$Type>::PARTIAL_ORD),
                ("Ord", Is::<$Type>::ORD),
                ("Hash", Is::<$Type>::HASH),
            ];
            let found: Vec<&str> = found.iter().filter_map(|(name, has)| has.then_some(*name)).collect();
            (stringify!($Type), $expected, found.join(" "))
        }),+),+]
    };
}

fn types() -> Vec<(&'static str, &'static str, String)> {
    #[allow(unused_mut, reason = "without features there are no more")]
    let mut types = Vec::from(types! {
        "Copy Eq PartialOrd Ord Hash": AdminLevel, Aggregate, Category, Citation, Comparator, Dimension, Exclusion,
            ExclusionReason, Metric, ObsStatus, Period, PeriodBasis, Precision, Relation, Section, StatType, Unit;
        "Copy Eq Hash": Bounds, Dataset, NotPrinted, Quantity<Rank>, Shown, Total, TotalError, UnitMismatch;
        "Copy Default Eq Hash": Estimate, MetricSet, Quantity<Yuan>;
        "Default Eq Hash": Filter;
        "Eq Hash": ParseError, Record, RecordMismatch;
        "": Iter;
    });
    #[cfg(feature = "audit")]
    types.extend(types! {
        "Copy Eq PartialOrd Ord Hash": FindingKind, Source, Subject;
        "Eq": Audit, Finding;
    });
    #[cfg(feature = "figures")]
    types.extend(types! {
        "Copy Eq Hash": Verdict;
        "Eq Hash": Claim, Figure, FoundFigure<'_>, Judgement;
    });
    types
}

#[test]
fn types_are_copied_compared_ordered_and_hashed_as_far_as_that_makes_sense() {
    for (name, expected, found) in types() {
        assert_eq!(found, expected, "{name}");
    }
}

/// The list has them all.
#[test]
#[cfg(all(feature = "audit", feature = "figures", feature = "search", feature = "serde"))]
fn no_type_is_forgotten() {
    let public_api = std::fs::read_to_string(".ci/public-api.txt").expect("the list of the public API");
    for line in public_api.lines() {
        let Some((_, path)) = line.split_once("pub struct ").or_else(|| line.split_once("pub enum ")) else { continue };
        let name = path.split(['<', '(']).next().and_then(|path| path.rsplit("::").next()).expect("a path");
        let is_marker = name == "NoUnit" || Unit::ALL.iter().any(|unit| format!("{unit:?}") == name);
        assert!(is_marker || types().iter().any(|(known, ..)| known.split('<').next() == Some(name)), "{line}");
    }
}

fn is_sent<T: Clone + Debug + Send + Sync + Unpin + UnwindSafe + 'static>(_: &T) {}

#[test]
fn what_has_no_name_can_be_sent_too() {
    is_sent(&Metric::FOREIGN_TRADE_TOTAL.cite().bibtex());
}

#[test]
fn errors_of_all_sorts_go_through_one_function() {
    fn read(id: &str, unit: &str, period: &str, section: &str) -> Result<Decimal, Box<dyn Error + Send + Sync>> {
        let set =
            MetricSet::ALL.unit(unit.parse()?).within(period.parse()?).section(section.parse()?).with(id.parse()?);
        set.first().map_or(Ok(()), |metric| Record::from(metric).verify())?;
        Ok(set.total::<Yuan>()?.value())
    }
    let trade = "foreign-trade-total";
    let value = read(trade, "yuan", "2020", "4").expect("a total");
    assert_eq!(value, Metric::FOREIGN_TRADE_TOTAL.value());
    for (id, unit, period, section, message) in [
        (trade, "yuan", "2020-13", "4", "period"),
        (trade, "yuan", "2020", "10", "section"),
        (trade, "euro", "2020", "4", "\"euro\""),
        ("gdp", "yuan", "2020", "4", "\"gdp\""),
        (trade, "work-item", "2020", "4", "not in yuan"),
    ] {
        let error = read(id, unit, period, section).expect_err(message);
        assert!(error.to_string().contains(message), "{error}");
    }
}
