//! Objects with float attributes: planets around the sun.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::cell::Cell;
use std::process::ExitCode;

use portalis_rt::{float, format, int, math, println, sys};

pub struct BodyFields {
    pub x: Cell<f64>,
    pub y: Cell<f64>,
    pub z: Cell<f64>,
    pub vx: Cell<f64>,
    pub vy: Cell<f64>,
    pub vz: Cell<f64>,
    pub mass: f64,
}

portalis_rt::handle!(Body, BodyFields);

impl Body {
    pub fn new(x: f64, y: f64, z: f64, vx: f64, vy: f64, vz: f64, mass: f64) -> Self {
        Self::alloc(BodyFields {
            x: Cell::new(x),
            y: Cell::new(y),
            z: Cell::new(z),
            vx: Cell::new(vx * DAYS),
            vy: Cell::new(vy * DAYS),
            vz: Cell::new(vz * DAYS),
            mass: mass * SOLAR_MASS,
        })
    }
}

portalis_rt::object!(Body, "__main__.Body");

pub const SOLAR_MASS: f64 = 4.0 * math::PI * math::PI;
pub const DAYS: f64 = 365.24;

fn program() {
    main_(int::parse(&sys::argv().at(1)));
}

pub fn main_(steps: i64) {
    let system = bodies();
    println!("{}", format::format(&energy(&system), ".9f"));
    for _ in 0..steps {
        advance(&system, 0.01);
    }
    println!("{}", format::format(&energy(&system), ".9f"));
}

pub fn bodies() -> Vec<Body> {
    vec![
        Body::new(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body::new(
            4.84143144,
            -1.16032004,
            -0.10362204,
            0.00166007,
            0.00769901,
            -6.904e-5,
            0.00095479,
        ),
        Body::new(
            8.34336671,
            4.12479856,
            -0.40352341,
            -0.00276742,
            0.00499852,
            2.304e-5,
            0.00028588,
        ),
        Body::new(
            12.8943695,
            -15.1111514,
            -0.22330757,
            0.0029646,
            0.00237847,
            -2.965e-5,
            4.366e-5,
        ),
        Body::new(
            15.3796971,
            -25.9193146,
            0.17925877,
            0.00268067,
            0.00162824,
            -9.515e-5,
            5.151e-5,
        ),
    ]
}

pub fn energy(system: &[Body]) -> f64 {
    let mut total: f64 = 0.0;
    for (i, body) in system.iter().enumerate() {
        total
            += 0.5 * body.mass
                * (body.vx.get() * body.vx.get() + body.vy.get() * body.vy.get()
                    + body.vz.get() * body.vz.get());
        for other in &system[i + 1..] {
            let dx: f64 = body.x.get() - other.x.get();
            let dy: f64 = body.y.get() - other.y.get();
            let dz: f64 = body.z.get() - other.z.get();
            total
                -= float::true_div(
                    body.mass * other.mass,
                    math::sqrt(dx * dx + dy * dy + dz * dz),
                );
        }
    }
    total
}

pub fn advance(system: &[Body], dt: f64) {
    for (i, body) in system.iter().enumerate() {
        for other in &system[i + 1..] {
            let dx: f64 = body.x.get() - other.x.get();
            let dy: f64 = body.y.get() - other.y.get();
            let dz: f64 = body.z.get() - other.z.get();
            let square = dx * dx + dy * dy + dz * dz;
            let magnitude = float::true_div(dt, square * math::sqrt(square));
            body.vx.set(body.vx.get() - dx * other.mass * magnitude);
            body.vy.set(body.vy.get() - dy * other.mass * magnitude);
            body.vz.set(body.vz.get() - dz * other.mass * magnitude);
            other.vx.set(other.vx.get() + dx * body.mass * magnitude);
            other.vy.set(other.vy.get() + dy * body.mass * magnitude);
            other.vz.set(other.vz.get() + dz * body.mass * magnitude);
        }
    }
    for body in system {
        body.x.set(body.x.get() + dt * body.vx.get());
        body.y.set(body.y.get() + dt * body.vy.get());
        body.z.set(body.z.get() + dt * body.vz.get());
    }
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
