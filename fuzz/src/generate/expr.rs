//! Expressions of a wanted type.

use super::ty::Ty;
use super::{Maker, Var};

impl Maker {
    /// An expression of type `ty`, operators nested at most `depth` deep.
    pub(super) fn expr(&mut self, ty: &Ty, depth: usize) -> String {
        if let Some(name) = self.var(ty)
            && self.random.chance(if depth == 0 { 80 } else { 35 })
        {
            return name;
        }
        if depth == 0 {
            return self.literal(ty);
        }
        if self.random.chance(12)
            && let Some(text) = self.call_of(ty, depth - 1)
        {
            return text;
        }
        if self.random.chance(15)
            && let Some(text) = self.part_of(ty, depth - 1)
        {
            return text;
        }
        if self.random.chance(8) {
            let (yes, no) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
            let condition = self.expr(&Ty::Bool, depth - 1);
            return format!("({yes} if {condition} else {no})");
        }
        match ty {
            Ty::Int => self.int(depth - 1),
            Ty::Float => self.float(depth - 1),
            Ty::Bool => self.bool(depth - 1),
            Ty::Str => self.str(depth - 1),
            Ty::List(item) => self.list(item, depth - 1),
            Ty::Dict(key, value) => self.dict(key, value, depth - 1),
            Ty::Set(item) => self.set(item, depth - 1),
            Ty::Tuple(_) | Ty::Object(_) => self.display(ty, depth - 1),
        }
    }

    fn int(&mut self, depth: usize) -> String {
        let a = self.expr(&Ty::Int, depth);
        match self.random.below(22) {
            0..=2 => format!("({a} + {})", self.expr(&Ty::Int, depth)),
            3 | 4 => format!("({a} - {})", self.expr(&Ty::Int, depth)),
            5 => format!("({a} * {})", self.expr(&Ty::Int, depth)),
            6 => format!("({a} // {})", self.expr(&Ty::Int, depth)),
            7 => format!("({a} % {})", self.expr(&Ty::Int, depth)),
            8 => format!("(-{a})"),
            9 => format!("abs({a})"),
            10 => format!("{}({a}, {})", self.random.pick(&["min", "max"]), self.expr(&Ty::Int, depth)),
            11 => format!("({a} {} {})", self.random.pick(&["&", "|", "^"]), self.expr(&Ty::Int, depth)),
            12 => format!("({a} {} {})", self.random.pick(&["<<", ">>"]), self.random.below(5)),
            13 => format!("sum({})", self.expr(&Ty::List(Box::new(Ty::Int)), depth)),
            14 => {
                let ty = self.sized();
                format!("len({})", self.expr(&ty, depth))
            }
            15 => format!("int({})", self.expr(&Ty::Bool, depth)),
            16 => format!("{}.find({})", self.expr(&Ty::Str, depth), self.expr(&Ty::Str, depth)),
            17 => format!("int({})", self.expr(&Ty::Str, depth)),
            18 => format!("divmod({a}, {})[{}]", self.expr(&Ty::Int, depth), self.random.below(2)),
            19 => format!("round({})", self.expr(&Ty::Float, depth)),
            20 => {
                let items = self.expr(&Ty::List(Box::new(Ty::Int)), depth);
                format!("{items}.{}({a})", self.random.pick(&["count", "index"]))
            }
            _ => format!("({a} ** {})", self.random.below(4)),
        }
    }

    fn float(&mut self, depth: usize) -> String {
        let a = self.expr(&Ty::Float, depth);
        let other = if self.random.chance(40) { Ty::Int } else { Ty::Float };
        match self.random.below(11) {
            0 | 1 => format!("({a} + {})", self.expr(&other, depth)),
            2 => format!("({a} - {})", self.expr(&other, depth)),
            3 => format!("({} * {a})", self.expr(&other, depth)),
            4 => format!("({} / {})", self.expr(&Ty::Int, depth), self.expr(&Ty::Int, depth)),
            5 => format!("({a} / {})", self.expr(&other, depth)),
            6 => format!("float({})", self.expr(&Ty::Int, depth)),
            7 => format!("round({a}, {})", self.random.below(4)),
            8 => format!("abs({a})"),
            9 => format!("({a} {} {})", self.random.pick(&["//", "%"]), self.expr(&other, depth)),
            _ => format!("(-{a})"),
        }
    }

