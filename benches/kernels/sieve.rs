fn sieve(limit: usize) -> Vec<usize> {
    let mut is_prime = vec![true; limit + 1];
    is_prime[0] = false;
    is_prime[1] = false;
    let mut i = 2;
    while i * i <= limit {
        if is_prime[i] {
            for multiple in (i * i..=limit).step_by(i) {
                is_prime[multiple] = false;
            }
        }
        i += 1;
    }
    is_prime.iter().enumerate().filter(|(_, prime)| **prime).map(|(n, _)| n).collect()
}

fn main() {
    let limit = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let mut total = 0;
    for _ in 0..5 {
        let primes = sieve(limit);
        total += primes.len() + primes.last().copied().unwrap_or_default();
    }
    println!("{total}");
}
