//! The table of primitives: one row per operation of a builtin type, builtin function or library function.
//!
//! [`row`] is the language of the rows. Rows of builtin types and functions lie in a file per kind of type, those of a
//! module of the library in `modules/`, a file per module.

mod arity;
mod attributes;
mod bytes;
mod classes;
mod containers;
mod exceptions;
mod files;
mod functions;
mod modules;
mod objects;
pub mod raised;
pub mod row;
pub mod slices;
mod special;
pub mod special_names;
mod text;
mod views;
mod wrong_types;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use portalis_hir::{Arg, ExprKind};

pub use arity::{fixed_arity, wrong_call};
pub use attributes::{attributes_of, exception_has_attribute, is_foreign_name};
pub(crate) use attributes::{class_has_attribute, enum_has_attribute, python_has_attribute};
pub use classes::{class_path, is_of_asyncio};
pub use exceptions::{builtin_base, exception_classes, is_builtin_exception, is_exception_subclass};
pub use modules::Native;
pub use modules::asyncio::{ASYNC_GENERATOR, COROUTINE, CURRENT_TASK, TASK};
pub use modules::operator::{Operator, class_of_operator, operator, operator_of_class};
pub use modules::structs::{StructFields, struct_fields};
pub(crate) use modules::typing::container as typing_container;
pub use row::{Row, RowParam, Shape, TypeExpr};
pub use special::special_method;
pub use wrong_types::{
    NUMBER_METHODS, OPERAND_METHODS, Operand, is_unsupported, no_number_argument, not_iterable_argument,
    untold_argument, wrong_argument, wrong_operand,
};

use crate::ty::{Atom, AtomId};
use row::{Line, parse_line};

/// A constant of a module.
#[derive(Clone, Copy, Debug)]
pub struct Constant {
    /// The word for its type.
    pub word: &'static str,
    /// Where it is in the runtime: `math::PI`, or `sys::argv()` for one that is made where it is named.
    pub runtime: &'static str,
}

/// All rows.
#[derive(Debug)]
pub struct Table {
    rows: BTreeMap<&'static str, Vec<Row>>,
    constants: BTreeMap<&'static str, Constant>,
    natives: BTreeMap<&'static str, Native>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::parse);

impl Table {
    /// The table.
    #[must_use]
    pub fn get() -> &'static Table {
        &TABLE
    }

    /// The first row called `name`.
    #[must_use]
    pub fn row(&self, name: &str) -> Option<&Row> {
        self.rows.get(name)?.first()
    }

    /// All rows called `name`.
    #[must_use]
    pub fn rows_of(&self, name: &str) -> &[Row] {
        self.rows.get(name).map_or(&[], Vec::as_slice)
    }

    /// The row called `name` for a call of this shape: the first that takes it, else the last.
    #[must_use]
    pub fn row_for(&self, name: &str, shape: &Shape<'_>) -> Option<&Row> {
        best(self.rows.get(name)?, shape)
    }

    /// The row of a method of a class of the runtime.
    #[must_use]
    pub fn native_method(&self, class: &str, method: &str, shape: &Shape<'_>) -> Option<&Row> {
        let own = self.row_for(&format!("{class}.{method}"), shape);
        own.or_else(|| {
            let native = self.native(class).filter(|native| native.has_functions)?;
            self.row_for(&format!("{}.{method}", native.module), shape)
        })
    }

    /// A module's constant.
    #[must_use]
    pub fn constant(&self, name: &str) -> Option<Constant> {
        self.constants.get(name).copied()
    }

    /// The class of the runtime that `name` is the word for: `Random`.
    #[must_use]
    pub fn native(&self, name: &str) -> Option<Native> {
        self.natives.get(name).copied()
    }

    /// Which of all classes of the runtime `name` is.
    #[must_use]
    pub fn native_index(&self, name: &str) -> u32 {
        self.natives.keys().take_while(|known| **known != name).count() as u32
    }

    /// Whether there is anything in the table about module `name`.
    #[must_use]
    pub fn knows_module(&self, name: &str) -> bool {
        modules::find(name).is_some()
    }

    /// Whether `module.name` needs code of its own, in `infer` and in lowering.
    #[must_use]
    pub fn is_by_code(&self, module: &str, name: &str) -> bool {
        modules::find(module).is_some_and(|module| module.by_code.iter().any(|it| *it == name || *it == "*"))
    }

    /// Whether `module` is known to have `name`: it may have more.
    #[must_use]
    pub fn module_has(&self, module: &str, name: &str) -> bool {
        let full = format!("{module}.{name}");
        self.row(&full).is_some() || self.constant(&full).is_some() || self.is_by_code(module, name)
    }

    /// All rows, by name.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values().flatten()
    }

    fn parse() -> Table {
        let mut table = Table { rows: BTreeMap::new(), constants: BTreeMap::new(), natives: BTreeMap::new() };
        let texts = [
            bytes::ROWS,
            files::ROWS,
            raised::ROWS,
            slices::ROWS,
            views::ROWS,
            containers::ROWS,
            functions::ROWS,
            text::ROWS,
        ];
        for text in texts.into_iter().chain(modules::MODULES.iter().map(|module| module.rows)) {
            for line in text.lines() {
                match parse_line(line) {
                    Line::Row(row) => {
                        table.rows.entry(row.name).or_default().push(row);
                    }
                    Line::Constant(name, constant) => {
                        table.constants.insert(name, constant);
                    }
                    Line::Blank => {}
                }
            }
        }
        for native in modules::MODULES
            .iter()
            .flat_map(|module| module.natives)
            .chain(bytes::NATIVES)
            .chain(files::NATIVES)
            .chain(raised::NATIVES)
            .chain(slices::NATIVES)
            .chain(views::NATIVES)
            .chain(objects::NATIVES)
        {
            table.natives.insert(native.name, *native);
        }
        table
    }
}

