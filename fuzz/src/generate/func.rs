//! Functions, generators, closures, and calls of them.

use super::ty::Ty;
use super::{Maker, Var};

/// A function of the program.
#[derive(Clone, Debug)]
pub(super) struct Func {
    name: String,
    params: Vec<Ty>,
    /// How many of the last parameters have defaults.
    n_defaults: usize,
    result: Ty,
    /// Whether its parameters may have any types.
    is_generic: bool,
}

/// A generator of the program.
#[derive(Clone, Debug)]
pub(super) struct Generator {
    name: String,
    item: Ty,
}

impl Maker {
    /// Defines a function whose parameters have one type each.
    pub(super) fn function(&mut self) {
        let name = self.name("f");
        let params: Vec<(String, Ty)> =
            (0..self.random.below(4)).map(|_| (self.name("p"), self.ty(2))).collect();
        let result = self.ty(2);
        let is_annotated = self.random.chance(35);
        let mut n_defaults = 0;
        if matches!(params.last(), Some((_, Ty::Int | Ty::Str | Ty::Float))) && self.random.chance(25) {
            n_defaults = 1;
        }
        let mut texts = Vec::new();
        for (at, (param, ty)) in params.iter().enumerate() {
            let annotation =
                if is_annotated { format!(": {}", ty.annotation(&self.classes)) } else { String::new() };
            let default = if at + n_defaults >= params.len() {
                format!("={}", self.literal(ty))
            } else {
                String::new()
            };
            texts.push(format!("{param}{annotation}{default}"));
        }
        let arrow =
            if is_annotated { format!(" -> {}", result.annotation(&self.classes)) } else { String::new() };
        self.line(&format!("def {name}({}){arrow}:", texts.join(", ")));
        self.body(&params, &result);
        let params = params.into_iter().map(|(_, ty)| ty).collect();
        self.funcs.push(Func { name, params, n_defaults, result, is_generic: false });
    }

    fn body(&mut self, params: &[(String, Ty)], result: &Ty) {
        let outer = self.enter(params);
        self.returns = Some(result.clone());
        self.level += 1;
        for _ in 0..1 + self.random.below(4) {
            self.statement(2);
        }
        let value = self.expr(result, 2);
        self.line(&format!("return {value}"));
        self.level -= 1;
        self.leave(outer);
    }

    /// Starts a function: globals are out of sight, since reading them is one more thing that each may do.
    fn enter(&mut self, params: &[(String, Ty)]) -> (Vec<Var>, usize, Option<Ty>) {
        let vars = params
            .iter()
            .map(|(name, ty)| Var { name: name.clone(), ty: ty.clone(), can_change: true })
            .collect();
        (std::mem::replace(&mut self.vars, vars), std::mem::take(&mut self.n_loops), self.returns.take())
    }

    fn leave(&mut self, (vars, n_loops, returns): (Vec<Var>, usize, Option<Ty>)) {
        (self.vars, self.n_loops, self.returns) = (vars, n_loops, returns);
    }

    /// Defines a function that does the same for arguments of any type; calls pass several.
    pub(super) fn generic_function(&mut self) {
        let name = self.name("g");
        let (a, b) = (self.name("p"), self.name("p"));
        self.line(&format!("def {name}({a}, {b}):"));
        // `A_` and `B_` stand for the parameters.
        let bodies: &[&[&str]] = &[
            &["return [A_, B_]"],
            &["return A_ == B_"],
            &["xs = [A_]", "xs.append(B_)", "return xs"],
            &["return {'a': A_, 'b': B_}"],
            &["if A_:", "    return A_", "return B_"],
            &["return (A_, [B_], str(A_))"],
            &["def inner():", "    return A_", "return inner() if B_ else A_"],
            &["if isinstance(A_, str):", "    return len(A_)", "return f'{A_} {B_!r}'"],
            &["for x in [A_, B_]:", "    print(x)", "return A_ is B_"],
            &["try:", "    return A_ + B_", "except TypeError as e:", "    return str(e)"],
            &["try:", "    return A_ < B_", "except TypeError as e:", "    return str(e)"],
            &["return A_ or B_"],
            &["return A_ and B_"],
        ];
        let body = *self.random.pick(bodies);
        for text in body {
            self.line(&format!("    {}", text.replace("A_", &a).replace("B_", &b)));
        }
        self.funcs.push(Func {
            name,
            params: vec![Ty::Int; 2],
            n_defaults: 0,
            result: Ty::Int,
            is_generic: true,
        });
    }

