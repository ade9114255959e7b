//! Rebuilds the crate when a file of the embedded packs is added, changed or taken away.

fn main() {
    println!("cargo:rerun-if-changed=../../policies");
}
