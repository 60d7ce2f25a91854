fn fannkuch(n: usize) -> (i64, i64) {
    let mut permutation: Vec<usize> = (0..n).collect();
    let mut counts = vec![0; n];
    let mut max_flips = 0;
    let mut checksum = 0;
    let mut sign = 1;
    let mut r = n;
    let mut current = Vec::with_capacity(n);
    loop {
        while r != 1 {
            counts[r - 1] = r;
            r -= 1;
        }
        current.clone_from(&permutation);
        let mut flips = 0;
        while current[0] != 0 {
            let first = current[0];
            current[..=first].reverse();
            flips += 1;
        }
        max_flips = max_flips.max(flips);
        checksum += sign * flips;
        sign = -sign;
        loop {
            if r == n {
                return (checksum, max_flips);
            }
            permutation[..=r].rotate_left(1);
            counts[r] -= 1;
            if counts[r] > 0 {
                break;
            }
            r += 1;
        }
    }
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let (checksum, flips) = fannkuch(n);
    println!("{checksum} {flips}");
}
