//! What emitted code does with the runtime, under `forbid(unsafe_code)` as emitted code is.
#![forbid(unsafe_code)]

use portalis_rt::exc::{KeyError, PyException, ValueError, arg};
use portalis_rt::{
    Class, Dict, Exception, Field, Generator, Global, Int, Item, Iter, List, Num, PyHash, Range, Repr, Set,
    Str, Truth, Var, builtins, py,
};

pub struct NodeFields {
    pub value: Field<i64>,
    pub next: Field<Option<Node>>,
}

portalis_rt::handle!(
    /// A node of a chain.
    Node,
    NodeFields
);
portalis_rt::identity!(Node);

impl Repr for Node {
    fn repr(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Node({})", self.value.get())
    }
}

#[derive(Clone, PartialEq)]
enum Command {
    Say(Str),
    Quit,
}
portalis_rt::item!(Command);

thread_local! {
    static COUNT: Global<i64> = const { Global::unset() };
}

struct ConfigError;
impl Class for ConfigError {
    type Base = PyException;
    const NAME: &'static str = "ConfigError";
}

fn text<T: Repr>(value: &T) -> String {
    format!("{:?}", py(value))
}

fn is_item<T: Item>() {}

// Miri looks at each access, for which fewer objects do.

/// Objects in a chain: more than a stack of calls could drop.
const CHAIN: i64 = if cfg!(miri) { 300 } else { 1_000_000 };

/// Containers in each other, likewise.
const NESTED: i64 = if cfg!(miri) { 300 } else { 300_000 };

/// Keys of a dict; one less is a multiple of three.
const KEYS: i64 = if cfg!(miri) { 400 } else { 10_000 };

#[test]
fn a_long_chain_of_objects_drops() {
    let mut head = None;
    for value in 0..CHAIN {
        head = Some(Node::alloc(NodeFields { value: Field::new(value), next: Field::new(head) }));
    }
    let node = head.clone().expect("a node");
    assert_eq!(node.value.get(), CHAIN - 1);
    assert!(node.is(&node.clone()) && node == node && node.truth());
    drop((head, node));
}

#[test]
fn containers_share_and_show() {
    is_item::<Command>();
    let xs = List::from([1_i64, 2, 3]);
    let ys = xs.clone();
    ys.append(4);
    assert_eq!(text(&xs), "[1, 2, 3, 4]");
    assert_eq!(text(&xs.slice_by(None, None, Some(-1))), "[4, 3, 2, 1]");
    assert_eq!(xs.try_at(9).unwrap_err().summary(), "IndexError: list index out of range");
    let d: Dict<Str, List<i64>> = Dict::from([(Str::from("a"), xs.clone())]);
    assert_eq!(text(&d), "{'a': [1, 2, 3, 4]}");
    let error = d.try_at(&Str::from("b")).unwrap_err();
    assert!(error.is::<KeyError>());
    assert_eq!(error.summary(), "KeyError: 'b'");
    assert_eq!(text(&error), "KeyError('b')");
    assert_eq!(text(&Set::from([3_i64, 1, 2])), "{1, 2, 3}");
    assert_eq!(text(&(1_i64, 2.5, Str::from("x"), (), Some(true))), "(1, 2.5, 'x', None, True)");
    assert_eq!(text(&Range::between(0, 10).slice_by(Some(2), None, Some(3))), "range(2, 10, 3)");
    let commands = List::from([Command::Say(Str::from("hi")), Command::Quit]);
    assert_eq!(commands.count(&Command::Quit), 1);
}

/// A key whose `==` changes the dict that it is looked up in.
#[derive(Clone)]
struct Nasty(i64, Dict<Nasty, i64>);
portalis_rt::item!(Nasty);

