//! What a library gives its host: functions of numbers under their Python names.
//!
//! A function of numbers is called as it is by any WebAssembly host. All other public functions and classes are there for
//! Rust, which links the library as a crate.

use std::collections::BTreeSet;

use portalis_hir::{FuncKind, Scope};
use portalis_typeck::HOST;
use portalis_typeck::Inferred;
use portalis_typeck::ty::InstId;

use super::Cx;
use crate::represent::Repr;
use crate::rir::{Block, Export, Expr, Item, Path, Ty};

/// The instances that the host calls.
pub(super) fn exported(inferred: &Inferred) -> BTreeSet<InstId> {
    let is_hosted = |role: &str| role.split('.').next() == Some(HOST);
    let calls = &inferred.insts[0].calls;
    calls.iter().filter(|((site, _), _)| is_hosted(&site.role)).map(|(_, &target)| target).collect()
}

impl Cx<'_> {
    /// `portalis_rt::export!` of the functions of numbers, and the module body where it does anything.
    pub(super) fn emit_exports(&mut self) {
        let import = self.keep_body();
        let mut functions: Vec<Export> = Vec::new();
        for inst in self.exported.clone() {
            functions.extend(self.export(inst));
        }
        if !functions.is_empty() {
            self.items.push(Item::Export { import, functions });
        }
    }

    /// Gives the constructors that the host calls the plain name `new`.
    pub(super) fn name_constructors(&mut self) {
        for inst in self.exported.clone() {
            let func = self.rep.inferred.insts[inst.index()].func;
            if &*self.module[func].name == "__init__"
                && let Some(object) = self.callees.get(&inst).and_then(|callee| callee.object)
            {
                self.new_fn(object, inst);
            }
        }
    }

    /// Drops a module body that does nothing; the name of one that does.
    fn keep_body(&mut self) -> Option<String> {
        let is_body = |item: &Item| matches!(item, Item::Fn(function) if function.name == "program");
        let at = self.items.iter().position(is_body)?;
        let Item::Fn(body) = &mut self.items[at] else { return None };
        if is_empty(&body.body) {
            self.items.remove(at);
            self.callees.retain(|_, callee| callee.object.is_some() || callee.name != "program");
            return None;
        }
        body.is_pub = true;
        body.doc = Some("The module body, as `import` runs it: once, before anything else.".to_owned());
        Some(body.name.clone())
    }

    /// The signature of a function of numbers at module level.
    fn export(&mut self, inst: InstId) -> Option<Export> {
        let module = self.module;
        let data = self.rep.inferred.insts[inst.index()].clone();
        let func = &module[data.func];
        if func.kind != FuncKind::Def || func.parent != Some(Scope::Func(module.body)) || func.runs_later() {
            return None;
        }
        let mut params = Vec::new();
        for (param, &ty) in func.params.iter().zip(&data.params) {
            params.push((self.rust_name(param.local), self.scalar(ty)?));
        }
        let ret = match self.rep.repr(data.ret) {
            Repr::Big => Ty::path(Path::local("i64")),
            Repr::Num => Ty::path(Path::local("f64")),
            _ => self.scalar(data.ret)?,
        };
        Some((self.callees.get(&inst)?.name.clone(), params, ret))
    }

    /// The type of a value that WebAssembly passes as it is.
    fn scalar(&mut self, ty: portalis_typeck::ty::TypeId) -> Option<Ty> {
        let repr = self.rep.repr(ty);
        matches!(repr, Repr::I64 | Repr::Float | Repr::Bool | Repr::Unit).then(|| self.rep.ty(&repr))
    }
}

fn is_empty(block: &Block) -> bool {
    block.stmts.is_empty()
        && block.tail.as_ref().is_none_or(|tail| matches!(&**tail, Expr::Tuple(items) if items.is_empty()))
}
