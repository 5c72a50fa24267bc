//! How a printed figure is read: by the build script, the tests, and the features of the library that read figures. It knows the kinds of
//! things, and no report.

pub mod chinese;
pub mod exact;
pub mod figure;
pub mod numeral;
pub mod precision;
pub mod traditional;
