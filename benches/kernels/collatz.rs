fn chain_length(start: i64) -> i64 {
    let mut length = 1;
    let mut n = start;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        length += 1;
    }
    length
}

fn main() {
    let limit = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let mut best = 0;
    let mut best_start = 0;
    for start in 1..limit {
        let length = chain_length(start);
        if length > best {
            best = length;
            best_start = start;
        }
    }
    println!("{best_start} {best}");
}
