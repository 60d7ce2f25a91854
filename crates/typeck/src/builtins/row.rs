//! The language of the rows.
//!
//! A row is a line of text,
//!
//! ```text
//! dict.setdefault(key: e, default: any = none) -> v|default ; e<key ; v<default ; hash(key) ; !KeyError => set_default
//! math.pi: float => math::PI
//! ```
//!
//! `owner.name(parameters) -> result ; effects => runtime name`; a constant has a type and a runtime name only.
//!
//! Parameters have accepted heads and, where they may be left out, a default in Rust or a bare `?` for `Option`; `*items`
//! takes all further positional arguments, and what stands behind it or a bare `*` is named in calls.
//!
//! | accepts | what | the runtime gets |
//! |---|---|---|
//! | `int\|none`, `str`, `file` | these heads | the value |
//! | `whole` | an integer of any width | an `i64` or an `Int` |
//! | `any`, `num` | anything; `int`, `bool`, `float` | the value |
//! | `e`, `v` | the owner's element, its value | a value of that type |
//! | `as[T]` | anything | a value of type `T` |
//! | `list` | a list | the list |
//! | `seq`, `seq[T]` | what has a length and positions | `&List` of its items, of items of type `T` |
//! | `opt[T]` | a `T` or `None` | an `Option` |
//! | `lazy`, `iter[T]` | anything iterable | an `Iter` of its items, of items of type `T` |
//! | `rows[T]` | an iterable of iterables | an `Iter` of `Iter`s of items of type `T` |
//! | `iter` | anything iterable | any Rust iterator |
//! | `awaitable` | a coroutine or task | the value |
//! | `exception` | an exception | the value |
//! | `fn[T, U]`, `fn[T]->R` | what can be called with these types (`*T`: with the items of a tuple); the defaults `+` and `=` stand for addition and for the item itself | a closure that gives a `Result` (of an `R`) |
//! | `&…` | | by reference |
//!
//! Types are read by [`TypeExpr`]: heads, `e v self`, parameters by name, `it[x]` (what iterating gives), `val[x]` (the values of a dict), `awaited[x]` (what awaiting gives), `shared[Task, x]` (a `Task` of the same cell), `call[f]` (what a
//! callback returns), `or[p, T]` (that of parameter `p` where it is given, else `T`), `res` and `out` (the result, its
//! element), `at[t, 1]` (an item of a tuple), `ints[a, b]` (the widest of these integers), `means[t]` and `roots[t]` (what means and deviations of such numbers are), `tup[a, b]`, `tups[a]` (a tuple of
//! any length), `list[a]`, `dict[k, v]` and so on for a new container. What is held in one may be of a wider type than what was
//! put in, so a row that makes a container takes its elements as `out`: `iter[out]`. `T~U` is `T` for inference, and `U` is
//! what the runtime holds.
//!
//! Effects: `e<x` and `v<x` (the owner's element or value grows), `x.e<y` (that of an argument), `eq(x)`, `hash(x)`, `lt(x)`,
//! `repr(x)` (hidden calls), `stop(x)` (a `StopIteration` of it), `later` (what is handed in is called after the call), `!E` (raises). Without one of the last, the runtime has no `try_` form; a callback that is
//! called at once always raises.
//!
//! Of several rows of one name the first is taken that fits the number of arguments and their keywords.
//!
//! The runtime name `?` is for what Python does and the runtime does not: it is refused. Else it is the function or method of `portalis_rt` that does it; without one it is the operation's name. Of
//! `a|b`, `a` is for a call without optional arguments; in `=a|b` that one raises nothing. `a|key:b|key+n:c` names them:
//! `b` where just `key` is given.

use super::Constant;
use crate::ty::{Atom, Kind};

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// `list.append`, `math.sqrt`, `len`.
    pub name: &'static str,
    /// Parameters, in order.
    pub params: Vec<RowParam>,
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
    /// Whether what is handed in is called after the call has returned.
    pub calls_later: bool,
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
    /// How arguments get to it.
    pub passing: Passing,
}

