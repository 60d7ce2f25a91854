//! The table of primitives: one row per operation of a builtin type, builtin function or library function.
//!
//! A row is a line of text,
//!
//! ```text
//! dict.setdefault(key: e, default: any = none) -> v|default ; e<key ; v<default ; hash(key) ; !KeyError => set_default
//! ```
//!
//! `owner.name(parameters) -> result ; effects => runtime name`. Parameters have accepted heads (`int|none`, `any`, `e`:
//! the owner's element, `v`: its value, `iter`: anything iterable, `num`: int, bool, float) and, where they may be
//! left out, a default in Rust or a bare `?` for `Option`. Results are read by [`TypeExpr`]. Effects: `e<x` and `v<x`
//! (the owner's element or value grows), `x.e<y` (that of an argument), `eq(x)`, `hash(x)`, `lt(x)`, `repr(x)` (hidden
//! calls), `!E` (raises).
//! The runtime name is the function or method of `portalis_rt` that does it; without one it is the operation's name. Of
//! `a|b`, `a` is for a call without optional arguments; in `=a|b` it raises nothing. `&e` is passed by reference.

mod containers;
mod exceptions;
mod functions;
mod modules;
mod text;

use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use exceptions::{builtin_base, is_builtin_exception, is_exception_subclass};

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// `list.append`, `math.sqrt`, `len`.
    pub name: &'static str,
    /// Parameters, in order.
    pub params: Vec<RowParam>,
    /// Takes further positional arguments, of the last parameter's type.
    pub variadic: bool,
    /// The result.
    pub result: TypeExpr,
    /// Which cells grow by what.
    pub grows: Vec<(TypeExpr, bool, TypeExpr)>,
    /// Hidden calls.
    pub hidden: Vec<(&'static str, TypeExpr)>,
    /// The exceptions it may raise.
    pub raises: Vec<&'static str>,
    /// The name in the runtime.
    pub runtime: &'static str,
}

/// A parameter of a row.
#[derive(Clone, Debug)]
pub struct RowParam {
    /// Its name, also as keyword.
    pub name: &'static str,
    /// What it accepts.
    pub accept: TypeExpr,
    /// Whether the runtime borrows it (`&e`).
    pub by_ref: bool,
    /// `None`: must be given. `Some("?")`: an `Option`. Else the Rust text of the default.
    pub default: Option<&'static str>,
}

/// A type in terms of the receiver and the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeExpr {
    /// A head without cells: `int`, `str`, `none`; or a word with a meaning of its own: `any`, `iter`, `num`.
    Word(&'static str),
    /// Element or key of the receiver.
    Elem,
    /// Value of the receiver.
    Value,
    /// The receiver.
    Receiver,
    /// An argument, by parameter name; ⊥ where it is not given.
    Arg(&'static str),
    /// The elements of iterating.
    Items(Box<TypeExpr>),
    /// A new container: `list[x]`, `dict[k, v]`.
    New(&'static str, Vec<TypeExpr>),
    /// A tuple.
    Tuple(Vec<TypeExpr>),
    /// Any of them.
    Union(Vec<TypeExpr>),
    /// No value: it always raises.
    Never,
}

/// All rows.
#[derive(Debug)]
pub struct Table {
    rows: BTreeMap<&'static str, Row>,
    constants: BTreeMap<&'static str, &'static str>,
    modules: Vec<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::parse);

impl Table {
    /// The table.
    #[must_use]
    pub fn get() -> &'static Table {
        &TABLE
    }

    /// The row called `name`.
    #[must_use]
    pub fn row(&self, name: &str) -> Option<&Row> {
        self.rows.get(name)
    }

    /// The type word of a module's constant: `math.pi` is a `float`.
    #[must_use]
    pub fn constant(&self, name: &str) -> Option<&'static str> {
        self.constants.get(name).copied()
    }

    /// Whether there is anything in the table about module `name`.
    #[must_use]
    pub fn knows_module(&self, name: &str) -> bool {
        self.modules.contains(&name)
    }

    /// All rows, by name.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values()
    }

    fn parse() -> Table {
        let texts = [containers::ROWS, functions::ROWS, text::ROWS, modules::ROWS];
        let rows = texts
            .iter()
            .flat_map(|text| text.lines())
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                let row = parse_row(line);
                (row.name, row)
            })
            .collect();
        let constants = modules::CONSTANTS.iter().copied().collect();
        Table { rows, constants, modules: modules::MODULES.to_vec() }
    }
}

