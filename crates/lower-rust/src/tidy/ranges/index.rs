//! Items of lists: `xs[i]` where the index is proven to be one, and is a `usize`.
//!
//! ```text
//! xs.at(i)                                   xs[i]
//! xs.try_at(i)?                              xs[i]
//! xs.set(i, xs.at(i) + 1)                    xs[i] += 1
//! grid.cell(i, j)                            grid[i][j]
//! text.char_at(i)                            text.letter(i)
//! xs.swap_at(i, j)                           xs.swap(i, j)
//! ```
//!
//! An index is one where it lies within the list. What is only read may lie behind its end: it ends the program either way,
//! and the runtime says the same of both (`trap.rs`); not so where somebody may observe the exception.

use std::collections::BTreeSet;

use super::effects::{Inside, of_node};
use super::linear::Linear;
use super::places::{is_call, is_row, is_row_mut, is_text, item_of, place, root};
use super::sizes::{Use, take};
use super::state::Key;
use super::walk::{Mode, Walk};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{BinOp, Expr, Path, Ty};
use crate::tidy::own::is_copied;

/// How an item is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `xs[i]`.
    Plain,
    /// `xs.at(i)`, which cannot fail.
    Sure,
    /// As it is.
    Method,
}

/// Whether a method only looks at the item of type `ty` that it is called on.
pub(super) fn looks(method: &str, ty: Option<&Ty>) -> bool {
    if method.starts_with("into_") || method == "clone" {
        return false;
    }
    match ty {
        Some(Ty::Named(Path::Rt(name), _)) => {
            matches!(*name, "Str" | "List" | "Dict" | "Set" | "Deque" | "Int")
        }
        // An object, or one of several.
        Some(Ty::Named(Path::Local(name), _)) => {
            !matches!(name.as_str(), "Option" | "Result" | "Vec" | "Box" | "Rc")
        }
        _ => false,
    }
}

/// Whether it reads an item: `xs.at(i)`, `xs.cell(i, j)`, `xs.row(i)`, and what they are where they may raise.
pub(super) fn is_read(expr: &Expr) -> bool {
    match expr {
        Expr::Method(_, name, _, _) => matches!(name.as_str(), "at" | "cell" | "row" | "row_mut"),
        Expr::Try(inner) => {
            matches!(&**inner, Expr::Method(_, name, _, _)
                if matches!(name.as_str(), "try_at" | "try_cell" | "try_row" | "try_row_mut"))
        }
        _ => false,
    }
}

fn is_part(expr: &Expr) -> bool {
    matches!(expr, Expr::Method(_, name, _, args)
        if matches!(name.as_str(), "slice" | "part") && matches!(args.as_slice(), [Expr::Range(..)]))
}

