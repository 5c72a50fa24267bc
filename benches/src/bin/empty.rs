//! A program that does nothing, to take its size off that of others.

fn main() {}