    fn bool(&mut self, depth: usize) -> String {
        match self.random.below(9) {
            0..=3 => {
                let ty = if self.random.chance(80) { self.scalar() } else { self.ty(2) };
                let can_order = ty.is_ordered();
                let operators: &[&str] =
                    if can_order { &["==", "!=", "<", "<=", ">", ">="] } else { &["==", "!="] };
                let (a, b) = (self.expr(&ty, depth), self.expr(&ty, depth));
                if can_order && self.random.chance(15) {
                    let c = self.expr(&ty, depth);
                    return format!(
                        "({a} {} {b} {} {c})",
                        self.random.pick(operators),
                        self.random.pick(operators)
                    );
                }
                format!("({a} {} {b})", self.random.pick(operators))
            }
            4 => format!("(not {})", self.expr(&Ty::Bool, depth)),
            5 => {
                let word = *self.random.pick(&["and", "or"]);
                format!("({} {word} {})", self.expr(&Ty::Bool, depth), self.expr(&Ty::Bool, depth))
            }
            6 => {
                let key = self.key();
                let container = match self.random.below(3) {
                    0 => Ty::List(Box::new(key.clone())),
                    1 => Ty::Set(Box::new(key.clone())),
                    _ => Ty::Dict(Box::new(key.clone()), Box::new(Ty::Int)),
                };
                let word = *self.random.pick(&["in", "not in"]);
                format!("({} {word} {})", self.expr(&key, depth), self.expr(&container, depth))
            }
            7 => {
                let ty = self.ty(2);
                format!("bool({})", self.expr(&ty, depth))
            }
            _ => {
                let text = self.expr(&Ty::Str, depth);
                let other = self.expr(&Ty::Str, depth);
                match self.random.below(3) {
                    0 => format!("{text}.isdigit()"),
                    1 => format!("{text}.startswith({other})"),
                    _ => format!("({other} in {text})"),
                }
            }
        }
    }

    fn str(&mut self, depth: usize) -> String {
        let a = self.expr(&Ty::Str, depth);
        match self.random.below(14) {
            0 | 1 => format!("({a} + {})", self.expr(&Ty::Str, depth)),
            2 => format!("({a} * {})", self.random.below(4)),
            3 => format!("{a}[{}]", self.expr(&Ty::Int, depth)),
            4 => {
                let slice = self.slice(depth);
                format!("{a}[{slice}]")
            }
            5 => {
                let method =
                    *self.random.pick(&["upper", "lower", "strip", "title", "swapcase", "capitalize"]);
                format!("{a}.{method}()")
            }
            6 => format!("{a}.replace({}, {})", self.expr(&Ty::Str, depth), self.expr(&Ty::Str, depth)),
            7 => format!("{a}.join({})", self.expr(&Ty::List(Box::new(Ty::Str)), depth)),
            8 | 9 => {
                let ty = self.ty(2);
                let value = self.expr(&ty, depth);
                let value = self.printable(&value, &ty);
                format!("{}({value})", self.random.pick(&["str", "repr"]))
            }
            10 => {
                format!("{a}.{}({})", self.random.pick(&["zfill", "center", "rjust"]), self.random.below(9))
            }
            _ => self.formatted(depth),
        }
    }

    fn list(&mut self, item: &Ty, depth: usize) -> String {
        let ty = Ty::List(Box::new(item.clone()));
        let a = self.expr(&ty, depth);
        match self.random.below(14) {
            0 => format!("({a} + {})", self.expr(&ty, depth)),
            1 => format!("({a} * {})", self.random.below(3)),
            2 => {
                let slice = self.slice(depth);
                format!("{a}[{slice}]")
            }
            3 if item.is_ordered() => {
                let reverse = if self.random.chance(40) { ", reverse=True" } else { "" };
                format!("sorted({a}{reverse})")
            }
            4 | 5 => {
                let ty = self.scalar();
                self.comprehension("[", item, &ty, "]", depth)
            }
            6 if *item == Ty::Int => {
                format!("list(range({}, {}))", self.random.between(-2, 3), self.random.between(-1, 7))
            }
            6 if *item == Ty::Str => {
                format!("{}.split({})", self.expr(&Ty::Str, depth), self.random.pick(&["", "','", "'X'"]))
            }
            7 if item.is_key() => {
                let dict = Ty::Dict(Box::new(item.clone()), Box::new(Ty::Int));
                format!("list({})", self.expr(&dict, depth))
            }
            8 => {
                let dict = Ty::Dict(Box::new(Ty::Str), Box::new(item.clone()));
                format!("list({}.values())", self.expr(&dict, depth))
            }
            9 => format!("list(reversed({a}))"),
            10 => {
                let source = self.scalar();
                let items = self.expr(&Ty::List(Box::new(source.clone())), depth);
                let name = self.name("v");
                let value = self.with_var(&name, source, |maker| maker.expr(item, depth));
                format!("list(map(lambda {name}: {value}, {items}))")
            }
            11 => {
                let name = self.name("v");
                let condition = self.with_var(&name, item.clone(), |maker| maker.expr(&Ty::Bool, depth));
                format!("list(filter(lambda {name}: {condition}, {a}))")
            }
            12 => format!("list({a})"),
            _ => self.display(&ty, depth),
        }
    }

    fn dict(&mut self, key: &Ty, value: &Ty, depth: usize) -> String {
        let ty = Ty::Dict(Box::new(key.clone()), Box::new(value.clone()));
        match self.random.below(5) {
            0 => format!("dict({})", self.expr(&ty, depth)),
            1 => format!("{{**{}, **{}}}", self.expr(&ty, depth), self.expr(&ty, depth)),
            2 => {
                let items = self.expr(&Ty::List(Box::new(key.clone())), depth);
                let name = self.name("v");
                let value = self.with_var(&name, key.clone(), |maker| maker.expr(value, depth));
                format!("{{{name}: {value} for {name} in {items}}}")
            }
            _ => self.display(&ty, depth),
        }
    }

