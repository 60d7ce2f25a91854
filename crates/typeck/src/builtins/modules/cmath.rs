//! `cmath`.

use super::LibraryModule;

pub(super) const CMATH: LibraryModule = LibraryModule { name: "cmath", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
cmath.pi: float => cmath::PI
cmath.e: float => cmath::E
cmath.tau: float => cmath::TAU
cmath.inf: float => f64::INFINITY
cmath.nan: float => f64::NAN
cmath.infj: complex => cmath::INFJ
cmath.nanj: complex => cmath::NANJ

cmath.sqrt(z: complex) -> complex => cmath::sqrt
cmath.exp(z: complex) -> complex ; !OverflowError => cmath::exp
cmath.log(z: complex) -> complex ; !ValueError => cmath::log
cmath.log(z: complex, base: complex) -> complex ; !ValueError => cmath::log_base
cmath.log10(z: complex) -> complex ; !ValueError => cmath::log10
cmath.cos(z: complex) -> complex ; !OverflowError => cmath::cos
cmath.sin(z: complex) -> complex ; !OverflowError => cmath::sin
cmath.tan(z: complex) -> complex ; !OverflowError => cmath::tan
cmath.cosh(z: complex) -> complex ; !OverflowError => cmath::cosh
cmath.sinh(z: complex) -> complex ; !OverflowError => cmath::sinh
cmath.tanh(z: complex) -> complex ; !OverflowError => cmath::tanh
cmath.phase(z: complex) -> float => cmath::phase
cmath.polar(z: complex) -> tup[float, float] ; !OverflowError => cmath::polar
cmath.rect(r: float, phi: float) -> complex ; !OverflowError => cmath::rect
cmath.isnan(z: complex) -> bool => cmath::isnan
cmath.isinf(z: complex) -> bool => cmath::isinf
cmath.isfinite(z: complex) -> bool => cmath::isfinite
cmath.isclose(a: complex, b: complex, *, rel_tol: float = 1e-9, abs_tol: float = 0.0) -> bool ; !ValueError OverflowError => cmath::isclose
";
