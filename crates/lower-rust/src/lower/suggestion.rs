//! `Did you mean: 'append'?`: the name that CPython shows behind the message of an uncaught error about a name.
//!
//! What an object has and a function binds is known here; what a module's names are while it runs, as far as the text tells.
//!
//! Source: `Python/suggestions.c` of 3.11.

use portalis_hir::{ExprId, Scope};
use portalis_typeck::builtins::{attributes_of, exception_classes};
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, ClassRef};

use super::FnCx;
use crate::rir::Expr;

/// What replacing, inserting or removing a letter costs.
const MOVE: usize = 2;
/// What it costs to change between a capital and a small letter.
const CASE: usize = 1;
/// Longer names are compared with none.
const MAX_SIZE: usize = 40;
/// More names than these are not looked at.
const MAX_NAMES: usize = 750;

/// The names of Python itself that are no exceptions, in the order in which they are compared.
const BUILTINS: &str = "\
    abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr \
    hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round \
    setattr sorted sum vars None Ellipsis NotImplemented False True bool memoryview bytearray bytes classmethod \
    complex dict enumerate filter float frozenset property int list map object range reversed set slice \
    staticmethod str super tuple type zip";

impl FnCx<'_, '_> {
    /// Raises `NameError` about `name`, which is read at `at`.
    pub(super) fn throw_name_error(&mut self, message: &str, name: &str, at: ExprId) -> Expr {
        let suggestion = self.similar_name(name, at);
        self.throw_suggesting("NameError", message, suggestion)
    }

    /// Raises `AttributeError` about the attribute `name` of a value.
    pub(super) fn throw_attribute_error(&mut self, message: &str, name: &str, of: &Atom) -> Expr {
        let mut names: Vec<String> = match of {
            Atom::Obj(class, cell) => {
                let fields = &self.cx.rep.inferred.cells[cell.index()].fields;
                let own = fields.iter().filter(|(_, ty)| *ty != BOT).filter_map(|(field, _)| written(field));
                own.chain(self.class_names(*class)).collect()
            }
            Atom::Class(class) => self.class_names(*class),
            other => attributes_of(&self.class_name(other)).map(str::to_owned).collect(),
        };
        names.sort_unstable();
        names.dedup();
        let suggestion = closest(name, names.iter().map(String::as_str));
        self.throw_suggesting("AttributeError", message, suggestion)
    }

    fn throw_suggesting(&mut self, class: &str, message: &str, suggestion: Option<String>) -> Expr {
        let exception = super::raise::new_exception(class, message);
        let exception = match suggestion {
            Some(name) => exception.method("suggesting", vec![Expr::Str(name)]),
            None => exception,
        };
        self.throw(exception)
    }

    /// What a class and those that it derives from define.
    fn class_names(&self, class: ClassRef) -> Vec<String> {
        let inferred = &self.cx.rep.inferred;
        let mut names = Vec::new();
        for base in &inferred.classes[class.index()].mro {
            let attrs = inferred.classes[base.index()].attrs;
            let fields = &inferred.cells[attrs.index()].fields;
            names.extend(fields.iter().filter(|(_, ty)| *ty != BOT).filter_map(|(field, _)| written(field)));
        }
        names
    }

    /// The variables of the function, then those of the module, then what Python has.
    fn similar_name(&self, name: &str, at: ExprId) -> Option<String> {
        let module = self.cx.module;
        let is_module = self.func == module.body;
        if !is_module {
            let own = module[self.func].locals.iter().filter(|local| !module[**local].captured);
            if let Some(found) = closest(name, own.map(|local| &*module[*local].name)) {
                return Some(found);
            }
        }
        let start = module[at].span.start;
        let is_there = |local: &portalis_hir::LocalId| {
            let local = &module[*local];
            local.owner == Scope::Func(module.body) && (!is_module || local.span.start < start)
        };
        let globals = module[module.body].locals.iter().filter(|local| is_there(local));
        closest(name, globals.map(|local| &*module[*local].name))
            .or_else(|| closest(name, BUILTINS.split_whitespace().chain(exception_classes())))
    }
}

/// An attribute that the program writes: what the compiler adds begins otherwise than names that people give.
fn written(field: &Field) -> Option<String> {
    let Field::Attr(name) = field else { return None };
    let is_added =
        ["_attribute_order_", "_dataclass_", "_copies_"].iter().any(|start| name.starts_with(start));
    (!is_added).then(|| name.to_string())
}

/// The name of those that is nearest to `name`, the first one of several.
fn closest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    let names: Vec<&str> = names.take(MAX_NAMES).collect();
    if names.len() == MAX_NAMES {
        return None;
    }
    for other in names.into_iter().filter(|other| *other != name) {
        // No more than a third of the letters should need a change.
        let mut most = (name.len() + other.len() + 3) * MOVE / 6;
        if let Some((distance, _)) = best {
            most = most.min(distance - 1);
        }
        let distance = distance(name.as_bytes(), other.as_bytes(), most);
        if distance <= most {
            best = Some((distance, other));
        }
    }
    best.map(|(_, other)| other.to_owned())
}

/// The Levenshtein distance of two names; something greater than `most` where it is greater.
fn distance(a: &[u8], b: &[u8], most: usize) -> usize {
    let n_before = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[n_before..], &b[n_before..]);
    let n_behind = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - n_behind], &b[..b.len() - n_behind]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE;
    }
    if a.len() > MAX_SIZE || b.len() > MAX_SIZE {
        return most + 1;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * MOVE > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|n| n * MOVE).collect();
    let mut result = 0;
    for (at, &code) in b.iter().enumerate() {
        let mut before = at * MOVE;
        result = before;
        let mut least = usize::MAX;
        for (cell, &letter) in row.iter_mut().zip(a) {
            let replaced = before + replacing(code, letter);
            before = *cell;
            result = (result.min(before) + MOVE).min(replaced);
            *cell = result;
            least = least.min(result);
        }
        if least > most {
            return most + 1;
        }
    }
    result
}

fn replacing(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_nearest_name_is_the_first_of_the_nearest() {
        let names = ["push", "append", "pop", "Items"];
        assert_eq!(closest("apend", names.into_iter()), Some("append".to_owned()));
        assert_eq!(closest("items", names.into_iter()), Some("Items".to_owned()));
        assert_eq!(closest("pup", names.into_iter()), Some("pop".to_owned()));
        assert_eq!(closest("completely", names.into_iter()), None);
        assert_eq!(closest("pop", names.into_iter()), None);
    }
}
