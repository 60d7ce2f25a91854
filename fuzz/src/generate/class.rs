//! Classes: attributes, methods, special methods, inheritance.

use super::ty::Ty;
use super::{Maker, Var};

/// A class of the program.
#[derive(Clone, Debug)]
pub(super) struct Class {
    pub(super) name: String,
    base: Option<usize>,
    /// The attributes that it adds.
    fields: Vec<(String, Ty)>,
    /// The methods that it adds: name, parameter, result.
    methods: Vec<(String, Ty, Ty)>,
    pub(super) has_repr: bool,
    is_dataclass: bool,
}

impl Maker {
    /// Defines a class.
    pub(super) fn class(&mut self) {
        let name = self.name("C");
        let plain: Vec<usize> =
            (0..self.classes.len()).filter(|&at| !self.classes[at].is_dataclass).collect();
        let base = (!plain.is_empty() && self.random.chance(50)).then(|| *self.random.pick(&plain));
        let n_fields = 1 + self.random.below(2);
        let fields: Vec<(String, Ty)> = (0..n_fields).map(|_| (self.name("f"), self.ty(1))).collect();
        let is_dataclass = base.is_none() && self.random.chance(20);
        let index = self.classes.len();
        // What it can do with objects of its own class is left to functions.
        self.classes.push(Class {
            name: name.clone(),
            base,
            fields: fields.clone(),
            methods: Vec::new(),
            has_repr: false,
            is_dataclass,
        });
        if is_dataclass {
            self.line("from dataclasses import dataclass");
            self.line("@dataclass");
        }
        let bases = base.map_or(String::new(), |base| format!("({})", self.classes[base].name));
        self.line(&format!("class {name}{bases}:"));
        let outer = std::mem::take(&mut self.vars);
        self.level += 1;
        if is_dataclass {
            for (field, ty) in &fields {
                let annotation = ty.annotation(&self.classes);
                self.line(&format!("{field}: {annotation}"));
            }
        } else {
            self.initialiser(index, &fields);
        }
        let is_shown = fields.iter().all(|(_, ty)| matches!(ty, Ty::Int | Ty::Float | Ty::Bool | Ty::Str));
        let is_shown = is_shown && base.is_none_or(|base| self.classes[base].has_repr);
        if is_shown && !is_dataclass {
            let parts: Vec<String> =
                self.fields(index).iter().map(|(field, _)| format!("{{self.{field}!r}}")).collect();
            let method = *self.random.pick(&["__repr__", "__repr__", "__str__"]);
            self.line(&format!("def {method}(self):"));
            self.line(&format!("    return f\"{name}({})\"", parts.join(", ")));
            // Without `__repr__` its text inside containers holds an address.
            self.classes[index].has_repr = method == "__repr__";
        }
        self.classes[index].has_repr |= is_dataclass && is_shown;
        if !is_dataclass && self.random.chance(40) {
            let field = fields[0].0.clone();
            self.line("def __eq__(self, other):");
            self.line(&format!("    return isinstance(other, {name}) and self.{field} == other.{field}"));
        }
        for _ in 0..self.random.below(3) {
            self.method(index);
        }
        self.level -= 1;
        self.vars = outer;
    }

    fn initialiser(&mut self, index: usize, fields: &[(String, Ty)]) {
        let all = self.fields(index);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        self.line(&format!("def __init__(self, {}):", names.join(", ")));
        self.level += 1;
        if let Some(base) = self.classes[index].base {
            let inherited: Vec<String> = self.fields(base).into_iter().map(|(name, _)| name).collect();
            self.line(&format!("super().__init__({})", inherited.join(", ")));
        }
        for (field, _) in fields {
            self.line(&format!("self.{field} = {field}"));
        }
        self.level -= 1;
    }

    /// A method that computes something of the attributes, or changes one.
    fn method(&mut self, index: usize) {
        let inherited: Vec<(String, Ty, Ty)> =
            self.classes[index].base.map(|base| self.methods(base)).unwrap_or_default();
        let (name, parameter, result) = if !inherited.is_empty() && self.random.chance(60) {
            self.random.pick(&inherited).clone()
        } else {
            (self.name("m"), self.scalar(), self.scalar())
        };
        if self.classes[index].methods.iter().any(|(known, ..)| *known == name) {
            return;
        }
        self.line(&format!("def {name}(self, a):"));
        self.level += 1;
        self.vars.push(Var { name: "a".to_owned(), ty: parameter.clone(), can_change: true });
        for (field, ty) in self.fields(index) {
            self.vars.push(Var { name: format!("self.{field}"), ty, can_change: true });
        }
        let outer = self.returns.replace(result.clone());
        for _ in 0..self.random.below(3) {
            self.statement(1);
        }
        let value = self.expr(&result, 2);
        if inherited.iter().any(|(known, ..)| *known == name) && result == Ty::Int {
            self.line(&format!("return super().{name}(a) + {value}"));
        } else {
            self.line(&format!("return {value}"));
        }
        self.returns = outer;
        self.vars.clear();
        self.level -= 1;
        self.classes[index].methods.push((name, parameter, result));
    }

    /// All attributes, inherited ones first.
    pub(super) fn fields(&self, class: usize) -> Vec<(String, Ty)> {
        let mut fields = self.classes[class].base.map(|base| self.fields(base)).unwrap_or_default();
        fields.extend(self.classes[class].fields.iter().cloned());
        fields
    }

    /// All methods.
    pub(super) fn methods(&self, class: usize) -> Vec<(String, Ty, Ty)> {
        let mut methods = self.classes[class].base.map(|base| self.methods(base)).unwrap_or_default();
        methods.extend(self.classes[class].methods.iter().cloned());
        methods
    }

    /// A new object of the class, or of one below it while depth is left: attributes of a class are of those before
    /// it, but one below may hold one of its base again.
    pub(super) fn construct(&mut self, class: usize, depth: usize) -> String {
        let below: Vec<usize> = (0..self.classes.len())
            .filter(|&at| at == class || (depth > 0 && self.classes[at].base == Some(class)))
            .collect();
        let class = *self.random.pick(&below);
        let fields = self.fields(class);
        let left = depth.min(1);
        let args: Vec<String> = fields.iter().map(|(_, ty)| self.expr(ty, left)).collect();
        format!("{}({})", self.classes[class].name, args.join(", "))
    }
}
