//! Statements.

use super::ty::Ty;
use super::{Maker, Var};

impl Maker {
    /// A statement with blocks nested at most `depth` deep.
    pub(super) fn statement(&mut self, depth: usize) {
        match self.random.below(if depth == 0 { 12 } else { 20 }) {
            0..=2 => self.assign(),
            3 => self.print(),
            4 | 5 => self.augment(),
            6..=8 => self.mutate(),
            9 => self.alias(),
            10 => self.unpack(),
            11 => self.leave_early(),
            12 | 13 => self.if_statement(depth - 1),
            14..=16 => self.for_loop(depth - 1),
            17 => self.while_loop(depth - 1),
            _ => self.try_statement(depth - 1),
        }
    }

    fn assign(&mut self) {
        if self.random.chance(35)
            && let Some(var) = self.changeable(|_| true)
        {
            let value = self.expr(&var.ty, 2);
            self.line(&format!("{} = {value}", var.name));
            return;
        }
        let ty = self.ty(2);
        let value = self.expr(&ty, 2);
        let name = self.name("x");
        self.line(&format!("{name} = {value}"));
        self.bind(&name, ty, true);
    }

    fn print(&mut self) {
        let mut texts = Vec::new();
        for _ in 0..1 + self.random.below(2) {
            let ty = self.ty(2);
            let value = self.expr(&ty, 2);
            texts.push(self.printable(&value, &ty));
        }
        self.line(&format!("print({})", texts.join(", ")));
    }

    fn augment(&mut self) {
        let is_wanted = |ty: &Ty| matches!(ty, Ty::Int | Ty::Float | Ty::Str | Ty::List(_) | Ty::Set(_));
        let Some(Var { name, ty, .. }) = self.changeable(is_wanted) else { return self.assign() };
        let operators: &[&str] = match ty {
            Ty::Int => &["+=", "-=", "*=", "//=", "%=", "|=", "^="],
            Ty::Float => &["+=", "-=", "*=", "/="],
            Ty::Set(_) => &["|=", "-=", "&="],
            _ => &["+="],
        };
        let (operator, value) = (*self.random.pick(operators), self.expr(&ty, 1));
        self.line(&format!("{name} {operator} {value}"));
    }

    /// Changes a container or an object in place.
    fn mutate(&mut self) {
        let is_wanted = |ty: &Ty| matches!(ty, Ty::List(_) | Ty::Dict(..) | Ty::Set(_) | Ty::Object(_));
        let Some(Var { name, ty, .. }) = self.changeable(is_wanted) else { return self.assign() };
        match ty {
            Ty::List(item) => {
                let (value, at) = (self.expr(&item, 1), self.random.between(-2, 4));
                let text = match self.random.below(9) {
                    0..=2 => format!("{name}.append({value})"),
                    3 => format!("{name}.insert({at}, {value})"),
                    4 => format!("{name}.pop()"),
                    5 => format!("{name}[{at}] = {value}"),
                    6 if item.is_ordered() => format!("{name}.sort()"),
                    6 | 7 => format!("{name}.reverse()"),
                    _ => format!("{name}.extend({})", self.expr(&Ty::List(item), 1)),
                };
                self.line(&text);
            }
            Ty::Dict(key, value) => {
                let (key, value) = (self.expr(&key, 1), self.expr(&value, 1));
                let text = match self.random.below(6) {
                    0..=2 => format!("{name}[{key}] = {value}"),
                    3 => format!("{name}.setdefault({key}, {value})"),
                    4 => format!("{name}.pop({key}, {value})"),
                    _ => format!("del {name}[{key}]"),
                };
                self.line(&text);
            }
            Ty::Set(item) => {
                let method = *self.random.pick(&["add", "add", "discard", "remove"]);
                let value = self.expr(&item, 1);
                self.line(&format!("{name}.{method}({value})"));
            }
            Ty::Object(class) => {
                let fields = self.fields(class);
                let (field, ty) = self.random.pick(&fields).clone();
                let value = self.expr(&ty, 1);
                self.line(&format!("{name}.{field} = {value}"));
            }
            _ => {}
        }
    }

    /// A second name for what a variable holds.
    fn alias(&mut self) {
        let is_wanted = |ty: &Ty| matches!(ty, Ty::List(_) | Ty::Dict(..) | Ty::Set(_) | Ty::Object(_));
        let Some(Var { name, ty, .. }) = self.changeable(is_wanted) else { return self.assign() };
        let other = self.name("y");
        self.line(&format!("{other} = {name}"));
        self.bind(&other, ty, true);
    }

    fn unpack(&mut self) {
        let types = [self.ty(1), self.ty(1)];
        let values: Vec<String> = types.iter().map(|ty| self.expr(ty, 1)).collect();
        let names = [self.name("x"), self.name("x")];
        self.line(&format!("{} = {}", names.join(", "), values.join(", ")));
        for (name, ty) in names.iter().zip(types) {
            self.bind(name, ty, true);
        }
    }

