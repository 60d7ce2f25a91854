use std::collections::HashMap;

fn sample(n: usize) -> String {
    let mut state: i64 = 7;
    let parts: Vec<String> = (0..n)
        .map(|_| {
            state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
            format!("w{}", state / 65536 % 5000)
        })
        .collect();
    parts.join(" ")
}

fn count(text: &str) -> HashMap<String, i64> {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        let word = word.to_lowercase();
        *counts.entry(word.trim_matches(['.', ',']).to_owned()).or_insert(0) += 1;
    }
    counts
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let counts = count(&sample(n));
    let mut ranked: Vec<(String, i64)> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (word, times) in ranked.iter().take(5) {
        println!("{word} {times}");
    }
}
