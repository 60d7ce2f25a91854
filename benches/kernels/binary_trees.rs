struct Node {
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    fn check(&self) -> i64 {
        1 + self.left.as_ref().map_or(0, |node| node.check()) + self.right.as_ref().map_or(0, |node| node.check())
    }
}

fn tree(depth: i64) -> Node {
    if depth == 0 {
        return Node { left: None, right: None };
    }
    Node { left: Some(Box::new(tree(depth - 1))), right: Some(Box::new(tree(depth - 1))) }
}

fn main() {
    let max_depth: i64 = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let long_lived = tree(max_depth);
    for depth in (4..=max_depth).step_by(4) {
        let iterations = 1 << (max_depth - depth + 4);
        let total: i64 = (0..iterations).map(|_| tree(depth).check()).sum();
        println!("{iterations} {depth} {total}");
    }
    println!("{}", long_lived.check());
}
