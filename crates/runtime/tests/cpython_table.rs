//! Replays `cpython_table.txt`: every answer of the runtime against CPython's, which `gen_cpython_table.py` wrote down.
#![forbid(unsafe_code)]

#[path = "table/containers.rs"]
mod containers;
#[path = "table/numbers.rs"]
mod numbers;
#[path = "table/texts.rs"]
mod texts;

use portalis_rt::{Exception, Int, Repr, py};

/// What the runtime says, or `None` for an operation that no module knows.
pub type Answer = Option<Result<String, Exception>>;

/// One argument of a case.
#[derive(Debug, Clone)]
pub enum Arg {
    None,
    Int(Int),
    Float(f64),
    Text(String),
    Ints(Vec<Int>),
    Floats(Vec<f64>),
}

pub struct Args(Vec<Arg>);

impl Args {
    pub fn big(&self, i: usize) -> Int {
        match &self.0[i] {
            Arg::Int(int) => int.clone(),
            other => panic!("no int: {other:?}"),
        }
    }

    pub fn small(&self, i: usize) -> Option<i64> {
        match &self.0[i] {
            Arg::Int(int) => int.to_i64(),
            _ => None,
        }
    }

    pub fn i64(&self, i: usize) -> i64 {
        self.small(i).expect("an int of 64 bits")
    }

    pub fn float(&self, i: usize) -> f64 {
        match &self.0[i] {
            Arg::Float(float) => *float,
            other => panic!("no float: {other:?}"),
        }
    }

    pub fn text(&self, i: usize) -> &str {
        match &self.0[i] {
            Arg::Text(text) => text,
            other => panic!("no text: {other:?}"),
        }
    }

    pub fn ints(&self, i: usize) -> Vec<Int> {
        match &self.0[i] {
            Arg::Ints(ints) => ints.clone(),
            other => panic!("no ints: {other:?}"),
        }
    }

    pub fn floats(&self, i: usize) -> Vec<f64> {
        match &self.0[i] {
            Arg::Floats(floats) => floats.clone(),
            other => panic!("no floats: {other:?}"),
        }
    }

    pub fn get(&self, i: usize) -> &Arg {
        &self.0[i]
    }
}

pub fn shown<T: Repr>(value: &T) -> Answer {
    Some(Ok(format!("{:?}", py(value))))
}

pub fn tried<T: Repr>(value: Result<T, Exception>) -> Answer {
    Some(value.map(|value| format!("{:?}", py(&value))))
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let digits = match chars.next() {
            Some('n') => {
                out.push('\n');
                continue;
            }
            Some('r') => {
                out.push('\r');
                continue;
            }
            Some('t') => {
                out.push('\t');
                continue;
            }
            Some('\\') => {
                out.push('\\');
                continue;
            }
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            other => panic!("unknown escape {other:?} in {text}"),
        };
        let code: String = chars.by_ref().take(digits).collect();
        out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
    }
    out
}

fn float(bits: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(bits, 16).expect("bits of a float"))
}

fn int(text: &str) -> Int {
    portalis_rt::int::big_parse(text)
}

fn arg(text: &str) -> Arg {
    let (kind, rest) = text.split_at(1);
    let items = || rest.split(',').filter(|item| !item.is_empty());
    match kind {
        "n" => Arg::None,
        "i" => Arg::Int(int(rest)),
        "f" => Arg::Float(float(rest)),
        "s" => Arg::Text(unescape(rest)),
        "I" => Arg::Ints(items().map(int).collect()),
        "F" => Arg::Floats(items().map(float).collect()),
        _ => panic!("unknown argument {text}"),
    }
}

#[test]
fn answers_are_cpythons() {
    let path = std::env::var("CPYTHON_TABLE")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cpython_table.txt").to_owned());
    let table = std::fs::read_to_string(path).expect("the table is beside the test");
    let mut differences = std::collections::BTreeMap::<&str, Vec<String>>::new();
    let mut cases = 0;
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (&op, rest) = fields.split_first().expect("an operation");
        let (&expected, args) = rest.split_last().expect("an answer");
        let args = Args(args.iter().map(|text| arg(text)).collect());
        let expected = unescape(expected);
        cases += 1;
        let answer = numbers::answer(op, &args)
            .or_else(|| texts::answer(op, &args))
            .or_else(|| containers::answer(op, &args));
        let answer = match answer {
            Some(Ok(text)) => text,
            Some(Err(error)) => format!("!{}", python_line(&error)),
            None => "no such operation".to_owned(),
        };
        if answer != expected {
            let line = format!("{line}\n    got  {answer}\n    want {expected}");
            differences.entry(op).or_default().push(line);
        }
    }
    assert!(cases > 1000, "an empty table");
    let n: usize = differences.values().map(Vec::len).sum();
    let some: Vec<String> = differences
        .iter()
        .map(|(op, all)| format!("{op}: {}\n{}", all.len(), all[..all.len().min(4)].join("\n")))
        .collect();
    assert!(n == 0, "{n} of {cases} answers differ\n{}", some.join("\n"));
}

/// `Class: message`, as the generator writes it also for an empty message.
fn python_line(error: &Exception) -> String {
    format!("{}: {error}", error.class_name())
}