/// How arguments get to a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// By position or name.
    Either,
    /// All further positional arguments.
    Variadic,
    /// By name.
    Named,
}

/// How a call looks: what chooses among rows of one name.
#[derive(Clone, Debug, Default)]
pub struct Shape<'a> {
    /// How many positional arguments there are.
    pub n_positional: usize,
    /// Whether a `*` adds some.
    pub has_star: bool,
    /// The names of keyword arguments.
    pub keywords: Vec<&'a str>,
    /// Which positional arguments are functions.
    pub callables: Vec<usize>,
    /// Whether some positional argument may be an integer past 64 bits.
    pub is_wide: bool,
    /// Whether the first positional argument may be a `float`.
    pub begins_with_float: bool,
}

/// Whether a value of this kind is a function, for choosing among rows.
#[must_use]
pub fn is_callable(atom: &Atom) -> bool {
    matches!(
        atom,
        Atom::Func(..)
            | Atom::Bound(..)
            | Atom::Builtin(_)
            | Atom::BoundBuiltin(..)
            | Atom::Class(_)
            | Atom::ExcClass(_)
    )
}

impl Shape<'_> {
    /// A call with `n` positional arguments.
    #[must_use]
    pub fn of(n: usize) -> Self {
        Shape { n_positional: n, ..Shape::default() }
    }
}

/// What one line of a table says.
pub(super) enum Line {
    Row(Row),
    Constant(&'static str, Constant),
    Blank,
}

impl Row {
    /// The parameters that positional arguments go to, one each.
    pub fn fixed(&self) -> impl Iterator<Item = &RowParam> {
        self.params.iter().take_while(|param| param.passing == Passing::Either)
    }

    /// The parameter that takes further positional arguments.
    #[must_use]
    pub fn variadic(&self) -> Option<&RowParam> {
        self.params.iter().find(|param| param.passing == Passing::Variadic)
    }

    /// Whether it takes integers of any size: it is preferred where such arguments are.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.params.iter().any(|param| param.accept == TypeExpr::Word("bigint"))
    }

    /// The parameter called `name`.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&RowParam> {
        self.params.iter().find(|param| param.name == name)
    }

    /// Whether a call of this shape gives every parameter what it needs, and no more.
    #[must_use]
    pub fn takes(&self, shape: &Shape<'_>) -> bool {
        let has_variadic = self.variadic().is_some();
        let n_fixed = self.fixed().count();
        let is_given = |(i, param): (usize, &RowParam)| {
            param.default.is_some()
                || param.passing == Passing::Variadic
                || (param.passing == Passing::Either && i < shape.n_positional)
                || shape.keywords.contains(&param.name)
        };
        let fits = |(i, param): (usize, &RowParam)| {
            i >= shape.n_positional
                || param.passing != Passing::Either
                || shape.callables.contains(&i) == param.callback().is_some()
                || matches!(param.accept, TypeExpr::Union(_) | TypeExpr::New("as", _) | TypeExpr::Word("any"))
        };
        (has_variadic || shape.n_positional <= n_fixed && !shape.has_star)
            && self.params.iter().enumerate().all(is_given)
            && self.params.iter().enumerate().all(fits)
            && shape.keywords.iter().all(|keyword| self.param(keyword).is_some())
    }

    /// Whether it does its work later: it gives an iterator or a coroutine, or keeps what it is handed.
    #[must_use]
    pub fn is_lazy(&self) -> bool {
        self.calls_later
            || matches!(
                self.result,
                TypeExpr::New("iterator" | "coroutine", _) | TypeExpr::Shared("coroutine", _)
            )
    }

    /// The role of calls of what is handed in: what is called later is observed by whoever drives it.
    #[must_use]
    pub fn callback_role(&self) -> &'static str {
        if self.is_lazy() { "lazy" } else { "key" }
    }

    /// Whether its texts are paths, and objects with `__fspath__` go as such.
    #[must_use]
    pub fn takes_paths(&self) -> bool {
        self.name.starts_with("os.")
    }

    /// Whether the result is neither an argument nor a part of one.
    #[must_use]
    pub fn makes_result(&self) -> bool {
        self.result.is_made()
    }

    /// The name in the runtime for a call that gives the optional parameters `given`.
    #[must_use]
    pub fn runtime_for(&self, given: &[&str]) -> &'static str {
        let mut plain = self.runtime;
        for (i, alternative) in self.runtime.split('|').enumerate() {
            // `::` belongs to a path.
            match alternative.split_once(':').filter(|(_, name)| !name.starts_with(':')) {
                Some((params, name)) if params.split('+').eq(given.iter().copied()) => return name,
                Some(_) => {}
                None if i == 0 => plain = alternative,
                None if !given.is_empty() => return alternative,
                None => {}
            }
        }
        plain
    }
}