    /// Defines a function that makes closures which share a variable.
    pub(super) fn closure_maker(&mut self) {
        let name = self.name("make");
        let (param, inner, count) = (self.name("p"), self.name("inner"), self.name("n"));
        let ty = self.scalar();
        self.line(&format!("def {name}({param}):"));
        self.line(&format!("    {count} = 0"));
        self.line(&format!("    def {inner}(a):"));
        self.line(&format!("        nonlocal {count}"));
        self.line(&format!("        {count} += 1"));
        let vars = [("a".to_owned(), Ty::Int), (param.clone(), ty.clone()), (count.clone(), Ty::Int)];
        let outer = self.enter(&vars);
        let (value, other) = (self.expr(&Ty::Int, 2), self.expr(&ty, 1));
        self.leave(outer);
        self.line(&format!("        return ({value}, {other})"));
        self.line(&format!("    {inner}(1)"));
        self.line(&format!("    return [{inner}({}), {inner}({count}), ({count}, {param})]", self.n_names));
        let item = Ty::Tuple(vec![Ty::Int, ty.clone()]);
        let result = Ty::List(Box::new(item));
        self.funcs.push(Func { name, params: vec![ty], n_defaults: 0, result, is_generic: false });
    }

    /// Defines a generator of a number's worth of items.
    pub(super) fn generator(&mut self) {
        let name = self.name("gen");
        let (param, at) = (self.name("p"), self.name("i"));
        let item = self.ty(1);
        self.line(&format!("def {name}({param}):"));
        let outer = self.enter(&[(param.clone(), Ty::Int)]);
        self.level += 1;
        if self.random.chance(40) {
            self.statement(1);
        }
        self.line(&format!("for {at} in range(min({param}, 6)):"));
        self.n_loops += 1;
        self.block(|maker| {
            maker.bind(&at, Ty::Int, false);
            if maker.random.chance(50) {
                maker.statement(1);
            }
            let value = maker.expr(&item, 2);
            maker.line(&format!("yield {value}"));
        });
        self.n_loops -= 1;
        if self.random.chance(30) {
            let value = self.expr(&item, 1);
            self.line(&format!("yield {value}"));
        }
        self.level -= 1;
        self.leave(outer);
        self.generators.push(Generator { name, item });
    }

    /// A call whose result has type `ty`.
    pub(super) fn call_of(&mut self, ty: &Ty, depth: usize) -> Option<String> {
        let mut calls: Vec<(String, Vec<Ty>)> = Vec::new();
        for func in &self.funcs {
            if func.result == *ty && !func.is_generic {
                calls.push((func.name.clone(), func.params.clone()));
            }
        }
        if let Ty::List(item) = ty {
            let makes = self.generators.iter().filter(|generator| generator.item == **item);
            calls.extend(makes.map(|generator| (format!("list({}", generator.name), vec![Ty::Int])));
        }
        for Var { name, ty: of, .. } in &self.vars {
            if let Ty::Object(class) = of {
                let methods = self.methods(*class);
                let fitting = methods.into_iter().filter(|(.., result)| result == ty);
                calls.extend(fitting.map(|(method, param, _)| (format!("{name}.{method}"), vec![param])));
            }
        }
        if calls.is_empty() {
            return None;
        }
        let (name, params) = self.random.pick(&calls).clone();
        let args: Vec<String> = params.iter().map(|param| self.expr(param, depth)).collect();
        let close = if name.starts_with("list(") { "))" } else { ")" };
        Some(format!("{name}({}{close}", args.join(", ")))
    }

    /// A call of `generator`, and what it yields.
    pub(super) fn generator_call(&mut self, generator: &Generator) -> (String, Ty) {
        (format!("{}({})", generator.name, self.random.below(5)), generator.item.clone())
    }

    /// Calls the function at `at`, prints what it returns, or what it raises.
    pub(super) fn guarded_call(&mut self, at: usize) {
        let func = self.funcs[at].clone();
        let types = if func.is_generic {
            let ty = self.ty(1);
            let other = if self.random.chance(60) { ty.clone() } else { self.ty(1) };
            // The text of sets and objects depends on more than their types.
            let is_shown = |ty: &Ty| {
                !matches!(ty, Ty::Set(_) | Ty::Object(_)) && format!("{ty:?}").find("Object").is_none()
            };
            if is_shown(&ty) && is_shown(&other) { vec![ty, other] } else { vec![Ty::Int, Ty::Str] }
        } else {
            func.params.clone()
        };
        let n_passed = types.len() - if self.random.chance(50) { func.n_defaults } else { 0 };
        let args: Vec<String> = types[..n_passed].iter().map(|ty| self.expr(ty, 1)).collect();
        let call = format!("{}({})", func.name, args.join(", "));
        let text = if func.is_generic { call } else { self.printable(&call, &func.result) };
        self.line("try:");
        self.line(&format!("    print({text})"));
        self.line("except Exception as e:");
        self.line("    print(type(e).__name__, e)");
    }
}
