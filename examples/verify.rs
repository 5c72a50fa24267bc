//! Holds a claim, as in the draft of a text, against the report, and says why it is true or not; or goes through a whole text, figure by
//! figure.
//!
//! ```text
//! cargo run --features figures --example verify -- foreign-trade-total 1至11月进出口总额超过380亿元
//! cargo run --features figures --example verify -- article.txt
//! ```
//!
//! Exits with 0 if all that can be compared is true, 1 if something is false, 3 if the report does not decide something, 4 if nothing can
//! be compared, and 2 if it cannot be read.

#[path = "output/mod.rs"]
mod output;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;

use yongkang_metrics::{Claim, FoundFigure, Judgement, Metric, Verdict, figures};

const USAGE: &str = "\
usage: verify METRIC CLAIM
       verify FILE

METRIC is an id or a title: verify foreign-trade-total 1至11月超过380亿元
Of FILE, a text in Chinese, every figure is held against the metrics that its
words name.

Status: 0 if all that can be compared is true, 1 if something is false, 3 if the
report does not decide something, 4 if nothing can be compared, 2 if something
cannot be read.
";

fn main() -> ExitCode {
    if let Some(status) = output::help(USAGE) {
        return status;
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    verify(&args).unwrap_or_else(output::fail)
}

fn verify(args: &[String]) -> Result<ExitCode, Box<dyn Error>> {
    let (text, verdicts) = match args {
        [metric, claim] => {
            let judgement = metric.parse::<Metric>()?.check(claim.parse::<Claim>()?);
            (format!("{judgement}\n"), vec![judgement.verdict])
        }
        [file] => article(&fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?),
        _ => {
            return Err("expected a metric and a claim, or a file; verify --help explains both".into());
        }
    };
    Ok(output::print(&text, status(&verdicts).into())?)
}

/// The worst of them.
fn status(verdicts: &[Verdict]) -> u8 {
    let ranked = [(Verdict::False, 1), (Verdict::Undecided, 3), (Verdict::True, 0)];
    ranked.iter().find(|(verdict, _)| verdicts.contains(verdict)).map_or(4, |(_, status)| *status)
}

/// Each figure of a text with what the report says of the metrics that it is of.
fn article(text: &str) -> (String, Vec<Verdict>) {
    let (mut page, mut verdicts, mut end, mut unchecked) = (String::new(), Vec::new(), 0, 0);
    for found in figures(text) {
        let line = 1 + text[..found.bytes.start].matches('\n').count();
        let said = claim(text, end, &found);
        // What is no figure may be a date that the next is of: 1至11月.
        if found.figure.is_ok() {
            end = found.bytes.end;
        }
        let _ = write!(page, "line {line}, “{}”: ", said.trim());
        let claim = match found
            .figure
            .as_ref()
            .map_err(ToString::to_string)
            .and(said.parse::<Claim>().map_err(|error| error.to_string()))
        {
            Ok(claim) => claim,
            Err(error) => {
                let _ = writeln!(page, "no figure: {error}");
                unchecked += 1;
                continue;
            }
        };
        // 同比增长33% alone may be of anything.
        if !claim.words.contains(char::is_alphanumeric) && claim.figure.to_string() == found.text {
            page += "no words that tell of what it is\n";
            unchecked += 1;
            continue;
        }
        let judged = Metric::ALL.iter().map(|metric| metric.check(&claim));
        let judged: Vec<Judgement> = judged.filter(|it| !matches!(it.verdict, Verdict::NotComparable(_))).collect();
        page += if judged.is_empty() { "no metric of this name and period\n" } else { "\n" };
        unchecked += usize::from(judged.is_empty());
        for judgement in judged {
            let _ = writeln!(page, "{}: {judgement}", judgement.metric);
            verdicts.push(judgement.verdict);
        }
    }
    let count = |verdict| verdicts.iter().filter(|it| **it == verdict).count();
    let [right, wrong, open] = [Verdict::True, Verdict::False, Verdict::Undecided].map(count);
    let _ = writeln!(page, "{right} true, {wrong} false, {open} undecided, {unchecked} not checked");
    (page, verdicts)
}

const SENTENCE_ENDS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];
const CLAUSE_ENDS: [char; 11] = ['，', ',', '、', '：', ':', '。', '；', '！', '？', ';', '\n'];

/// The clause of a figure, from the end of the one before, up to the next mark. Where its sentence has printed a period before, it begins
/// with that clause, as it may be of that period.
fn claim(text: &str, from: usize, found: &FoundFigure<'_>) -> String {
    let (before, behind) = (&text[..found.bytes.start], &text[found.bytes.end..]);
    let start_of = |marks: &[char]| before.len() - before.rsplit(marks).next().unwrap_or_default().len();
    let start = start_of(&CLAUSE_ENDS).max(from).min(found.bytes.start);
    let clause = format!("{}{}", &text[start..found.bytes.end], behind.split(CLAUSE_ENDS).next().unwrap_or_default());
    let earlier = &text[start_of(&SENTENCE_ENDS).min(start)..start];
    let has_period = |text: &str| text.contains(['年', '月', '季']);
    match earlier.split_once(['，', ',']) {
        Some((first, rest)) if !has_period(rest) && has_period(first) => format!("{first}，{clause}"),
        _ if has_period(earlier) => format!("{earlier}{clause}"),
        _ => clause,
    }
}