    /// `return`, `break`, `continue` or `raise` under a condition.
    fn leave_early(&mut self) {
        let condition = self.expr(&Ty::Bool, 1);
        let text = match (self.random.below(4), self.n_loops > 0, self.returns.clone()) {
            (0, true, _) => "break".to_owned(),
            (1, true, _) => "continue".to_owned(),
            (2, _, Some(ty)) => format!("return {}", self.expr(&ty, 1)),
            (_, _, Some(_)) => {
                let class = *self.random.pick(&["ValueError", "KeyError", "RuntimeError", "IndexError"]);
                let ty = self.scalar();
                format!("raise {class}({})", self.expr(&ty, 1))
            }
            _ => return self.print(),
        };
        self.line(&format!("if {condition}:"));
        self.line(&format!("    {text}"));
    }

    fn if_statement(&mut self, depth: usize) {
        let condition = self.expr(&Ty::Bool, 2);
        self.line(&format!("if {condition}:"));
        self.statements(depth);
        if self.random.chance(30) {
            let condition = self.expr(&Ty::Bool, 1);
            self.line(&format!("elif {condition}:"));
            self.statements(depth);
        }
        if self.random.chance(50) {
            self.line("else:");
            self.statements(depth);
        }
    }

    fn for_loop(&mut self, depth: usize) {
        let name = self.name("i");
        let mut bound = vec![];
        let head = match self.random.below(6) {
            0 | 1 => {
                bound.push((name.clone(), Ty::Int));
                format!("for {name} in range({}):", self.random.below(6))
            }
            2 => {
                let (key, value) = (self.key(), self.ty(1));
                let other = self.name("i");
                let items = self.expr(&Ty::Dict(Box::new(key.clone()), Box::new(value.clone())), 1);
                bound.extend([(name.clone(), key), (other.clone(), value)]);
                // A copy: the body may change the dict.
                format!("for {name}, {other} in list({items}.items()):")
            }
            3 => {
                let ty = self.ty(1);
                let other = self.name("i");
                let items = self.expr(&Ty::List(Box::new(ty.clone())), 1);
                bound.extend([(name.clone(), Ty::Int), (other.clone(), ty)]);
                format!("for {name}, {other} in enumerate(list({items})):")
            }
            4 if !self.generators.is_empty() => {
                let generator = self.random.pick(&self.generators.clone()).clone();
                let (text, item) = self.generator_call(&generator);
                bound.push((name.clone(), item));
                format!("for {name} in {text}:")
            }
            _ => {
                let ty = self.ty(1);
                let items = self.expr(&Ty::List(Box::new(ty.clone())), 1);
                bound.push((name.clone(), ty));
                format!("for {name} in {items}[:4]:")
            }
        };
        self.line(&head);
        self.n_loops += 1;
        self.block(|maker| {
            for (name, ty) in bound {
                maker.bind(&name, ty, false);
            }
            for _ in 0..1 + maker.random.below(3) {
                maker.statement(depth);
            }
        });
        self.n_loops -= 1;
        if self.random.chance(12) {
            self.line("else:");
            self.statements(0);
        }
    }

    fn while_loop(&mut self, depth: usize) {
        let name = self.name("w");
        self.line(&format!("{name} = 0"));
        self.bind(&name, Ty::Int, false);
        let condition = self.expr(&Ty::Bool, 1);
        let end = 1 + self.random.below(5);
        self.line(&format!("while {name} < {end} and {condition}:"));
        self.n_loops += 1;
        self.block(|maker| {
            // First, so that `continue` cannot skip it.
            maker.line(&format!("{name} += 1"));
            for _ in 0..1 + maker.random.below(3) {
                maker.statement(depth);
            }
        });
        self.n_loops -= 1;
    }

    fn try_statement(&mut self, depth: usize) {
        self.line("try:");
        self.statements(depth);
        let classes =
            ["Exception", "ValueError", "(KeyError, IndexError)", "ZeroDivisionError", "LookupError"];
        let class = *self.random.pick(&classes);
        let has_handler = self.random.chance(85);
        if has_handler {
            self.line(&format!("except {class} as e:"));
            self.block(|maker| {
                maker.line("print(type(e).__name__, e)");
                if maker.random.chance(40) {
                    maker.statement(0);
                }
            });
            if self.random.chance(20) {
                self.line("else:");
                self.statements(0);
            }
        }
        if !has_handler || self.random.chance(30) {
            self.line("finally:");
            // Leaving a `finally` early swallows the exception: it is legal, and rare.
            let (n_loops, returns) = (std::mem::take(&mut self.n_loops), self.returns.take());
            self.statements(0);
            (self.n_loops, self.returns) = (n_loops, returns);
        }
    }
}
