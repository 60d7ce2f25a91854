use std::f64::consts::PI;

const SOLAR_MASS: f64 = 4.0 * PI * PI;
const DAYS: f64 = 365.24;

struct Body {
    x: f64,
    y: f64,
    z: f64,
    vx: f64,
    vy: f64,
    vz: f64,
    mass: f64,
}

impl Body {
    fn new([x, y, z, vx, vy, vz, mass]: [f64; 7]) -> Body {
        Body { x, y, z, vx: vx * DAYS, vy: vy * DAYS, vz: vz * DAYS, mass: mass * SOLAR_MASS }
    }
}

fn bodies() -> Vec<Body> {
    [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0],
        [4.84143144, -1.16032004, -0.10362204, 0.00166007, 0.00769901, -0.00006904, 0.00095479],
        [8.34336671, 4.12479856, -0.40352341, -0.00276742, 0.00499852, 0.00002304, 0.00028588],
        [12.8943695, -15.1111514, -0.22330757, 0.00296460, 0.00237847, -0.00002965, 0.00004366],
        [15.3796971, -25.9193146, 0.17925877, 0.00268067, 0.00162824, -0.00009515, 0.00005151],
    ]
    .into_iter()
    .map(Body::new)
    .collect()
}

fn advance(system: &mut [Body], dt: f64) {
    for i in 0..system.len() {
        let (head, tail) = system.split_at_mut(i + 1);
        let body = &mut head[i];
        for other in tail {
            let (dx, dy, dz) = (body.x - other.x, body.y - other.y, body.z - other.z);
            let square = dx * dx + dy * dy + dz * dz;
            let magnitude = dt / (square * square.sqrt());
            body.vx -= dx * other.mass * magnitude;
            body.vy -= dy * other.mass * magnitude;
            body.vz -= dz * other.mass * magnitude;
            other.vx += dx * body.mass * magnitude;
            other.vy += dy * body.mass * magnitude;
            other.vz += dz * body.mass * magnitude;
        }
    }
    for body in system {
        body.x += dt * body.vx;
        body.y += dt * body.vy;
        body.z += dt * body.vz;
    }
}

fn energy(system: &[Body]) -> f64 {
    let mut total = 0.0;
    for (i, body) in system.iter().enumerate() {
        total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz);
        for other in &system[i + 1..] {
            let (dx, dy, dz) = (body.x - other.x, body.y - other.y, body.z - other.z);
            total -= body.mass * other.mass / (dx * dx + dy * dy + dz * dz).sqrt();
        }
    }
    total
}

fn main() {
    let steps: usize = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let mut system = bodies();
    println!("{:.9}", energy(&system));
    for _ in 0..steps {
        advance(&mut system, 0.01);
    }
    println!("{:.9}", energy(&system));
}
