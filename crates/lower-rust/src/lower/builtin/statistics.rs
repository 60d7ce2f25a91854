//! `statistics`: data that no function of the runtime takes as they are.

use portalis_hir::{Arg, ExprId, Name};
use portalis_typeck::ty::{BOT, TypeId};

use super::let_;
use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Stmt};

impl FnCx<'_, '_> {
    /// What a call does with data that are nothing, hold `None` or are no numbers; nothing where the runtime takes them.
    pub(super) fn special_data(&mut self, id: ExprId, name: &Name, args: &[Arg]) -> Option<(Expr, TypeId)> {
        let (data, about) = data_of_statistics(name, args)?;
        // What a mean of other things is depends on their types.
        let elem = self.iteration_type(self.type_of(data.value()));
        if elem == BOT && self.type_of(data.value()) != BOT {
            return Some((self.statistics_of_nothing(name, data.value()), BOT));
        }
        if let (true, Repr::Option(_)) = (takes_means(name), self.cx.rep.repr(elem)) {
            return Some(self.statistics_without_none(id, name, args, elem));
        }
        let about = about.map_or(BOT, |about| self.type_of(about.value()));
        let elem = self.cx.rep.inferred.types.join_all([elem, about]);
        let is_number = match self.cx.rep.repr(elem) {
            Repr::I64 | Repr::Big | Repr::Float | Repr::Num => true,
            Repr::Native("Fraction" | "Decimal") => &**name != "statistics.fmean",
            Repr::Bool => takes_means(name),
            _ => false,
        };
        if is_number {
            return None;
        }
        self.unsupported_operation(&format!("{name} of these data"));
        Some((Expr::unit(), self.type_of(id)))
    }

    /// What `statistics` says to data of which there never are any.
    fn statistics_of_nothing(&mut self, name: &str, data: ExprId) -> Expr {
        let function = name.trim_start_matches("statistics.");
        let message = match function {
            "median" => "no median for empty data".to_owned(),
            "stdev" | "variance" => format!("{function} requires at least two data points"),
            _ => format!("{function} requires at least one data point"),
        };
        let mut block = Block::default();
        self.for_each(data, &mut block, &mut |_, _, _, _| {});
        block.stmts.push(Stmt::Expr(self.throw_message("statistics.StatisticsError", &message)));
        Expr::Block(block)
    }

    /// A mean of data that may be `None`, which is no number.
    fn statistics_without_none(
        &mut self,
        id: ExprId,
        name: &Name,
        args: &[Arg],
        elem: TypeId,
    ) -> (Expr, TypeId) {
        let Some(data) = args.first().map(Arg::value) else { return (Expr::unit(), BOT) };
        let number = self.without_none(elem);
        let list_ty = self.list_of(number);
        let (numbers, held) = (self.temp("numbers"), self.temp("data"));
        let empty = self.empty_container("List", list_ty);
        let mut stmts = vec![let_(&numbers, empty)];
        let mut block = Block::default();
        self.for_each(data, &mut block, &mut |cx, item, ty, body| {
            let value = cx.dispatch(item, ty, number, &mut |cx, item, one, _| match cx.cx.rep.repr(one) {
                Repr::Unit => {
                    let message = "can't convert type 'NoneType' to numerator/denominator";
                    (cx.throw_message("TypeError", message), BOT)
                }
                _ => (item, one),
            });
            let append = Expr::local(numbers.clone()).method("append", vec![value]);
            body.stmts.push(Stmt::Expr(append));
        });
        stmts.append(&mut block.stmts);
        stmts.push(let_(&held, Expr::local(numbers)));
        self.stand_ins.push((data, held, list_ty));
        let (value, ty) = self.call_builtin(id, name, args);
        self.stand_ins.pop();
        (Expr::Block(Block { stmts, tail: Some(Box::new(value)) }), ty)
    }
}

/// The data of a function of `statistics`, and the mean that it is given.
fn data_of_statistics<'a>(name: &str, args: &'a [Arg]) -> Option<(&'a Arg, Option<&'a Arg>)> {
    let about = args.get(1).filter(|_| takes_means(name));
    match name {
        "statistics._normal_quantile" => None,
        "statistics._sums_ratio" => args.get(1).map(|data| (data, None)),
        name if name.starts_with("statistics.") => args.first().map(|data| (data, about)),
        _ => None,
    }
}

/// Whether a function of `statistics` only adds its data up.
fn takes_means(name: &str) -> bool {
    matches!(
        name,
        "statistics.mean"
            | "statistics.variance"
            | "statistics.pvariance"
            | "statistics.stdev"
            | "statistics.pstdev"
    )
}
