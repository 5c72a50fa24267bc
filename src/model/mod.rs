//! What the build script, the library and the tests share: the words that the tables are written in, and how a printed figure is
//! read. It knows the kinds of things, and no report.

pub mod chinese;
pub mod exact;
pub mod figure;
pub mod numeral;
pub mod precision;
pub mod traditional;
pub mod vocabulary;
