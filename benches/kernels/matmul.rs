fn matrix(n: usize, seed: f64) -> Vec<Vec<f64>> {
    let entry = |i: usize, j: usize| seed * (i as f64 - j as f64) * (i + j) as f64 / n as f64;
    (0..n).map(|i| (0..n).map(|j| entry(i, j)).collect()).collect()
}

fn multiply(a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let m = b[0].len();
    let mut result = vec![vec![0.0; m]; a.len()];
    for (row, out) in a.iter().zip(&mut result) {
        for (j, cell) in out.iter_mut().enumerate() {
            let mut total = 0.0;
            for (x, other) in row.iter().zip(b) {
                total += x * other[j];
            }
            *cell = total;
        }
    }
    result
}

fn main() {
    let n: usize = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let product = multiply(&matrix(n, 1.0), &matrix(n, 2.0));
    println!("{:?} {:?}", product[n / 2][n / 2], product[0].iter().sum::<f64>());
}
