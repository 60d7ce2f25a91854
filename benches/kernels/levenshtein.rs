fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut current = vec![0; b.len() + 1];
        current[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let cost = usize::from(x != y);
            current[j + 1] = (previous[j + 1] + 1).min(current[j] + 1).min(previous[j] + cost);
        }
        previous = current;
    }
    previous[b.len()]
}

fn text(n: usize, seed: i64) -> String {
    let letters = b"abcdefgh";
    let mut state = seed;
    (0..n)
        .map(|_| {
            state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
            char::from(letters[(state / 65536 % 8) as usize])
        })
        .collect()
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    println!("{}", distance(&text(n, 1), &text(n, 2)));
}
