use std::collections::HashMap;

fn main() {
    let n: i64 = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let mut table: HashMap<i64, i64> = HashMap::new();
    let mut state: i64 = 1;
    let mut hits = 0;
    for i in 0..n {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
        let key = state % (n / 4 + 1);
        table
            .entry(key)
            .and_modify(|value| {
                hits += 1;
                *value += i;
            })
            .or_insert(i);
        if i % 5 == 0 {
            table.remove(&(key / 2));
        }
    }
    println!("{} {hits} {}", table.len(), table.values().sum::<i64>());
}