impl RowParam {
    /// Whether a function stands in where none is given: addition, or the item itself.
    #[must_use]
    pub fn has_function(&self) -> bool {
        matches!(self.default, Some("+" | "="))
    }

    /// The types that a callback is called with and what it is to return, where the parameter is one.
    #[must_use]
    pub fn callback(&self) -> Option<(&[TypeExpr], Option<&TypeExpr>)> {
        let of = |accept: &'_ TypeExpr| matches!(accept, TypeExpr::Callback(..));
        let accept = match &self.accept {
            TypeExpr::Union(options) => options.iter().find(|option| of(option))?,
            accept => accept,
        };
        match accept {
            TypeExpr::Callback(args, ret) => Some((args, ret.as_deref())),
            _ => None,
        }
    }
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
    /// The values of a dict.
    Values(Box<TypeExpr>),
    /// What awaiting gives.
    Awaited(Box<TypeExpr>),
    /// Another container of the same cell: a task holds what its coroutine gives, whatever that becomes.
    Shared(&'static str, Box<TypeExpr>),
    /// A new container: `list[x]`, `dict[k, v]`.
    New(&'static str, Vec<TypeExpr>),
    /// A tuple.
    Tuple(Vec<TypeExpr>),
    /// Any of them.
    Union(Vec<TypeExpr>),
    /// What can be called with these types; what it is to return.
    Callback(Vec<TypeExpr>, Option<Box<TypeExpr>>),
    /// In a callback's arguments: the items of a tuple, one by one.
    Spread(Box<TypeExpr>),
    /// An item of a tuple type, by position.
    Part(Box<TypeExpr>, usize),
    /// A type for inference, and the one that the runtime holds it as.
    Held(Box<TypeExpr>, Box<TypeExpr>),
    /// What the callback in a parameter returns.
    Called(&'static str),
    /// The type of an argument where it is given, else another.
    Given(&'static str, Box<TypeExpr>),
    /// The result; its element.
    Result(bool),
    /// No value: it always raises.
    Never,
}

impl TypeExpr {
    /// Whether an integer is wanted, so that an object may give one.
    #[must_use]
    pub fn takes_index(&self) -> bool {
        match self {
            TypeExpr::Word(word) => matches!(*word, "int" | "nat" | "bigint" | "whole"),
            TypeExpr::Union(options) => options.iter().any(TypeExpr::takes_index),
            TypeExpr::New("opt", parts) => parts.iter().any(TypeExpr::takes_index),
            _ => false,
        }
    }

    /// Whether it takes values of several types, `None` apart.
    #[must_use]
    pub fn is_several(&self) -> bool {
        matches!(self, TypeExpr::Union(options) if !options.contains(&TypeExpr::Word("none")))
    }

    /// Whether it takes integers and floats, and tells them apart.
    #[must_use]
    pub fn takes_numbers(&self) -> bool {
        matches!(self, TypeExpr::Union(options)
            if options.contains(&TypeExpr::Word("int")) && options.contains(&TypeExpr::Word("float")))
    }

    /// Whether a number is wanted, of which functions of `math` ask objects.
    #[must_use]
    pub fn takes_float(&self) -> bool {
        matches!(self, TypeExpr::Word("num" | "float"))
    }
}

/// Reads a line.
pub(super) fn parse_line(line: &'static str) -> Line {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Line::Blank;
    }
    let (head, runtime) = match line.split_once("=>") {
        Some((head, runtime)) => (head.trim(), Some(runtime.trim())),
        None => (line, None),
    };
    if let (false, Some((name, word))) = (head.contains('('), head.split_once(':')) {
        return Line::Constant(
            name.trim(),
            Constant { word: word.trim(), runtime: runtime.unwrap_or_default() },
        );
    }
    Line::Row(parse_row(head, runtime))
}

fn parse_row(line: &'static str, runtime: Option<&'static str>) -> Row {
    let mut parts = line.split(';').map(str::trim);
    let head = parts.next().unwrap_or_default();
    let open = head.find('(').unwrap_or(head.len());
    let close = head.find(") ->").unwrap_or(head.len());
    let name = &head[..open];
    let mut row = Row {
        name,
        params: Vec::new(),
        result: Parser::parse(head.get(close + 4..).unwrap_or("never").trim()),
        grows: Vec::new(),
        hidden: Vec::new(),
        raises: Vec::new(),
        runtime: runtime.unwrap_or_else(|| name.rsplit('.').next().unwrap_or(name)),
        calls_later: false,
    };
    let mut is_named = false;
    for param in split_top(head.get(open + 1..close).unwrap_or_default()) {
        is_named |= row.variadic().is_some();
        match param {
            "*" => is_named = true,
            param => row.params.push(parse_param(param, is_named)),
        }
    }
    let params: Vec<&'static str> = row.params.iter().map(|param| param.name).collect();
    row.result.resolve(&params);
    row.params.iter_mut().for_each(|param| param.accept.resolve_parts(&params));
    for effect in parts {
        parse_effect(effect, &params, &mut row);
    }
    row
}

fn parse_param(text: &'static str, is_named: bool) -> RowParam {
    let (text, passing) = match text.strip_prefix('*') {
        Some(rest) => (rest, Passing::Variadic),
        None => (text, if is_named { Passing::Named } else { Passing::Either }),
    };
    let (text, default) = match text.split_once(" = ") {
        Some((text, default)) => (text.trim(), Some(default.trim())),
        None => match text.strip_suffix('?') {
            Some(text) => (text.trim(), Some("?")),
            None => (text, None),
        },
    };
    let (name, accept) = text.split_once(':').unwrap_or((text, "any"));
    let accept = accept.trim();
    let by_ref = accept.starts_with('&');
    let accept = Parser::parse(accept.trim_start_matches('&'));
    RowParam { name: name.trim(), accept, by_ref, default, passing }
}

fn parse_effect(effect: &'static str, params: &[&'static str], row: &mut Row) {
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
        source.resolve(params);
        row.grows.push((target, is_value, source));
    } else if let Some((what, of)) = effect.split_once('(') {
        let mut of = Parser::parse(of.strip_suffix(')').unwrap_or(of));
        of.resolve(params);
        row.hidden.push((what.trim(), of));
    } else {
        row.calls_later |= effect == "later";
    }
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

/// Whether every bracket of `text` is closed.
fn is_closed(text: &str) -> bool {
    text.matches('[').count() == text.matches(']').count()
}

/// The word for all that lends its bytes.
const BUFFER: &str = "buffer";
const BUFFERS: [&str; 5] = ["bytes", "bytearray", "IntArray", "FloatArray", "memoryview"];

/// Reads a type expression.
struct Parser;

impl Parser {
    fn parse(text: &'static str) -> TypeExpr {
        // What a callback is to return goes on to the end.
        if text.starts_with("fn[") && text.contains("]->") {
            return Self::one(text);
        }
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
        if alternatives.is_empty() && last != TypeExpr::Word(BUFFER) {
            return last;
        }
        alternatives.push(last);
        if let Some(at) = alternatives.iter().position(|one| *one == TypeExpr::Word(BUFFER)) {
            alternatives.splice(at..=at, BUFFERS.map(TypeExpr::Word));
        }
        TypeExpr::Union(alternatives)
    }

    fn one(text: &'static str) -> TypeExpr {
        // Brackets around it belong to something else.
        if let Some((ty, held)) = text.split_once('~').filter(|(ty, _)| is_closed(ty)) {
            return TypeExpr::Held(Box::new(Self::parse(ty)), Box::new(Self::parse(held)));
        }
        if let Some(tuple) = text.strip_prefix('*') {
            return TypeExpr::Spread(Box::new(Self::parse(tuple)));
        }
        let (text, ret) = match text.rsplit_once("]->") {
            // The cut bracket is put back by reading up to it.
            Some((head, ret)) => (&text[..=head.len()], Some(Box::new(Self::parse(ret)))),
            None => (text, None),
        };
        if let Some((head, inner)) = text.split_once('[') {
            let inner = inner.strip_suffix(']').unwrap_or(inner);
            let words = split_top(inner);
            let mut args: Vec<TypeExpr> = words.iter().map(|word| Self::parse(word)).collect();
            return match (head, words.as_slice()) {
                ("it", _) => TypeExpr::Items(Box::new(args.pop().unwrap_or(TypeExpr::Never))),
                ("shared", [kind, _]) => {
                    TypeExpr::Shared(kind, Box::new(args.pop().unwrap_or(TypeExpr::Never)))
                }
                ("awaited", _) => TypeExpr::Awaited(Box::new(args.pop().unwrap_or(TypeExpr::Never))),
                ("tup", _) => TypeExpr::Tuple(args),
                ("val", _) => TypeExpr::Values(Box::new(args.pop().unwrap_or(TypeExpr::Never))),
                ("fn", _) => TypeExpr::Callback(args, ret),
                ("call", [param]) => TypeExpr::Called(param),
                ("at", [_, index]) => {
                    let index = index.parse().unwrap_or_default();
                    TypeExpr::Part(Box::new(args.swap_remove(0)), index)
                }
                ("or", [param, _]) => TypeExpr::Given(param, Box::new(args.pop().unwrap_or(TypeExpr::Never))),
                (head, _) => TypeExpr::New(head, args),
            };
        }
        match text {
            "res" => return TypeExpr::Result(false),
            "out" => return TypeExpr::Result(true),
            _ => {}
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
    fn is_made(&self) -> bool {
        match self {
            TypeExpr::New(..)
            | TypeExpr::Shared(..)
            | TypeExpr::Called(_)
            | TypeExpr::Given(..)
            | TypeExpr::Result(_) => true,
            TypeExpr::Union(parts) | TypeExpr::Tuple(parts) => parts.iter().any(TypeExpr::is_made),
            _ => false,
        }
    }

    /// The same in what a parameter accepts, where a word of its own is a head: `seq: seq`.
    fn resolve_parts(&mut self, params: &[&'static str]) {
        match self {
            TypeExpr::Word(_) => {}
            TypeExpr::Union(options) => options.iter_mut().for_each(|option| option.resolve_parts(params)),
            _ => self.resolve(params),
        }
    }

    /// Turns words that name a parameter into arguments.
    fn resolve(&mut self, params: &[&'static str]) {
        match self {
            TypeExpr::Word(word) => {
                if let Some(param) = params.iter().find(|param| *param == word) {
                    *self = TypeExpr::Arg(param);
                }
            }
            TypeExpr::Items(inner)
            | TypeExpr::Values(inner)
            | TypeExpr::Awaited(inner)
            | TypeExpr::Shared(_, inner)
            | TypeExpr::Given(_, inner)
            | TypeExpr::Spread(inner)
            | TypeExpr::Part(inner, _) => inner.resolve(params),
            TypeExpr::Held(ty, held) => {
                ty.resolve(params);
                held.resolve(params);
            }
            TypeExpr::New(_, args) | TypeExpr::Tuple(args) | TypeExpr::Union(args) => {
                args.iter_mut().for_each(|arg| arg.resolve(params));
            }
            TypeExpr::Callback(args, ret) => {
                args.iter_mut().for_each(|arg| arg.resolve(params));
                if let Some(ret) = ret {
                    ret.resolve(params);
                }
            }
            TypeExpr::Elem
            | TypeExpr::Value
            | TypeExpr::Receiver
            | TypeExpr::Arg(_)
            | TypeExpr::Called(_)
            | TypeExpr::Result(_)
            | TypeExpr::Never => {}
        }
    }
}

/// The owners of the rows of a value's methods, most specific first.
#[must_use]
pub fn row_owners(atom: &Atom) -> Vec<&'static str> {
    match atom {
        Atom::Nat | Atom::Int | Atom::BigInt => vec!["int"],
        Atom::Bool => vec!["bool", "int"],
        Atom::Float => vec!["float"],
        Atom::Complex => vec!["complex"],
        Atom::Str => vec!["str"],
        Atom::Bytes => vec!["bytes"],
        Atom::Range | Atom::NatRange => vec!["range"],
        Atom::File => vec!["file"],
        Atom::Native(class) => vec![class],
        Atom::Tuple(_) | Atom::TupleVar(_) => vec!["tuple"],
        Atom::Cont(Kind::DefaultDict, _) => vec!["defaultdict", "dict"],
        Atom::Cont(Kind::Counter, _) => vec!["Counter", "dict"],
        Atom::Cont(Kind::OrderedDict, _) => vec!["OrderedDict", "dict"],
        Atom::Cont(kind, _) => vec![kind.name()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: &'static str) -> Row {
        match parse_line(line) {
            Line::Row(row) => row,
            Line::Constant(..) | Line::Blank => panic!("no row: {line}"),
        }
    }

    #[test]
    fn rows_parse() {
        let row = row("dict.pop(key: e, default: any?) -> v|default ; hash(key) ; !KeyError => pop_key");
        assert_eq!((row.name, row.runtime, row.params.len()), ("dict.pop", "pop_key", 2));
        assert_eq!(row.result, TypeExpr::Union(vec![TypeExpr::Value, TypeExpr::Arg("default")]));
        assert_eq!(row.params[1].default, Some("?"));
        assert_eq!(row.raises, ["KeyError"]);
    }

    #[test]
    fn callbacks_parse() {
        let row = row(
            "m.fold(f: fn[res, it[items]]->res, items: lazy, start: as[res]?) -> or[start, it[items]]|call[f]",
        );
        let items = || TypeExpr::Items(Box::new(TypeExpr::Arg("items")));
        let (args, ret) = row.params[0].callback().expect("a callback");
        assert_eq!(args, [TypeExpr::Result(false), items()]);
        assert_eq!(ret, Some(&TypeExpr::Result(false)));
        let given = TypeExpr::Given("start", Box::new(items()));
        assert_eq!(row.result, TypeExpr::Union(vec![given, TypeExpr::Called("f")]));
    }

    #[test]
    fn what_stands_behind_a_star_is_named() {
        let row = row("m.merge(*rows: lazy, key: fn[it[rows]]|none?, reverse: bool = false) -> none");
        assert_eq!(row.fixed().count(), 0);
        assert_eq!(row.variadic().map(|param| param.name), Some("rows"));
        assert_eq!(row.params[1].passing, Passing::Named);
    }

    #[test]
    fn the_runtime_name_follows_what_is_given() {
        let row = row("m.f(a: int?, b: int?) -> none => m::f|b:m::f_b|a+b:m::f_ab|m::f_full");
        assert_eq!(row.runtime_for(&[]), "m::f");
        assert_eq!(row.runtime_for(&["b"]), "m::f_b");
        assert_eq!(row.runtime_for(&["a", "b"]), "m::f_ab");
        assert_eq!(row.runtime_for(&["a"]), "m::f_full");
    }
}
