//! Benchmarks: of the compiler in `benches/compiler.rs`, of what it makes in `benches/kernels/`.
