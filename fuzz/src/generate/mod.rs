//! Random programs: every expression has a type when it is made, so that most of a program runs; what raises is caught
//! and its message printed. The compiler is told of few types: most functions have no annotations.
//!
//! A program defines classes, functions and generators, calls them with several arguments and prints what comes out.
//! All loops end; nothing depends on hashes of text, addresses or time.

mod class;
mod expr;
mod func;
mod index;
mod stmt;
mod text;
mod ty;

use crate::random::Random;
use class::Class;
use func::{Func, Generator};
use ty::Ty;

/// A variable in scope.
#[derive(Clone, Debug)]
struct Var {
    name: String,
    ty: Ty,
    /// Whether it may be bound again: loop variables and captured ones are not.
    can_change: bool,
}

/// The state of a program in the making.
pub(crate) struct Maker {
    random: Random,
    out: String,
    /// Levels of indentation.
    level: usize,
    vars: Vec<Var>,
    classes: Vec<Class>,
    funcs: Vec<Func>,
    generators: Vec<Generator>,
    n_names: usize,
    /// How many loops the statement is in, and what the enclosing function returns.
    n_loops: usize,
    returns: Option<Ty>,
    /// What the program does at its end, where what it raises is not caught.
    last_calls: Vec<String>,
}

/// The program of `seed`.
pub(crate) fn program(seed: u64) -> String {
    let mut maker = Maker {
        random: Random::new(seed),
        out: String::new(),
        level: 0,
        vars: Vec::new(),
        classes: Vec::new(),
        funcs: Vec::new(),
        generators: Vec::new(),
        n_names: 0,
        n_loops: 0,
        returns: None,
        last_calls: Vec::new(),
    };
    maker.module();
    maker.out
}

impl Maker {
    fn module(&mut self) {
        // Many programs walk lists by index and do nothing else.
        if self.random.chance(30) {
            (0..3).for_each(|_| self.indexed_function());
            return self.last_lines();
        }
        if self.random.chance(20) {
            self.line("counter = 0");
            self.vars.push(Var { name: "counter".to_owned(), ty: Ty::Int, can_change: false });
        }
        for _ in 0..self.random.below(3) {
            self.class();
        }
        for _ in 0..1 + self.random.below(3) {
            match self.random.below(8) {
                0 => self.generator(),
                6 | 7 => self.indexed_function(),
                1 => self.generic_function(),
                2 => self.closure_maker(),
                _ => self.function(),
            }
        }
        for _ in 0..2 + self.random.below(4) {
            self.statement(2);
        }
        for at in 0..self.funcs.len() {
            for _ in 0..1 + self.random.below(2) {
                self.guarded_call(at);
            }
        }
        let names: Vec<String> = self.vars.iter().map(|var| var.name.clone()).collect();
        for name in names {
            let ty = self.vars.iter().rfind(|var| var.name == name).map_or(Ty::Int, |var| var.ty.clone());
            let text = self.printable(&name, &ty);
            self.line(&format!("print({text})"));
        }
        self.last_lines();
    }

    /// Calls of which nobody catches what they raise: the first that does ends the program.
    fn last_lines(&mut self) {
        for text in std::mem::take(&mut self.last_calls) {
            self.line(&text);
        }
    }

    // ---- text

    fn line(&mut self, text: &str) {
        for _ in 0..self.level {
            self.out.push_str("    ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Makes the lines of a block; what it binds ends with it.
    fn block(&mut self, make: impl FnOnce(&mut Self)) {
        let n_vars = self.vars.len();
        self.level += 1;
        let before = self.out.len();
        make(self);
        if self.out.len() == before {
            self.line("pass");
        }
        self.level -= 1;
        self.vars.truncate(n_vars);
    }

    /// Makes a block of statements.
    fn statements(&mut self, depth: usize) {
        self.block(|maker| {
            for _ in 0..1 + maker.random.below(3) {
                maker.statement(depth);
            }
        });
    }

    fn name(&mut self, prefix: &str) -> String {
        self.n_names += 1;
        format!("{prefix}{}", self.n_names)
    }

    fn bind(&mut self, name: &str, ty: Ty, can_change: bool) {
        self.vars.retain(|var| var.name != name);
        self.vars.push(Var { name: name.to_owned(), ty, can_change });
    }

    /// A variable of that type.
    fn var(&mut self, ty: &Ty) -> Option<String> {
        let names: Vec<String> =
            self.vars.iter().filter(|var| var.ty == *ty).map(|var| var.name.clone()).collect();
        (!names.is_empty()).then(|| self.random.pick(&names).clone())
    }

    /// A variable that may be bound again or changed in place.
    fn changeable(&mut self, is_wanted: impl Fn(&Ty) -> bool) -> Option<Var> {
        let vars: Vec<Var> =
            self.vars.iter().filter(|var| var.can_change && is_wanted(&var.ty)).cloned().collect();
        (!vars.is_empty()).then(|| self.random.pick(&vars).clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_decides_a_program() {
        assert_eq!(program(3), program(3));
        assert_ne!(program(3), program(4));
    }

    #[test]
    fn programs_are_python() {
        for seed in 0..200 {
            let source = program(seed);
            let options =
                portalis::Options { stop_after: Some("lower".to_owned()), ..portalis::Options::default() };
            let translated = portalis::translate(&source, &options);
            assert!(translated.is_ok(), "seed {seed}: {translated:?}\n{source}");
        }
    }
}
