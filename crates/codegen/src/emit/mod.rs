//! RIR to `syn`: one file for each kind of node, one [`Cx`] through all of them.

mod docs;
mod expr;
mod item;
mod macros;
mod path;
mod pattern;
mod stmt;
mod ty;

use std::collections::BTreeSet;

use portalis_lower_rust::rir;

use crate::uses::Uses;

/// What printing one file knows.
struct Cx {
    /// Its imports.
    uses: Uses,
    /// Variables that the function being printed binds, for its naming lints.
    bound: Vec<String>,
    /// Variables that any function binds.
    variables: BTreeSet<String>,
    /// Whether literals have their type: one of them is what a method is called on.
    types_floats: bool,
}

impl Cx {
    fn new(krate: &rir::Crate, variables: BTreeSet<String>) -> Self {
        Cx {
            uses: Uses::new(krate, variables),
            bound: Vec::new(),
            variables: BTreeSet::new(),
            types_floats: false,
        }
    }

    /// A variable is bound here.
    fn bind(&mut self, name: &str) {
        self.bound.push(name.to_owned());
        self.variables.insert(name.to_owned());
    }
}

/// The tree of the file.
pub(crate) fn file(krate: &rir::Crate) -> syn::File {
    // Once to learn the variables, which say what cannot be imported; once to print.
    let mut cx = Cx::new(krate, BTreeSet::new());
    item::file(&mut cx, krate);
    let variables = std::mem::take(&mut cx.variables);
    item::file(&mut Cx::new(krate, variables), krate)
}
