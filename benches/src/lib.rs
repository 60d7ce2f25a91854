//! Benchmarks of the compiler: `cargo bench -p portalis-benches`. See `benches/compiler.rs`.
