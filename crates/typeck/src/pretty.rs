//! The textual form of what inference found: each live instance with its parameters, variables and result.

use std::fmt::Write;

use portalis_hir::Module;

use crate::describe::{Path, Tables, describe_type};
use crate::ty::TypeId;
use crate::unify::Inferred;

impl Inferred {
    /// A type for people.
    #[must_use]
    pub fn describe(&self, module: &Module, ty: TypeId) -> String {
        let tables = Tables { module, types: &self.types, cells: &self.cells, classes: &self.classes };
        describe_type(tables, ty, &mut Path::default())
    }

    /// A type as a message shows it.
    #[must_use]
    pub fn describe_briefly(&self, module: &Module, ty: TypeId) -> String {
        let tables = Tables { module, types: &self.types, cells: &self.cells, classes: &self.classes };
        describe_type(tables, ty, &mut Path::shown())
    }

    /// One block per live instance, in order of creation.
    #[must_use]
    pub fn pretty(&self, module: &Module) -> String {
        let mut out = String::new();
        for &inst in &self.live {
            let data = &self.insts[inst.index()];
            let func = &module[data.func];
            let params: Vec<String> = func
                .params
                .iter()
                .zip(&data.params)
                .map(|(param, &ty)| format!("{}: {}", module[param.local].name, self.describe(module, ty)))
                .collect();
            let ret = self.describe(module, data.ret);
            let _ = writeln!(out, "{}({}) -> {ret}", func.qualname, params.join(", "));
            for local in &func.locals {
                if let Some(&ty) = data.locals.get(local) {
                    let _ = writeln!(out, "    {}: {}", module[*local].name, self.describe(module, ty));
                }
            }
        }
        out
    }
}
