//! Allocation: trees of small objects that live and die.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{Int, Range, exc, int, println, sys};

pub struct NodeFields {
    pub left: Option<Node>,
    pub right: Option<Node>,
}

portalis_rt::handle!(Node, NodeFields);

impl Node {
    pub fn new(_left: (), _right: ()) -> Self {
        Self::alloc(NodeFields {
            left: None,
            right: None,
        })
    }

    pub fn new_2(left: Node, right: Node) -> Self {
        Self::alloc(NodeFields {
            left: Some(left),
            right: Some(right),
        })
    }

    pub fn check(&self) -> i64 {
        exc::enter();
        let mut total: i64 = 1;
        if let Some(left) = &self.left {
            total += left.check();
        }
        if let Some(right) = &self.right {
            total += right.check();
        }
        total
    }
}

portalis_rt::object!(Node, "__main__.Node");

fn program() {
    main_(int::parse(&sys::argv().at(1)));
}

pub fn main_(max_depth: i64) {
    let long_lived = tree(max_depth);
    for depth in (4..max_depth + 1).step_by(4) {
        let iterations: Int = Int::from(1_i64).shl(&Int::from(max_depth - depth + 4));
        let mut total: i64 = 0;
        for _ in Range::to(iterations.narrow()).iter() {
            total += tree(depth).check();
        }
        println!("{iterations} {depth} {total}");
    }
    println!("{}", long_lived.check());
}

pub fn tree(depth: i64) -> Node {
    exc::enter();
    if depth == 0 {
        return Node::new((), ());
    }
    Node::new_2(tree(depth - 1), tree(depth - 1))
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
