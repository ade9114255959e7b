//! How long a sentence takes.
fn main() {}
