//! The command `guantong`.
fn main() {}
