//! Quantiles of the normal distribution.
//!
//! Source: Wichura, M. J. (1988), Algorithm AS 241, *The Percentage Points of the Normal Distribution*, Applied Statistics 37(3).

/// The coefficients of a ratio of polynomials, highest power first.
type Ratio = ([f64; 8], [f64; 8]);

/// Within 0.425 of the middle.
const CENTRE: Ratio = (
    [
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665,
    ],
    [
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1.0,
    ],
);

/// Further out.
const SLOPES: Ratio = (
    [
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835,
    ],
    [
        1.0507500716444169e-09,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1.0,
    ],
);

/// Where less than about e⁻²⁵ is left.
const TAILS: Ratio = (
    [
        2.0103343992922881e-07,
        2.7115555687434876e-05,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103,
    ],
    [
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1.0,
    ],
);

fn polynomial(coefficients: [f64; 8], x: f64) -> f64 {
    let [first, rest @ ..] = coefficients;
    rest.into_iter().fold(first, |value, coefficient| value * x + coefficient)
}

/// Below which value a share `p` of a normal distribution around 0 with deviation 1 lies; `p` is between 0 and 1.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        let x = 0.180_625 - from_middle * from_middle;
        return polynomial(CENTRE.0, x) * from_middle / polynomial(CENTRE.1, x);
    }
    let outside = if from_middle <= 0.0 { p } else { 1.0 - p };
    let depth = (-crate::math::log(outside)).sqrt();
    let ((above, below), x) = if depth <= 5.0 { (SLOPES, depth - 1.6) } else { (TAILS, depth - 5.0) };
    let size = polynomial(above, x) / polynomial(below, x);
    if from_middle < 0.0 { -size } else { size }
}
