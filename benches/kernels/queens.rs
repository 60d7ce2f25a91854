fn is_safe(columns: &[i64], column: i64) -> bool {
    let row = columns.len();
    columns.iter().enumerate().all(|(other_row, &other_column)| {
        other_column != column && (other_column - column).abs() != (row - other_row) as i64
    })
}

fn count(n: i64, columns: &mut Vec<i64>) -> i64 {
    if columns.len() as i64 == n {
        return 1;
    }
    let mut total = 0;
    for column in 0..n {
        if is_safe(columns, column) {
            columns.push(column);
            total += count(n, columns);
            columns.pop();
        }
    }
    total
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    println!("{}", count(n, &mut Vec::new()));
}
