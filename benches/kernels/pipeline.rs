fn numbers(n: usize) -> impl Iterator<Item = i64> {
    let mut state: i64 = 3;
    (0..n).map(move |_| {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
        state / 65536
    })
}

fn pairs(mut source: impl Iterator<Item = i64>) -> impl Iterator<Item = (i64, i64)> {
    std::iter::from_fn(move || source.next().map(|x| (x, source.next().unwrap_or(0))))
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let (mut total, mut count) = (0, 0);
    for (x, y) in pairs(numbers(n).filter(|x| x % 2 == 1)) {
        total += (x - y).abs();
        count += 1;
    }
    println!("{count} {total}");
}