impl Walk<'_> {
    /// Walks what asks for items of a list; whether it is that.
    pub(super) fn indexed(&mut self, expr: &mut Expr) -> bool {
        let is_written = self.mode == Mode::Write;
        match expr {
            Expr::Ref(inner) if is_read(inner) => {
                self.item(inner);
                true
            }
            Expr::Ref(inner) if is_part(inner) => self.part(inner) || self.walked(inner),
            expr if is_part(expr) => {
                let is_new = matches!(expr, Expr::Method(_, name, ..) if name == "slice");
                if !self.part(expr) {
                    return false;
                }
                if is_written {
                    *expr = match take(expr) {
                        part if !is_new => Expr::Ref(Box::new(part)),
                        Expr::Index(list, all) if matches!(*all, Expr::Range(None, None)) => {
                            let is_lent = matches!(self.known.ty_of(&list), Some(Ty::Ref(_) | Ty::RefMut(_)));
                            list.method(if is_lent { "to_vec" } else { "clone" }, Vec::new())
                        }
                        part => part.method("to_vec", Vec::new()),
                    };
                }
                true
            }
            Expr::TupleField(inner, part) if is_read(inner) => {
                let part = *part as usize;
                if let Some(ty) = self.item(inner)
                    && is_written
                    && !matches!(&ty, Ty::Tuple(parts) if parts.get(part).is_some_and(is_copied))
                {
                    *expr = take(expr).cloned();
                }
                true
            }
            Expr::Binary(op, left, right) if assigns(*op) && (self.is_big(left) || self.is_big(right)) => {
                for side in [left, right] {
                    if self.is_big(side) && self.item(side).is_some() && is_written {
                        **side = Expr::Ref(Box::new(take(side)));
                    } else if !self.is_big(side) {
                        self.expr(side);
                    }
                }
                true
            }
            // `xs[i].name.get()`, `xs[i].name`.
            Expr::Method(value, name, _, args)
                if matches!(&**value, Expr::Field(inner, _) if is_read(inner))
                    && !name.starts_with("into_") =>
            {
                self.receiver(value);
                args.iter_mut().for_each(|arg| self.expr(arg));
                self.after(expr);
                true
            }
            Expr::Field(inner, _) if is_read(inner) => {
                let is_copy = matches!(expr, Expr::Field(_, name) if self.known.fields.get(name).is_some_and(is_copied));
                let Expr::Field(inner, _) = expr else { return false };
                if is_copy {
                    self.item(inner);
                } else {
                    self.expr(inner);
                }
                true
            }
            Expr::Ref(value) if matches!(&**value, Expr::Field(inner, _) if is_read(inner)) => {
                self.receiver(value);
                true
            }
            Expr::Method(list, name, _, args) => match (name.as_str(), args.len()) {
                ("set" | "set_cell", _) => self.stored(expr),
                ("swap_at", 2) => self.swapped(expr),
                ("at", 1) if self.known.ty_of(list).is_some_and(is_text) => false,
                ("char_at", 1) => self.text(expr) || self.read(expr),
                _ => self.read(expr),
            },
            Expr::Try(inner) => match &mut **inner {
                Expr::Method(_, name, _, args) => match (name.as_str(), args.len()) {
                    ("try_set" | "try_set_cell", _) => self.stored(expr),
                    ("try_swap_at", 2) => self.swapped(expr),
                    ("try_at" | "try_char_at", 1) => self.text(expr) || self.read(expr),
                    _ => self.read(expr),
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether it reads an integer of any size: its operators take it by reference as well.
    fn is_big(&self, expr: &Expr) -> bool {
        is_read(expr) && self.known.ty_of(expr).is_some_and(|ty| *ty == Ty::rt("Int"))
    }

    /// Walks what is only looked at: a receiver, an operand of a comparison.
    pub(super) fn receiver(&mut self, expr: &mut Expr) {
        match expr {
            expr if is_read(expr) => drop(self.item(expr)),
            Expr::Field(inner, _) if is_read(inner) => drop(self.item(inner)),
            expr => self.expr(expr),
        }
    }

    /// An item that is read for nothing: it raises, or does not.
    pub(super) fn dropped(&mut self, expr: &mut Expr) {
        let call = if let Expr::Try(inner) = &mut *expr { &mut **inner } else { &mut *expr };
        walk_expr_mut(self, call);
    }

    /// An item that is read for its value.
    fn read(&mut self, expr: &mut Expr) -> bool {
        if !is_read(expr) || !self.is_of_list(expr) {
            return false;
        }
        let (is_row, is_changed) = (is_row(expr), is_row_mut(expr));
        if is_changed {
            // Whoever has it may make it longer.
            let width = inner_list(expr).and_then(place).map(Key::Width);
            self.forget(width);
        }
        if let Some(ty) = self.item(expr)
            && self.mode == Mode::Write
        {
            if is_changed {
                *expr = Expr::RefMut(Box::new(take(expr)));
            } else if is_row {
                *expr = Expr::Ref(Box::new(take(expr)));
            } else if !is_copied(&ty) {
                *expr = take(expr).cloned();
            }
        }
        true
    }

    fn is_of_list(&self, expr: &Expr) -> bool {
        inner_list(expr).and_then(|list| self.known.ty_of(list)).is_some_and(|ty| item_of(ty).is_some())
    }

    /// Walks what [`is_read`]; its type, where it is a place afterwards.
    fn item(&mut self, expr: &mut Expr) -> Option<Ty> {
        let is_try = matches!(expr, Expr::Try(_));
        let call = if let Expr::Try(inner) = &mut *expr { &mut **inner } else { &mut *expr };
        let Expr::Method(list, name, _, args) = call else { return None };
        let Some(item) = self.known.ty_of(list).and_then(item_of).cloned() else {
            self.receiver(list);
            args.iter_mut().for_each(|arg| self.expr(arg));
            return None;
        };
        let length = self.length(list);
        match args.as_mut_slice() {
            [index] => {
                let (form, at) = self.form(index, &length, is_try, true);
                self.receiver(list);
                self.index(index, form);
                self.found(&at, &length);
                if self.mode == Mode::Write {
                    let name: &'static str = known_name(name);
                    match form {
                        Form::Plain => {
                            self.sizes.dropped.push(name);
                            *expr = Expr::Index(Box::new(take(list)), Box::new(take(index)));
                        }
                        Form::Sure => sure(expr),
                        Form::Method => {}
                    }
                }
                (form == Form::Plain).then_some(item)
            }
            [row, column] => {
                let inner = item_of(&item)?.clone();
                let width = place(list).and_then(|of| self.state.as_ref()?.width(&of));
                let width = width.map(Linear::term);
                let width = width.unwrap_or_else(|| Linear::term(self.terms.fresh(true)));
                let (rows, at) = self.form(row, &length, is_try, true);
                let (columns, across) = self.form(column, &width, is_try, true);
                self.receiver(list);
                let is_plain = (rows, columns) == (Form::Plain, Form::Plain);
                let is_sure = is_try && rows != Form::Method && columns != Form::Method;
                self.index(row, rows);
                self.index(column, if rows == Form::Plain { columns } else { Form::Method });
                self.found(&at, &length);
                self.found(&across, &width);
                if self.mode == Mode::Write {
                    let (list, row, column) = (take(list), take(row), take(column));
                    let name = known_name(name);
                    if rows == Form::Plain {
                        self.sizes.dropped.push(name);
                        let row = Expr::Index(Box::new(list), Box::new(row));
                        *expr = match columns {
                            Form::Plain => Expr::Index(Box::new(row), Box::new(column)),
                            Form::Method if is_try => {
                                self.sizes.added.push("try_at");
                                row.method("try_at", vec![column]).tried()
                            }
                            _ => {
                                self.sizes.added.push("at");
                                row.method("at", vec![column])
                            }
                        };
                    } else {
                        let cell = list.method(name, vec![row, column]);
                        *expr = if is_try { cell.tried() } else { cell };
                        if is_sure {
                            sure(expr);
                        }
                    }
                }
                is_plain.then_some(inner)
            }
            _ => None,
        }
    }

    /// How the item at `index` of a list of `length` items is asked for, and the value of the index.
    fn form(&mut self, index: &Expr, length: &Linear, is_try: bool, is_read: bool) -> (Form, Linear) {
        let at = self.value(index).sum;
        (self.form_of(index, &at, length, is_try, is_read), at)
    }

    /// Whoever goes on has found the item.
    fn found(&mut self, at: &Linear, length: &Linear) {
        length.offset(-1).into_iter().for_each(|last| self.at_most(at, &last));
    }

    fn form_of(&mut self, index: &Expr, at: &Linear, length: &Linear, is_try: bool, is_read: bool) -> Form {
        let is_natural = self.is_natural(at);
        let is_below = length.offset(-1).is_some_and(|last| self.proves_at_most(at, &last));
        let is_size = is_natural && self.is_size(index);
        if is_natural && is_below && (is_size || self.mentions_size(index, false)) {
            return Form::Plain;
        }
        if is_size && is_read && !is_try {
            return Form::Plain;
        }
        // From the end.
        let is_inside = (is_natural && is_below)
            || at
                .as_constant()
                .is_some_and(|at| at < 0 && length.offset(at).is_some_and(|first| self.is_natural(&first)));
        if is_inside && is_try { Form::Sure } else { Form::Method }
    }

    fn index(&mut self, index: &mut Expr, form: Form) {
        if form == Form::Plain && self.mode != Mode::Quiet {
            self.fits(index, Use::Index);
            self.sized(index);
        } else {
            self.expr(index);
        }
    }

    fn walked(&mut self, expr: &mut Expr) -> bool {
        self.expr(expr);
        true
    }

    /// `xs.slice(a..b)`, `xs.part(a..b)`, where it is proven to lie within the list; whether it is, and walked.
    fn part(&mut self, expr: &mut Expr) -> bool {
        let Expr::Method(list, name, _, args) = expr else { return false };
        let [Expr::Range(start, end)] = args.as_mut_slice() else { return false };
        if self.known.ty_of(list).and_then(item_of).is_none() || self.mode == Mode::Quiet {
            return false;
        }
        let length = self.length(list);
        let low = start.as_ref().map_or(Linear::constant(0), |start| self.value(start).sum);
        let high = end.as_ref().map_or(length.clone(), |end| self.value(end).sum);
        let is_inside =
            self.is_natural(&low) && self.proves_at_most(&low, &high) && self.proves_at_most(&high, &length);
        let is_size = [&*start, &*end].into_iter().flatten().all(|bound| self.is_size(bound));
        if !is_inside || !is_size {
            return false;
        }
        let name = if name == "slice" { "slice" } else { "part" };
        self.receiver(list);
        for bound in [start, end].into_iter().flatten() {
            self.fits(bound, Use::Index);
            self.make_size(bound);
        }
        if self.mode == Mode::Write {
            self.sizes.dropped.push(name);
            *expr = Expr::Index(Box::new(take(list)), Box::new(take(&mut args[0])));
        }
        true
    }

    /// `xs.set(i, value)`.
    fn stored(&mut self, expr: &mut Expr) -> bool {
        let is_try = matches!(expr, Expr::Try(_));
        let call = if let Expr::Try(inner) = &mut *expr { &mut **inner } else { &mut *expr };
        let Expr::Method(list, name, _, args) = call else { return false };
        let Some(item) = self.known.ty_of(list).and_then(item_of).cloned() else { return false };
        let name = known_name(name);
        let Some((value, indices)) = args.split_last_mut() else { return false };
        let length = self.length(list);
        let item = if indices.len() == 2 { item_of(&item).cloned().unwrap_or(item) } else { item };
        let is_quiet = {
            let mut inside = Inside { known: self.known, found: BTreeSet::new() };
            inside.expr(value);
            inside.found.is_empty()
        };
        // The index of an item that is assigned cannot ask the list itself.
        let is_asked = indices.iter().any(|index| mentions(index, list));
        let is_quiet = is_quiet && !is_asked;
        let width = place(list).and_then(|of| self.state.as_ref()?.width(&of)).map(Linear::term);
        let width = width.unwrap_or_else(|| Linear::term(self.terms.fresh(true)));
        // `xs[i] = xs[i] + y`: the item is read, then `y`, which raises nothing else.
        let operator = match value {
            Expr::Binary(op, left, right) if is_quiet && assigns(*op) => {
                // A number that is no machine's is changed where it is, and its list is not looked at meanwhile.
                let is_big = item == Ty::rt("Int") && !mentions(right, list);
                let is_same = (is_number(&item) || is_big) && reads_same(left, list, indices);
                let is_read = raises_nothing_else(right);
                let is_plain = is_same && self.are_plain(indices, (&length, &width), is_try, is_read);
                is_plain.then_some(*op)
            }
            _ => None,
        };
        self.receiver(list);
        match value {
            Expr::Binary(_, _, right) if operator.is_some() => self.expr(right),
            value => self.expr(value),
        }
        let mut forms = Vec::new();
        for (at, index) in indices.iter().enumerate() {
            let is_row = at + 1 < indices.len();
            let length = if at == 0 { &length } else { &width };
            forms.push(self.form(index, length, is_try, is_row || operator.is_some()));
        }
        let is_plain = operator.is_some() || (is_quiet && forms.iter().all(|(form, _)| *form == Form::Plain));
        let is_sure = is_try && forms.iter().all(|(form, _)| *form != Form::Method);
        for index in indices.iter_mut() {
            self.index(index, if is_plain { Form::Plain } else { Form::Method });
        }
        for (at, (_, index)) in forms.iter().enumerate() {
            self.found(index, if at == 0 { &length } else { &width });
        }
        let changed = {
            let mut changed = BTreeSet::new();
            of_node(call, self.known, &mut changed);
            changed
        };
        self.forget(changed);
        if self.mode != Mode::Write {
            return true;
        }
        if !is_plain {
            if is_sure {
                sure(expr);
            }
            return true;
        }
        let Expr::Method(list, _, _, args) = call else { return true };
        self.sizes.dropped.push(name);
        let value = args.pop().unwrap_or_else(Expr::unit);
        let place =
            args.drain(..).fold(take(list), |list, index| Expr::Index(Box::new(list), Box::new(index)));
        *expr = match (operator, value) {
            (Some(op), Expr::Binary(_, left, right)) => {
                self.sizes.dropped.extend(read_name(&left));
                Expr::AssignOp(op, Box::new(place), right)
            }
            (_, value) => Expr::Assign(Box::new(place), Box::new(value)),
        };
        true
    }

    /// Whether all of `indices` are written plainly; the last of them may lie behind the end where it `is_read`.
    fn are_plain(
        &mut self,
        indices: &[Expr],
        (length, width): (&Linear, &Linear),
        is_try: bool,
        is_read: bool,
    ) -> bool {
        indices.iter().enumerate().all(|(at, index)| {
            let is_row = at + 1 < indices.len();
            let (form, _) = self.form(index, if at == 0 { length } else { width }, is_try, is_row || is_read);
            form == Form::Plain
        })
    }

    /// `xs.swap_at(i, j)`.
    fn swapped(&mut self, expr: &mut Expr) -> bool {
        let is_try = matches!(expr, Expr::Try(_));
        let call = if let Expr::Try(inner) = &mut *expr { &mut **inner } else { &mut *expr };
        let Expr::Method(list, name, _, args) = call else { return false };
        if self.known.ty_of(list).and_then(item_of).is_none() {
            return false;
        }
        let name = known_name(name);
        let length = self.length(list);
        let forms: Vec<_> = args.iter().map(|index| self.form(index, &length, is_try, false)).collect();
        let is_asked = args.iter().any(|index| mentions(index, list));
        let is_plain = !is_asked && forms.iter().all(|(form, _)| *form == Form::Plain);
        let is_sure = is_try && forms.iter().all(|(form, _)| *form != Form::Method);
        self.receiver(list);
        args.iter_mut()
            .for_each(|index| self.index(index, if is_plain { Form::Plain } else { Form::Method }));
        forms.iter().for_each(|(_, at)| self.found(at, &length));
        if self.mode == Mode::Write {
            if is_plain {
                self.sizes.dropped.push(name);
                *expr = take(list).method("swap", std::mem::take(args));
            } else if is_sure {
                sure(expr);
            }
        }
        true
    }

    /// `text.try_at(i)?`, `text.char_at(i)`: the letter at a size is `text.letter(i)`. Whether it is that, and walked.
    fn text(&mut self, expr: &mut Expr) -> bool {
        let is_try = matches!(expr, Expr::Try(_));
        let call = if let Expr::Try(call) = &mut *expr { &mut **call } else { &mut *expr };
        let Expr::Method(text, name, _, args) = call else { return false };
        if !self.known.ty_of(text).is_some_and(is_text) {
            return false;
        }
        let is_char = name.ends_with("char_at");
        let length = self.length(text);
        let [index] = args.as_mut_slice() else { return false };
        let (form, at) = self.form(index, &length, is_try, true);
        self.receiver(text);
        // What is a size for other reasons stays one here: texts alone make none of it.
        let is_letter = is_char && form == Form::Plain && self.mentions_size(index, false);
        if is_letter {
            self.sized(index);
        } else {
            self.expr(index);
        }
        self.found(&at, &length);
        if self.mode == Mode::Write {
            match form {
                _ if is_letter => {
                    let index = take(index);
                    *expr = take(text).method("letter", vec![index]);
                }
                Form::Plain | Form::Sure => sure(expr),
                Form::Method => {}
            }
        }
        true
    }
}

/// `x.try_at(i)?` as `x.at(i)`.
fn sure(expr: &mut Expr) {
    if let Expr::Try(inner) = expr {
        let mut call = take(inner);
        if let Expr::Method(_, name, _, _) = &mut call
            && let Some(plain) = name.strip_prefix("try_")
        {
            *name = plain.to_owned();
        }
        *expr = call;
    }
}

fn inner_list(expr: &Expr) -> Option<&Expr> {
    let call = if let Expr::Try(inner) = expr { inner } else { expr };
    match call {
        Expr::Method(list, ..) => Some(list),
        _ => None,
    }
}

fn read_name(expr: &Expr) -> Option<&'static str> {
    let call = if let Expr::Try(inner) = expr { inner } else { expr };
    match call {
        Expr::Method(_, name, _, _) => Some(known_name(name)),
        _ => None,
    }
}

fn known_name(name: &str) -> &'static str {
    const NAMES: &[&str] = &[
        "at",
        "try_at",
        "cell",
        "try_cell",
        "row",
        "try_row",
        "row_mut",
        "try_row_mut",
        "set",
        "try_set",
        "set_cell",
        "try_set_cell",
        "swap_at",
        "try_swap_at",
    ];
    NAMES.iter().find(|known| **known == name).copied().unwrap_or("")
}

fn is_number(ty: &Ty) -> bool {
    *ty == Ty::local("i64") || *ty == Ty::local("f64")
}

fn assigns(op: BinOp) -> bool {
    matches!(
        op,
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor
    )
}

/// Whether evaluating it raises nothing but what reading an item raises, and does nothing.
fn raises_nothing_else(value: &Expr) -> bool {
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Path(_) | Expr::Bool(_) => true,
        Expr::Unary(_, value) | Expr::Cast(value, _) | Expr::Field(value, _) | Expr::TupleField(value, _) => {
            raises_nothing_else(value)
        }
        Expr::Binary(BinOp::Add | BinOp::Sub | BinOp::Mul, left, right) | Expr::Index(left, right) => {
            raises_nothing_else(left) && raises_nothing_else(right)
        }
        Expr::Method(value, name, _, args) => {
            matches!(name.as_str(), "at" | "cell" | "row" | "len" | "min" | "max")
                && raises_nothing_else(value)
                && args.iter().all(raises_nothing_else)
        }
        Expr::Call(_, args) => {
            matches!(is_call(value), Some(("int", "mul"))) && args.iter().all(raises_nothing_else)
        }
        _ => false,
    }
}

/// Whether `expr` asks the list itself.
fn mentions(expr: &Expr, list: &Expr) -> bool {
    struct Looks<'a> {
        of: Option<String>,
        list: &'a Expr,
        found: bool,
    }
    impl Visit for Looks<'_> {
        fn expr(&mut self, expr: &Expr) {
            let is_same = match &self.of {
                Some(of) => place(expr).as_ref() == Some(of),
                None => place(expr).is_some() && root(self.list) == place(expr),
            };
            self.found |= is_same;
            walk_expr(self, expr);
        }
    }
    let mut looks = Looks { of: place(list), list, found: false };
    looks.expr(expr);
    looks.found
}

/// Whether `read` is the item that is stored.
fn reads_same(read: &Expr, list: &Expr, indices: &[Expr]) -> bool {
    let call = if let Expr::Try(inner) = read { inner } else { read };
    let Expr::Method(of, name, _, args) = call else { return false };
    let is_read = matches!(name.as_str(), "at" | "try_at" | "cell" | "try_cell");
    is_read
        && place(of).is_some()
        && format!("{of:?}") == format!("{list:?}")
        && format!("{args:?}") == format!("{indices:?}")
}
