//! `setattr(self, name, value)`, `getattr(node, side)`: attributes by names that only the run knows, of those that the
//! program writes.
//!
//! A name at run time is mostly one that stands in the program, as a text or as a keyword. Attributes of these names are
//! written out in a function; any other attribute of the program ends it, loudly.
//!
//! ```text
//! getattr(node, side)     _getattr_named(node, side)
//!
//!                         def _getattr_named(value, name):
//!                             if name == "left":
//!                                 return value.left
//!                             if name == "right":
//!                                 return value.right
//!                             …
//!                             raise AttributeError(…)
//! ```

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprList, ExprName, ExprTuple, Stmt, StmtAssign,
};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::FxHashSet;

use crate::rewrite::bound::Bound;
use crate::rewrite::names::computed_names::{Attributes, BUILTIN, defined, mentions_computed};
use crate::rewrite::names::iterated_names;
use crate::rewrite::quote::filled;

/// More names than these are too many kinds of values for one function.
const MAX_NAMES: usize = 24;

/// The method that answers for the attributes that objects lack. What it asks for by itself is written out for each name
/// that is read of such objects, elsewhere.
const ANSWERING: &str = "__getattr__";

/// Functions whose keywords are options.
const OTHER_KEYWORDS: &[&str] = &[
    "dump",
    "dumps",
    "enumerate",
    "format",
    "int",
    "loads",
    "max",
    "min",
    "open",
    "print",
    "sort",
    "sorted",
    "split",
    "str",
    "sum",
    "zip",
];

/// Methods of texts that the table of beginnings does not name.
const IS_SOMETHING: &[&str] = &[
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "islower",
    "isnumeric",
    "isspace",
    "istitle",
    "isupper",
];

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    // Where a class answers for any name itself, this is not the whole answer.
    let takes_all = ["__getattribute__", "__setattr__", "__delattr__"];
    let has_updates = ["__dict__.update(", ").update(", "__dict__["].iter().any(|it| source.contains(it));
    if !has_updates && !mentions_computed(source) || takes_all.iter().any(|name| source.contains(name)) {
        return None;
    }
    let mut asks = Asks(has_updates);
    asks.visit_body(body);
    if !asks.0 {
        return None;
    }
    let updated = has_updates.then(|| {
        let mut updated = body.to_vec();
        updated.iter_mut().for_each(|stmt| Updates.visit_stmt(stmt));
        updated
    });
    let body = updated.as_deref().unwrap_or(body);
    let bound = Bound::of(body);
    let functions = ["getattr", "setattr", "hasattr", "delattr"];
    if !functions.iter().all(|name| bound.is_builtin(name)) {
        return None;
    }
    let mut words = Words::default();
    words.visit_body(body);
    if !words.is_asked || words.looks && source.contains(ANSWERING) {
        return None;
    }
    let mut attributes = Attributes::default();
    attributes.visit_body(body);
    let is_of_builtin = |word: &str| {
        let is_known = BUILTIN.contains(&word) && !matches!(word, "is" | "from" | "name" | "_" | "symmetric");
        is_known || IS_SOMETHING.contains(&word)
    };
    // What is only read may be what such a name stores.
    attributes.0.extend(words.read.iter().filter(|name| !is_of_builtin(name)).map(|name| (*name).to_owned()));
    attributes.0.extend(words.fields.iter().map(|name| (*name).to_owned()));
    // A dict shows what nothing reads by itself.
    if words.stores && (source.contains("vars(") || reads_dict(source)) {
        attributes.0.extend(words.made_with.iter().map(|name| (*name).to_owned()));
    }
    // What is stored by its name may be called like a method of a builtin.
    let all_listed = words.stores && iterated_names::are_all_listed(body, &bound);
    let is_written = |name: &str| match all_listed {
        true => words.listed.contains(name),
        false => words.keywords.contains(name) || words.whole.contains(name),
    };
    if words.stores {
        let meant = words.read.iter().filter(|name| is_of_builtin(name) && is_written(name));
        attributes.0.extend(meant.map(|name| (*name).to_owned()));
    }
    let mut stored = Stored::default();
    if ["vars(", "__dict__", "dir("].iter().any(|word| source.contains(word)) {
        stored.visit_body(body);
    }
    let letters = letters(&words.whole, &attributes.0);
    let names: Vec<String> = attributes
        .0
        .iter()
        .filter(|name| {
            let name = name.as_str();
            words.in_texts.contains(name)
                || words.keywords.contains(name)
                || stored.0.contains(name)
                || letters.contains(name)
        })
        .cloned()
        .collect();
    // A method of a builtin value may be meant; a word of a longer text, as of a message, ends the program where it is.
    let is_other = |word: &&&str| is_of_builtin(word) && !attributes.0.contains(**word);
    let has_builtin = words.looks
        && words.whole.iter().any(|word| is_other(&word))
        && !iterated_names::are_all_listed(body, &bound);
    let is_unneeded = names.is_empty() && (words.looks || !words.stores);
    if is_unneeded || names.len() > MAX_NAMES || has_builtin {
        return None;
    }
    let mut others: Vec<String> = attributes.0.iter().filter(|name| !names.contains(name)).cloned().collect();
    let in_messages: BTreeSet<&str> = words.in_texts.iter().filter(is_other).copied().collect();
    let read_by_name = in_messages.iter().filter(|name| words.read.contains(*name));
    let unstored: Vec<String> = read_by_name.map(|name| (*name).to_owned()).collect();
    others.extend(in_messages.into_iter().map(str::to_owned));
    let seeing = ["vars(", "dir(", "__slots__", "frozen"];
    let is_unseen = !words.looks && !seeing.iter().any(|word| source.contains(word)) && !reads_dict(source);
    let methods: BTreeSet<String> =
        words.methods.difference(&words.listed).map(|name| (*name).to_owned()).collect();
    let calls =
        Calls { bound: &bound, names, others, unstored, methods, is_unseen, helpers: RefCell::default() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    defined(out, calls.helpers.into_inner())
}

