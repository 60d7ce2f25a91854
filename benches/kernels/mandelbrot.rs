fn iterations(cr: f64, ci: f64, limit: i64) -> i64 {
    let (mut zr, mut zi) = (0.0, 0.0);
    for n in 0..limit {
        let (zr2, zi2): (f64, f64) = (zr * zr, zi * zi);
        if zr2 + zi2 > 4.0 {
            return n;
        }
        zi = 2.0 * zr * zi + ci;
        zr = zr2 - zi2 + cr;
    }
    limit
}

fn main() {
    let size: i64 = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let (mut inside, mut total) = (0, 0);
    for y in 0..size {
        let ci = 2.0 * y as f64 / size as f64 - 1.0;
        for x in 0..size {
            let n = iterations(2.0 * x as f64 / size as f64 - 1.5, ci, 50);
            total += n;
            inside += i64::from(n == 50);
        }
    }
    println!("{inside} {total}");
}