/// What CPython's messages call a class of the runtime.
#[must_use]
pub fn native_name(word: &'static str) -> &'static str {
    match word {
        "IntArray" | "FloatArray" => "array.array",
        "Decimal" => "decimal.Decimal",
        word => classes::asyncio_name(word).unwrap_or(word),
    }
}

/// Whether a builtin takes what is behind a `*` as it is, and not argument by argument.
#[must_use]
pub fn keeps_star(name: &str) -> bool {
    matches!(name, "print" | "zip" | "format" | "struct.pack")
}

/// Whether a builtin takes any keywords, and so what is behind `**`.
#[must_use]
pub fn takes_double_star(name: &str) -> bool {
    matches!(name, "dict" | "collections.OrderedDict")
}

/// The method that `re.search(pattern, text)` is where the pattern is compiled, and takes the other arguments.
#[must_use]
pub fn method_of_pattern<'a>(name: &'a str, args: &[Arg]) -> Option<&'a str> {
    let method = name.strip_prefix("re.")?;
    let (most, named) = match method {
        "search" | "match" | "fullmatch" | "findall" | "finditer" => (2, ""),
        "split" => (3, "maxsplit"),
        "sub" | "subn" => (4, "count"),
        _ => return None,
    };
    let is_plain = |arg: &Arg| match arg {
        Arg::Pos(_) => true,
        Arg::Keyword(name, _) => &**name == named,
        Arg::Star(_) | Arg::DoubleStar(_) => false,
    };
    ((2..=most).contains(&args.len()) && args.iter().all(is_plain)).then_some(method)
}

/// Where a function of the library takes its `key`, for which `None` is the same as nothing.
#[must_use]
pub fn key_position(name: &str) -> Option<usize> {
    match name {
        "itertools.groupby" => Some(1),
        "heapq.nlargest" | "heapq.nsmallest" => Some(2),
        "heapq.merge" => Some(usize::MAX),
        _ => None,
    }
}

/// Whether values of a type are bytes, which may change or not.
#[must_use]
pub fn is_bytes(atoms: &[(AtomId, Atom)]) -> bool {
    matches!(atoms, [(_, Atom::Bytes | Atom::Native("bytearray"))])
}

/// A literal of text or bytes, byte by character: what it says decides between rows.
#[must_use]
pub fn literal_text(kind: &ExprKind) -> Option<Cow<'_, str>> {
    match kind {
        ExprKind::Str(text) => Some(Cow::Borrowed(&**text)),
        ExprKind::Bytes(bytes) => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
        _ => None,
    }
}

/// Which argument of a function of the library decides by being bytes.
#[must_use]
pub fn bytes_position(name: &str) -> usize {
    usize::from(name == "array.array")
}

/// The name under which a call's row stands: what a pattern's matches are depends on the pattern, where that is known, and
/// on whether it is one of bytes, as an array's items do.
#[must_use]
pub fn row_name<'a>(name: &'a str, first_literal: Option<&str>, is_bytes: bool) -> &'a str {
    if is_bytes
        && let Some(row) = modules::re::of_bytes(name, first_literal.is_some_and(modules::re::has_groups))
    {
        return row;
    }
    match name {
        "ord" if is_bytes => "ord_bytes",
        "re.findall" if first_literal.is_some_and(modules::re::has_groups) => "re.findall_groups",
        "re.compile" if first_literal.is_some_and(modules::re::has_groups) => "re.compile_groups",
        "array.array" => match first_literal {
            Some(code) => modules::array::row_of(code, is_bytes),
            None => name,
        },
        name => name,
    }
}

/// Whether `name` is a function of a type that has no receiver, although it is called through one.
#[must_use]
pub fn is_static(name: &str) -> bool {
    matches!(
        name,
        "dict.fromkeys"
            | "collections.OrderedDict.fromkeys"
            | "str.maketrans"
            | "bytes.fromhex"
            | "bytearray.fromhex"
            | "bytes.maketrans"
            | "bytearray.maketrans"
            | "int.from_bytes"
            | "float.fromhex"
    )
}

fn best<'r>(rows: &'r [Row], shape: &Shape<'_>) -> Option<&'r Row> {
    let narrow = || rows.iter().find(|row| row.takes(shape) && (rows.len() == 1 || !row.is_wide()));
    // `math.log` of a `float` is one of floats, whatever else it may be.
    let takes_floats = |row: &Row| row.params.iter().any(|param| param.accept.takes_float());
    let is_wide = shape.is_wide && !(shape.begins_with_float && narrow().is_some_and(takes_floats));
    let wide = rows.iter().find(|row| is_wide && row.is_wide() && row.takes(shape));
    wide.or_else(narrow).or(rows.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_table_parses() {
        assert!(Table::get().rows().count() > 150);
    }

    #[test]
    fn rows_name_their_module() {
        for module in modules::MODULES {
            for line in module.rows.lines() {
                if let Line::Row(row) = parse_line(line) {
                    let (owner, _) = row.name.split_once('.').expect("an owner");
                    let is_class = module.natives.iter().any(|native| native.name == owner);
                    let is_own = row.name.strip_prefix(module.name).is_some_and(|rest| rest.starts_with('.'));
                    assert!(is_own || is_class, "{} in {}", row.name, module.name);
                }
            }
        }
    }
}