    fn set(&mut self, item: &Ty, depth: usize) -> String {
        let ty = Ty::Set(Box::new(item.clone()));
        match self.random.below(5) {
            0 | 1 => {
                let operator = *self.random.pick(&["|", "&", "-", "^"]);
                format!("({} {operator} {})", self.expr(&ty, depth), self.expr(&ty, depth))
            }
            2 => format!("set({})", self.expr(&Ty::List(Box::new(item.clone())), depth)),
            3 => self.comprehension("{", item, &Ty::Int, "}", depth),
            _ => self.display(&ty, depth),
        }
    }

    /// A literal container, or a call of a class.
    pub(super) fn display(&mut self, ty: &Ty, depth: usize) -> String {
        let n_items = self.random.below(4);
        match ty {
            Ty::List(item) => format!("[{}]", self.exprs(item, n_items, depth)),
            Ty::Set(item) => format!("{{{}}}", self.exprs(item, n_items + 1, depth)),
            Ty::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| self.expr(item, depth)).collect();
                format!("({})", items.join(", "))
            }
            Ty::Dict(key, value) => {
                let items: Vec<String> = (0..n_items)
                    .map(|_| format!("{}: {}", self.expr(key, depth), self.expr(value, depth)))
                    .collect();
                format!("{{{}}}", items.join(", "))
            }
            Ty::Object(class) => self.construct(*class, depth),
            Ty::Int | Ty::Float | Ty::Bool | Ty::Str => self.literal(ty),
        }
    }

    fn exprs(&mut self, ty: &Ty, n: usize, depth: usize) -> String {
        (0..n).map(|_| self.expr(ty, depth)).collect::<Vec<_>>().join(", ")
    }

    /// `[item for v in items if condition]`.
    fn comprehension(&mut self, open: &str, item: &Ty, over: &Ty, close: &str, depth: usize) -> String {
        let items = self.expr(&Ty::List(Box::new(over.clone())), depth);
        let name = self.name("v");
        let (value, condition) = self.with_var(&name, over.clone(), |maker| {
            let value = maker.expr(item, depth);
            let condition = if maker.random.chance(35) {
                format!(" if {}", maker.expr(&Ty::Bool, depth))
            } else {
                String::new()
            };
            (value, condition)
        });
        format!("{open}{value} for {name} in {items}{condition}{close}")
    }

    /// Makes something in which `name` is bound.
    pub(super) fn with_var<R>(&mut self, name: &str, ty: Ty, make: impl FnOnce(&mut Self) -> R) -> R {
        self.vars.push(Var { name: name.to_owned(), ty, can_change: false });
        let made = make(self);
        self.vars.retain(|var| var.name != name);
        made
    }

    /// An element, value, attribute or item of a variable that has parts of type `ty`.
    fn part_of(&mut self, ty: &Ty, depth: usize) -> Option<String> {
        let vars = self.vars.clone();
        let mut found = Vec::new();
        for Var { name, ty: whole, .. } in &vars {
            match whole {
                Ty::List(item) if **item == *ty => {
                    found.push(format!("{name}[{}]", self.random.between(-2, 3)))
                }
                Ty::Dict(key, value) if **value == *ty => {
                    let (key, other) = (self.expr(key, 0), self.expr(ty, depth));
                    found.push(if self.random.chance(60) {
                        format!("{name}.get({key}, {other})")
                    } else {
                        format!("{name}[{key}]")
                    });
                }
                Ty::Tuple(items) => {
                    let fitting = items.iter().enumerate().filter(|(_, item)| *item == ty);
                    found.extend(fitting.map(|(at, _)| format!("{name}[{at}]")));
                }
                Ty::Object(class) => {
                    let fields = self.fields(*class);
                    found.extend(
                        fields
                            .iter()
                            .filter(|(_, field)| field == ty)
                            .map(|(field, _)| format!("{name}.{field}")),
                    );
                }
                _ => {}
            }
        }
        (!found.is_empty()).then(|| self.random.pick(&found).clone())
    }

    fn slice(&mut self, depth: usize) -> String {
        match self.random.below(5) {
            0 => format!("{}:", self.expr(&Ty::Int, depth)),
            1 => format!(":{}", self.expr(&Ty::Int, depth)),
            2 => "::-1".to_owned(),
            3 => format!("{}:{}", self.random.between(-3, 4), self.random.between(-3, 5)),
            _ => format!("::{}", self.random.pick(&["2", "-2", "3"])),
        }
    }

    fn sized(&mut self) -> Ty {
        let item = self.scalar();
        match self.random.below(4) {
            0 => Ty::Str,
            1 => Ty::Dict(Box::new(Ty::Str), Box::new(item)),
            _ => Ty::List(Box::new(item)),
        }
    }
}
