//! Rebuilds when the knowledge that the binary carries has changed.

fn main() {
    println!("cargo::rerun-if-changed=knowledge");
}
