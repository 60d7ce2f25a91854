//! `print(*items, **options)`: `sep` and `end` are looked for in the dict when it runs.
//!
//! ```text
//! print(*items, **options)     output::check_print(&options);
//!                              … match options.get(&Str::from("sep")) { Some(value) => value, None => Str::from(" ") } …
//! ```

use portalis_hir::Arg;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::keywords::Unpacked;
use crate::represent::Repr;
use crate::rir::{Arm, Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// The dict behind `**` in a call of `print`, looked at in `block`; `None` where it never holds anything.
    pub(super) fn print_options(&mut self, args: &[Arg], block: &mut Block) -> Option<Unpacked> {
        let stars: Vec<_> = args
            .iter()
            .filter_map(|arg| if let Arg::DoubleStar(value) = arg { Some(*value) } else { None })
            .collect();
        let &[dict] = stars.as_slice() else {
            if !stars.is_empty() {
                self.unsupported_operation("`print` with `**` of two dicts");
            }
            return None;
        };
        let ty = self.type_of(dict);
        let value_ty = self.value_type(ty);
        if value_ty == BOT && matches!(self.cx.rep.atoms(ty).as_slice(), [(_, Atom::Cont(..))]) {
            self.effect(dict, block);
            return None;
        }
        // Text, `None`, what `flush` is given, and files.
        let is_plain = |(_, atom): &(_, Atom)| {
            matches!(atom, Atom::Str | Atom::None | Atom::Bool | Atom::File) || atom.is_int()
        };
        if !matches!(self.cx.rep.repr(ty), Repr::Dict(ref key, _) if **key == Repr::Str)
            || !self.cx.rep.atoms(value_ty).iter().all(is_plain)
        {
            self.unsupported_operation("`print` with `**` of this value");
            return None;
        }
        let value = self.value(dict);
        let held = self.hold_value("options", value, &mut block.stmts);
        let given = |name: &&str| {
            args.iter().any(|arg| matches!(arg, Arg::Keyword(keyword, _) if &**keyword == *name))
        };
        let names: Vec<&str> = ["sep", "end", "file", "flush"].into_iter().filter(given).collect();
        let names = Expr::Array(names.into_iter().map(|name| Expr::Str(name.to_owned())).collect()).by_ref();
        let options = Unpacked::of(held.clone(), ty);
        let takes_file = Expr::Bool(self.may_give_file(&options));
        let check = self.raising_call("dict", "check_print", vec![held.by_ref(), names, takes_file]);
        block.stmts.push(Stmt::Expr(check));
        Some(options)
    }

    /// Whether a file may be among the options.
    pub(super) fn may_give_file(&self, options: &Unpacked) -> bool {
        self.cx.rep.inferred.types.contains(self.value_type(options.ty()), &Atom::File)
    }

    /// Writes text to the file among the options, or prints it where there is none.
    pub(super) fn print_to_option(&mut self, options: &Unpacked, args: Vec<Expr>, mut block: Block) -> Expr {
        let format = Expr::Format { name: "format", first: None, text: "{}{}".to_owned(), args };
        let text = self.hold_value("text", format, &mut block.stmts);
        let (file, none) = (self.of(Atom::File), self.none_type());
        let to = self.cx.rep.inferred.types.join(file, none);
        let found = self.unpacked_entry("file", options, Expr::local("None"), to);
        let name = self.temp("file");
        let write = self.raising(Expr::local(name.clone()), "write", vec![text.clone().by_ref()]);
        let print = Expr::Format { name: "print", first: None, text: "{}".to_owned(), args: vec![text] };
        let arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Some"), vec![Pat::Bind(name, false)]),
                guard: None,
                body: crate::coerce::after(crate::coerce::drop_value(write), Expr::unit()),
            },
            Arm { pat: Pat::Path(Path::local("None")), guard: None, body: print },
        ];
        block.tail = Some(Box::new(Expr::Match(Box::new(found), arms)));
        Expr::Block(block)
    }

    /// The text of an option, or the usual one where the dict says nothing, or `None`.
    pub(super) fn print_option(&mut self, options: &Unpacked, name: &str, usual: &str) -> Expr {
        let (text, none) = (self.of(Atom::Str), self.none_type());
        let value_ty = self.value_type(options.ty());
        let to: TypeId = match self.cx.rep.inferred.types.contains(value_ty, &Atom::None) {
            true => self.cx.rep.inferred.types.join(text, none),
            false => text,
        };
        if to == text {
            return self.unpacked_entry(name, options, super::expr::str_literal(usual), text);
        }
        let found = self.unpacked_entry(name, options, Expr::local("None"), to);
        found.method("unwrap_or", vec![super::expr::str_literal(usual)])
    }
}