/// The attributes of one letter of which some text is made, as the commands in `"2FRFL"`.
fn letters<'a>(texts: &FxHashSet<&str>, attributes: &'a BTreeSet<String>) -> BTreeSet<&'a str> {
    let of_one: BTreeSet<&str> =
        attributes.iter().map(String::as_str).filter(|name| name.len() == 1).collect();
    let is_command = |c: char| of_one.contains(c.encode_utf8(&mut [0; 4]) as &str);
    let is_made_of = |text: &&&str| text.chars().all(|c| is_command(c) || c.is_ascii_digit() || c == ' ');
    let commands: BTreeSet<char> = texts.iter().filter(is_made_of).flat_map(|text| text.chars()).collect();
    of_one.into_iter().filter(|name| name.chars().all(|c| commands.contains(&c))).collect()
}

fn answers(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::FunctionDef(def) if def.name.as_str() == ANSWERING)
}

/// Whether some name is not written where it is used.
struct Asks(bool);

impl<'a> Visitor<'a> for Asks {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if !self.0 && !answers(stmt) {
            visit_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.0 |= asked(expr).is_some();
        visit_expr(self, expr);
    }
}

/// `self.__dict__.update(values)` and `self.__dict__[name] = value` as the stores that they make, one by one.
struct Updates;

impl Transformer for Updates {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let range = stmt.range();
        let stores = match &*stmt {
            Stmt::Expr(only) => updated(&only.value, range),
            Stmt::Assign(assign) => stored(assign, range),
            _ => None,
        };
        if let Some(stores) = stores {
            *stmt = stores;
        }
    }
}

