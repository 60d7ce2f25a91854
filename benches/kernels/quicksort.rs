fn partition(xs: &mut [i64]) -> usize {
    let pivot = xs[(xs.len() - 1) / 2];
    let (mut i, mut j) = (0, xs.len() - 1);
    loop {
        while xs[i] < pivot {
            i += 1;
        }
        while xs[j] > pivot {
            j -= 1;
        }
        if i >= j {
            return j;
        }
        xs.swap(i, j);
        i += 1;
        j -= 1;
    }
}

fn quicksort(xs: &mut [i64]) {
    if xs.len() > 1 {
        let middle = partition(xs);
        let (low, high) = xs.split_at_mut(middle + 1);
        quicksort(low);
        quicksort(high);
    }
}

fn numbers(n: usize) -> Vec<i64> {
    let mut state: i64 = 42;
    (0..n)
        .map(|_| {
            state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
            state
        })
        .collect()
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let mut xs = numbers(n);
    quicksort(&mut xs);
    println!("{} {} {}", xs[0], xs[n / 2], xs[n - 1]);
}