thread_local! {
    static BUSY: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

impl PartialEq for Nasty {
    fn eq(&self, other: &Self) -> bool {
        if self.1.len() < 50 && !BUSY.replace(true) {
            let next = self.1.len();
            self.1.set(Nasty(1000 + next, Dict::new()), next);
            BUSY.set(false);
        }
        self.0 == other.0
    }
}

impl PyHash for Nasty {
    fn py_hash(&self) -> i64 {
        self.0 % 2
    }
}

impl Repr for Nasty {
    fn repr(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Nasty({})", self.0)
    }
}

#[test]
fn equality_may_change_the_container() {
    let dict = Dict::new();
    for n in 0..10 {
        dict.set(Nasty(n, dict.clone()), n);
    }
    assert_eq!(dict.get(&Nasty(7, dict.clone())), Some(7));
    let xs = List::from([Nasty(1, dict.clone()), Nasty(2, dict.clone())]);
    assert!(xs.contains(&Nasty(2, dict.clone())) && !xs.contains(&Nasty(3, dict.clone())));
    dict.clear();
}

#[test]
fn lists_of_lists_and_dicts_drop_deep() {
    #[derive(Clone)]
    enum Value {
        List(List<Value>),
        Dict(Dict<i64, Value>),
        None,
    }
    portalis_rt::item!(Value);
    let mut value = Value::None;
    for n in 0..NESTED {
        value =
            if n % 2 == 0 { Value::List(List::from([value])) } else { Value::Dict(Dict::from([(n, value)])) };
    }
    assert!(matches!(&value, Value::Dict(dict) if dict.len() == 1));
    assert!(!matches!(value, Value::List(list) if list.is_empty()));
}

#[test]
fn dict_order_survives_deletion() {
    let dict = Dict::new();
    for n in 0..KEYS {
        dict.set(n, n);
        if n % 3 != 0 {
            dict.delete(&n);
        }
    }
    dict.set(3, -3);
    assert_eq!(dict.len(), KEYS / 3 + 1);
    assert_eq!(dict.iter().take(4).collect::<Vec<_>>(), [0, 3, 6, 9]);
    assert_eq!(dict.reversed().next(), Some(KEYS - 1));
    assert_eq!((dict.get(&3), dict.get(&4)), (Some(-3), None));
    assert_eq!(dict.popitem(), (KEYS - 1, KEYS - 1));
}

#[test]
fn numbers() {
    let big = Int::from(10_i64).pow(&Int::from(30_i64));
    assert_eq!(big.to_string(), "1000000000000000000000000000000");
    assert_eq!((&big - &big + 7).to_i64(), Some(7));
    assert_eq!(Int::from(-7_i64).divmod(&Int::from(2_i64)), (Int::from(-4_i64), Int::from(1_i64)));
    assert!(Int::from(1_i64) == 1.0 && Num::from(1.0) == 1_i64);
    assert_eq!(Int::from(5_i64).py_hash(), 5_i64.py_hash());
    assert_eq!(text(&(Num::from(1_i64) + 0.5)), "1.5");
    assert_eq!(text(&builtins::sorted([3_i64, 1, 2], true)), "[3, 2, 1]");
}

#[test]
fn exceptions() {
    let error = Exception::new(ConfigError, "bad").caused_by(Exception::new(ValueError, "x"));
    assert!(error.is::<PyException>() && !error.is::<ValueError>());
    let error = Exception::from_args::<ValueError>(vec![arg(&1_i64), arg(&Str::from("a"))]);
    assert_eq!((error.summary(), text(&error)), ("ValueError: (1, 'a')".into(), "ValueError(1, 'a')".into()));
    assert_eq!(error.arg_as(0, |arg| arg.get::<i64>()), 1);
    assert_eq!(Exception::empty(ValueError).summary(), "ValueError");
}

#[test]
fn variables() {
    assert_eq!(
        COUNT.with(|count| count.try_get("count")).unwrap_err().summary(),
        "NameError: name 'count' is not defined"
    );
    let var = Var::new(1_i64);
    let other = var.clone();
    other.set(2);
    assert_eq!(var.get(), 2);
}

fn count_to(limit: i64) -> Generator<i64> {
    Generator::new(async move |co| {
        let mut n = 0;
        while n < limit {
            co.yield_(n).await?;
            n += 1;
        }
        Ok(())
    })
}

fn nested(depth: i64) -> Generator<i64> {
    Generator::new(async move |co| {
        if depth == 0 {
            return co.yield_from(&count_to(1000)).await;
        }
        co.yield_from(&nested(depth - 1)).await
    })
}

#[test]
fn generators() {
    assert_eq!(count_to(3).values().collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(nested(500).values().count(), 1000);
    let iter: Iter<i64> = count_to(2).into();
    assert_eq!((iter.try_next().ok().flatten(), iter.clone().count()), (Some(0), 1));
    let sums: Generator<i64, i64, Str> = Generator::new(async move |co| {
        let mut total = 0;
        while total < 10 {
            total += co.exchange(total).await?;
        }
        Ok(Str::from("done"))
    });
    assert_eq!(sums.next_item(), 0);
    assert_eq!(sums.send(4), 4);
    let end = sums.try_send(9).unwrap_err();
    assert_eq!(end.class_name(), "StopIteration");
    assert_eq!(end.arg_as(0, |arg| arg.get::<Str>()), Str::from("done"));
}