/// The object whose dict this is.
fn object_of_dict(dict: &Expr) -> Option<&Expr> {
    match dict {
        Expr::Attribute(dict) if dict.attr.as_str() == "__dict__" && dict.value.is_name_expr() => {
            Some(&dict.value)
        }
        Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "vars") => {
            match &*call.arguments.args {
                [object @ Expr::Name(_)] => Some(object),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `self.__dict__.update(values)`.
fn updated(value: &Expr, range: TextRange) -> Option<Stmt> {
    let call = value.as_call_expr()?;
    let update = call.func.as_attribute_expr().filter(|update| update.attr.as_str() == "update")?;
    let object = object_of_dict(&update.value)?;
    let [values] = &*call.arguments.args else { return None };
    let is_plain = matches!(values, Expr::Name(_) | Expr::Attribute(_) | Expr::Dict(_));
    if !is_plain || !call.arguments.keywords.is_empty() {
        return None;
    }
    let text = "for _name, _value in _1.items():\n    setattr(_0, _name, _value)\n";
    filled(text, range, &[object, values])
}

/// `self.__dict__[name] = value`, where the name is not written out.
fn stored(assign: &StmtAssign, range: TextRange) -> Option<Stmt> {
    let [Expr::Subscript(item)] = &*assign.targets else { return None };
    let object = object_of_dict(&item.value)?;
    if item.slice.is_string_literal_expr() {
        return None;
    }
    filled("setattr(_0, _1, _2)\n", range, &[object, &*item.slice, &*assign.value])
}

/// The attributes that statements store, which `vars` knows.
#[derive(Default)]
struct Stored(BTreeSet<String>);

impl<'a> Visitor<'a> for Stored {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx != ExprContext::Load
        {
            self.0.insert(attribute.attr.to_string());
        }
        visit_expr(self, expr);
    }
}

/// The words that the program writes in texts and as keywords, and whether some name is not written where it is used.
#[derive(Default)]
struct Words<'a> {
    in_texts: FxHashSet<&'a str>,
    /// The texts themselves.
    whole: FxHashSet<&'a str>,
    keywords: FxHashSet<&'a str>,
    /// The keywords with which objects and dicts may be made, and the keys of dicts that are written out.
    made_with: FxHashSet<&'a str>,
    /// The attributes that it reads.
    read: FxHashSet<&'a str>,
    is_asked: bool,
    /// Whether some name is asked for, not only stored.
    looks: bool,
    /// Whether some name is stored.
    stores: bool,
    /// The fields of named tuples.
    fields: FxHashSet<&'a str>,
    /// The names in lists of nothing but names.
    listed: FxHashSet<&'a str>,
    /// Methods that are no properties.
    methods: FxHashSet<&'a str>,
}

impl<'a> Visitor<'a> for Words<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt {
            let methods = def.body.iter().filter_map(|stmt| match stmt {
                Stmt::FunctionDef(method) if method.decorator_list.is_empty() => Some(method.name.as_str()),
                _ => None,
            });
            self.methods.extend(methods);
        }
        let asked = (self.is_asked, self.looks, self.stores);
        visit_stmt(self, stmt);
        if answers(stmt) {
            (self.is_asked, self.looks, self.stores) = asked;
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::StringLiteral(text) => {
                let text = text.value.to_str();
                self.whole.insert(text);
                let words = text.split(|c: char| c != '_' && !c.is_alphanumeric());
                self.in_texts.extend(words.filter(|word| !word.is_empty()));
            }
            Expr::Tuple(tuple) => self.listed(&tuple.elts),
            Expr::List(list) => self.listed(&list.elts),
            Expr::Attribute(attribute) => {
                self.read.insert(attribute.attr.as_str());
            }
            Expr::Dict(dict) => {
                let keys = dict.items.iter().filter_map(|item| item.key.as_ref()?.as_string_literal_expr());
                let names = keys.map(|key| key.value.to_str()).filter(|key| is_identifier(key));
                self.made_with.extend(names);
            }
            Expr::Call(call) => {
                self.split(call);
                self.fields_of(call);
                self.literal_of(call);
                let keywords = call.arguments.keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
                self.keywords.extend(keywords.clone().map(|name| name.as_str()));
                let may_make = match &*call.func {
                    Expr::Name(name) => !OTHER_KEYWORDS.contains(&name.id.as_str()),
                    Expr::Attribute(method) => !OTHER_KEYWORDS.contains(&method.attr.as_str()),
                    _ => false,
                };
                self.made_with.extend(keywords.filter(|_| may_make).map(|name| name.as_str()));
                self.is_asked |= asked(expr).is_some();
                self.looks |= asked(expr).is_some_and(|function| function != "setattr");
                self.stores |= asked(expr) == Some("setattr");
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

impl<'a> Words<'a> {
    /// `getattr(x, "left", None)` reads that attribute.
    fn literal_of(&mut self, call: &'a ExprCall) {
        if let Expr::Name(function) = &*call.func
            && let [_, Expr::StringLiteral(name), ..] = &*call.arguments.args
            && matches!(function.id.as_str(), "getattr" | "hasattr")
        {
            self.read.insert(name.value.to_str());
        }
    }

    /// `"left right".split()` is such a list, too.
    fn split(&mut self, call: &'a ExprCall) {
        if let Expr::Attribute(method) = &*call.func
            && let Expr::StringLiteral(text) = &*method.value
            && method.attr.as_str() == "split"
            && call.arguments.is_empty()
            && text.value.to_str().split_whitespace().all(is_identifier)
        {
            let names = text.value.to_str().split_whitespace();
            self.listed.extend(names.clone());
            self.read.extend(names);
        }
    }

    /// `namedtuple("Point", "x y")`.
    fn fields_of(&mut self, call: &'a ExprCall) {
        let name = match &*call.func {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            _ => return,
        };
        let Some(fields) = call.arguments.args.get(1).filter(|_| name == "namedtuple") else { return };
        match fields {
            Expr::StringLiteral(text) => {
                let names = text.value.to_str().split([' ', ',']);
                self.fields.extend(names.filter(|name| !name.is_empty()));
            }
            Expr::List(ExprList { elts, .. }) | Expr::Tuple(ExprTuple { elts, .. }) => {
                let names = elts.iter().filter_map(Expr::as_string_literal_expr);
                self.fields.extend(names.map(|text| text.value.to_str()));
            }
            _ => {}
        }
    }

    /// A list of names says what attributes there are: `fields = ("left", "right")`.
    fn listed(&mut self, items: &'a [Expr]) {
        let names: Option<Vec<&str>> = items
            .iter()
            .map(|item| match item {
                Expr::StringLiteral(text) if is_identifier(text.value.to_str()) => Some(text.value.to_str()),
                _ => None,
            })
            .collect();
        let names = names.unwrap_or_default();
        self.listed.extend(names.iter().copied());
        self.read.extend(names);
    }
}

/// Whether `__dict__` is more than updated.
fn reads_dict(source: &str) -> bool {
    source.matches("__dict__").count() != source.matches("__dict__.update(").count()
}

/// Whether a text is a name.
pub(crate) fn is_identifier(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c == '_' || c.is_alphabetic());
    starts && text.chars().all(|c| c == '_' || c.is_alphanumeric())
}

/// The function of a call that takes a name which is not written out.
pub(crate) fn asked(expr: &Expr) -> Option<&str> {
    let Expr::Call(call) = expr else { return None };
    let Expr::Name(function) = &*call.func else { return None };
    let args = &call.arguments.args;
    let fits = match function.id.as_str() {
        "getattr" => matches!(args.len(), 2 | 3),
        "setattr" => args.len() == 3,
        "hasattr" => args.len() == 2,
        _ => false,
    };
    let is_plain = call.arguments.keywords.is_empty() && !args.iter().any(Expr::is_starred_expr);
    // The names of fields of dataclasses are known elsewhere.
    let is_made = |name: &Expr| match name {
        Expr::Attribute(attribute) => attribute.attr.as_str() != "name",
        Expr::StringLiteral(_) | Expr::FString(_) | Expr::BinOp(_) => false,
        _ => true,
    };
    (fits && is_plain && is_made(&args[1])).then_some(function.id.as_str())
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    names: Vec<String>,
    others: Vec<String>,
    /// Names that are stored by nothing here, and read.
    unstored: Vec<String>,
    methods: BTreeSet<String>,
    /// Whether nothing sees an attribute whose name is not read.
    is_unseen: bool,
    helpers: RefCell<BTreeMap<String, String>>,
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        // Descriptors are written out by themselves.
        let is_method = |stmt: &Stmt| matches!(stmt, Stmt::FunctionDef(def) if matches!(def.name.as_str(), "__get__" | "__set__"));
        if !answers(stmt) && !matches!(stmt, Stmt::ClassDef(def) if def.body.iter().any(is_method)) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Some(function) = asked(expr) else { return };
        let function = function.to_owned();
        let Expr::Call(call) = expr else { return };
        let args = &call.arguments.args;
        if matches!(&args[0], Expr::Name(name) if self.bound.is_imported(name.id.as_str())) {
            return;
        }
        let has_default = function == "getattr" && args.len() == 3;
        let helper = format!("_{function}_{}named", if has_default { "or_" } else { "" });
        self.helpers
            .borrow_mut()
            .entry(helper.clone())
            .or_insert_with(|| self.definition(&helper, &function, has_default));
        let range = call.func.range();
        *call.func = Expr::Name(ExprName {
            node_index: AtomicNodeIndex::default(),
            range,
            id: helper.into(),
            ctx: ExprContext::Load,
        });
    }
}

impl Calls<'_> {
    fn definition(&self, helper: &str, function: &str, has_default: bool) -> String {
        let last = match (function, has_default) {
            ("setattr", _) => ", new",
            (_, true) => ", default",
            _ => "",
        };
        let mut text = format!("def {helper}(value, name{last}):\n");
        // What an object would have in the place of its method is read nowhere else.
        let is_meant = |name: &&String| function != "setattr" || !self.methods.contains(*name);
        for name in self.names.iter().filter(is_meant) {
            let found = match (function, has_default) {
                ("hasattr", _) => format!("return hasattr(value, '{name}')"),
                ("setattr", _) => format!("value.{name} = new\n        return"),
                (_, true) => format!("return getattr(value, '{name}', default)"),
                (_, false) => format!("return value.{name}"),
            };
            text.push_str(&format!("    if name == '{name}':\n        {found}\n"));
        }
        let others: String = self.others.iter().map(|name| format!("'{name}', ")).collect();
        let end = match (function, has_default) {
            ("setattr", _) if self.is_unseen && self.unstored.is_empty() => String::new(),
            ("setattr", _) if self.is_unseen => {
                let unstored: String = self.unstored.iter().map(|name| format!("'{name}', ")).collect();
                format!("    if name in ({unstored}):\n        _trap_name(name)\n")
            }
            ("setattr", _) => "    _trap_name(name)\n".to_owned(),
            _ => {
                let is_other = match others.as_str() {
                    "" => String::new(),
                    others => format!(" or name in ({others})"),
                };
                let answer = match (function, has_default) {
                    ("hasattr", _) => "return False",
                    (_, true) => "return default",
                    _ => {
                        "raise AttributeError(f\"'{type(value).__name__}' object has no attribute '{name}'\")"
                    }
                };
                format!("    if name.startswith('__'){is_other}:\n        _trap_name(name)\n    {answer}\n")
            }
        };
        if !text.ends_with(":\n") || !end.is_empty() {
            return text + &end;
        }
        text + "    pass\n"
    }
}