fn parse_row(line: &'static str) -> Row {
    let (line, runtime) = match line.split_once("=>") {
        Some((line, runtime)) => (line.trim(), Some(runtime.trim())),
        None => (line, None),
    };
    let mut parts = line.split(';').map(str::trim);
    let head = parts.next().unwrap_or_default();
    let open = head.find('(').unwrap_or(head.len());
    let close = head.find(") ->").unwrap_or(head.len());
    let name = &head[..open];
    let mut row = Row {
        name,
        params: Vec::new(),
        variadic: false,
        result: Parser::parse(head.get(close + 4..).unwrap_or("never")),
        grows: Vec::new(),
        hidden: Vec::new(),
        raises: Vec::new(),
        runtime: runtime.unwrap_or_else(|| name.rsplit('.').next().unwrap_or(name)),
    };
    for param in split_top(head.get(open + 1..close).unwrap_or_default()) {
        let (param, variadic) = match param.strip_prefix('*') {
            Some(rest) => (rest, true),
            None => (param, false),
        };
        row.variadic |= variadic;
        let (param, default) = match param.split_once('=') {
            Some((param, default)) => (param.trim(), Some(default.trim())),
            None => match param.strip_suffix('?') {
                Some(param) => (param.trim(), Some("?")),
                None => (param, None),
            },
        };
        let (name, accept) = param.split_once(':').unwrap_or((param, "any"));
        let accept = accept.trim();
        let by_ref = accept.starts_with('&');
        let accept = Parser::parse(accept.trim_start_matches('&'));
        row.params.push(RowParam { name: name.trim(), accept, by_ref, default });
    }
    let params: Vec<&'static str> = row.params.iter().map(|param| param.name).collect();
    row.result.resolve(&params);
    for effect in parts {
        if let Some(names) = effect.strip_prefix('!') {
            row.raises.extend(names.split_whitespace());
        } else if let Some((target, source)) = effect.split_once('<') {
            let (target, is_value) = match target.trim() {
                "e" => (TypeExpr::Receiver, false),
                "v" => (TypeExpr::Receiver, true),
                other => {
                    let (arg, field) = other.split_once('.').unwrap_or((other, "e"));
                    (TypeExpr::Arg(arg), field == "v")
                }
            };
            let mut source = Parser::parse(source);
            source.resolve(&params);
            row.grows.push((target, is_value, source));
        } else if let Some((what, of)) = effect.split_once('(') {
            let mut of = Parser::parse(of.trim_end_matches(')'));
            of.resolve(&params);
            row.hidden.push((what.trim(), of));
        }
    }
    row
}

/// Splits at commas outside brackets.
fn split_top(text: &'static str) -> Vec<&'static str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    if !text[start..].trim().is_empty() {
        parts.push(text[start..].trim());
    }
    parts
}

/// Reads a type expression.
struct Parser;

impl Parser {
    fn parse(text: &'static str) -> TypeExpr {
        let mut alternatives = Vec::new();
        let (mut depth, mut start) = (0, 0);
        for (at, c) in text.char_indices() {
            match c {
                '[' => depth += 1,
                ']' => depth -= 1,
                '|' if depth == 0 => {
                    alternatives.push(Self::one(text[start..at].trim()));
                    start = at + 1;
                }
                _ => {}
            }
        }
        let last = Self::one(text[start..].trim());
        if alternatives.is_empty() {
            return last;
        }
        alternatives.push(last);
        TypeExpr::Union(alternatives)
    }

    fn one(text: &'static str) -> TypeExpr {
        if let Some((head, inner)) = text.split_once('[') {
            let inner = inner.strip_suffix(']').unwrap_or(inner);
            let mut args: Vec<TypeExpr> = split_top(inner).into_iter().map(Self::parse).collect();
            return match head {
                "it" => TypeExpr::Items(Box::new(args.pop().unwrap_or(TypeExpr::Never))),
                "tup" => TypeExpr::Tuple(args),
                _ => TypeExpr::New(head, args),
            };
        }
        match text {
            "e" => TypeExpr::Elem,
            "v" => TypeExpr::Value,
            "self" => TypeExpr::Receiver,
            "never" => TypeExpr::Never,
            word => TypeExpr::Word(word),
        }
    }
}

impl TypeExpr {
    /// Turns words that name a parameter into arguments.
    fn resolve(&mut self, params: &[&'static str]) {
        match self {
            TypeExpr::Word(word) => {
                if let Some(param) = params.iter().find(|param| *param == word) {
                    *self = TypeExpr::Arg(param);
                }
            }
            TypeExpr::Items(inner) => inner.resolve(params),
            TypeExpr::New(_, args) | TypeExpr::Tuple(args) | TypeExpr::Union(args) => {
                args.iter_mut().for_each(|arg| arg.resolve(params));
            }
            TypeExpr::Elem | TypeExpr::Value | TypeExpr::Receiver | TypeExpr::Arg(_) | TypeExpr::Never => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_parse() {
        let row =
            parse_row("dict.pop(key: e, default: any?) -> v|default ; hash(key) ; !KeyError => pop_key");
        assert_eq!((row.name, row.runtime, row.params.len()), ("dict.pop", "pop_key", 2));
        assert_eq!(row.result, TypeExpr::Union(vec![TypeExpr::Value, TypeExpr::Arg("default")]));
        assert_eq!(row.params[1].default, Some("?"));
        assert_eq!(row.raises, ["KeyError"]);
    }

    #[test]
    fn whole_table_parses() {
        assert!(Table::get().rows().count() > 150);
    }
}
