//! A value of several kinds that was asked for its kind is opened once, where it was asked.
//!
//! ```text
//! if matches!(s, Shape::Circle(_)) {                      match &s {
//!     3.14 * match s.clone() {                                Shape::Circle(s) => 3.14 * s.r,
//!         Shape::Circle(value) => value,                      Shape::Rect(s) if s.w == s.h => 0.0,
//!         _ => unreachable!(…),                               _ => 1.0,
//!     }.r                                                 }
//! } else if matches!(s, Shape::Rect(_)) && … { 0.0 } else { 1.0 }
//!
//! if !matches!(s, Shape::Circle(_)) { return; }           let Shape::Circle(s) = &s else { return };
//! matches!(s, Shape::Circle(_)) && f(match …)             if let Shape::Circle(s) = &s { f(s) } else { false }
//! ```
//!
//! The variable stays as it is where something assigns it meanwhile, or where a closure holds it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::narrow::CONSUMING;
use super::own::is_copy;
use super::resolve::{captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_stmt};
use crate::rir::{Arm, BinOp, Block, Expr, Fn, Item, Pat, Path, Stmt, Ty, UnOp};

/// Opens the variables of `func`.
pub(super) fn run(func: &mut Fn, enums: &Enums) {
    if enums.0.is_empty() {
        return;
    }
    let references = func.params.iter().filter(|param| matches!(param.ty, Ty::Ref(_)));
    let mut variants = Variants {
        enums,
        count: 0,
        held: captured(&func.body),
        references: references.map(|param| param.name.clone()).collect(),
        owned: owned(func),
    };
    variants.block(&mut func.body);
    if variants.count > 0 {
        Lent.block(&mut func.body);
    }
}

/// The variables of `func` that are declared with a type that is no reference.
fn owned(func: &Fn) -> FxHashSet<String> {
    #[derive(Default)]
    struct Owned(FxHashSet<String>);
    impl Owned {
        fn add(&mut self, name: &str, ty: &Ty) {
            if !matches!(ty, Ty::Ref(_) | Ty::RefMut(_)) {
                self.0.insert(name.to_owned());
            }
        }
    }
    impl Visit for Owned {
        fn stmt(&mut self, stmt: &Stmt) {
            if let Stmt::Let { pat: Pat::Bind(name, _), ty: Some(ty), .. } = stmt {
                self.add(name, ty);
            }
            walk_stmt(self, stmt);
        }
        fn expr(&mut self, expr: &Expr) {
            if let Expr::For(_, Pat::Bind(name, _), items, _) = expr
                && matches!(&**items, Expr::Method(_, method, _, _) if method == "cloned")
            {
                self.0.insert(name.clone());
            }
            walk_expr(self, expr);
        }
    }
    let mut found = Owned::default();
    func.params.iter().for_each(|param| found.add(&param.name, &param.ty));
    found.block(&func.body);
    found.0
}

/// The enums of a file: what each variant holds.
pub(super) struct Enums(FxHashMap<String, Vec<(String, Option<Ty>)>>);

impl Enums {
    pub(super) fn of(items: &[Item]) -> Self {
        let mut enums = FxHashMap::default();
        for item in items {
            let Item::Enum(item) = item else { continue };
            let variants = item.variants.iter().map(|variant| (variant.name.clone(), variant.ty.clone()));
            enums.insert(item.name.clone(), variants.collect());
        }
        Enums(enums)
    }

    /// The variants of the enum that `variant` is of.
    fn siblings(&self, variant: &Path) -> Option<&[(String, Option<Ty>)]> {
        let Path::Assoc(of, _) = variant else { return None };
        let Path::Local(name) = &**of else { return None };
        self.0.get(name).map(Vec::as_slice)
    }

    /// What a variant holds.
    fn held(&self, variant: &Path) -> Option<&Ty> {
        let siblings = self.siblings(variant)?;
        siblings.iter().find(|(name, _)| is_called(variant, name))?.1.as_ref()
    }

    /// The variants that are none of `covered`.
    fn left(&self, covered: &[Path]) -> Option<Vec<Path>> {
        let Path::Assoc(of, _) = covered.first()? else { return None };
        let all = self.siblings(covered.first()?)?.iter();
        let left = all.filter(|(name, _)| !covered.iter().any(|path| is_called(path, name)));
        Some(left.map(|(name, _)| Path::Assoc(of.clone(), name.clone())).collect())
    }
}

fn is_called(variant: &Path, name: &str) -> bool {
    matches!(variant, Path::Assoc(_, own) if own == name)
}

struct Variants<'e> {
    enums: &'e Enums,
    count: u32,
    /// Variables of closures.
    held: FxHashSet<String>,
    /// Parameters that are references.
    references: FxHashSet<String>,
    /// Variables that are declared as values.
    owned: FxHashSet<String>,
}

/// A branch of a chain that asks a variable for its kind.
#[derive(Clone)]
struct Case {
    pat: Pat,
    guard: Option<Expr>,
    body: Block,
}

/// A chain: the variable, the branches, and what follows where none is taken.
struct Chain {
    name: String,
    cases: Vec<Case>,
    rest: Option<Block>,
}

impl VisitMut for Variants<'_> {
    fn block(&mut self, block: &mut Block) {
        self.refusals(block);
        self.ways_out(block);
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        if let Some(opened) = chain(expr).and_then(|chain| self.open_chain(chain)) {
            *expr = opened;
        } else if let Expr::If(test, then, otherwise) = expr {
            // An `if let` is no test of an `if`.
            self.test(test);
            self.block(then);
            return otherwise.iter_mut().for_each(|otherwise| self.expr(otherwise));
        }
        let opened = match expr {
            Expr::Binary(BinOp::And, ..) => self.open_both(expr),
            _ => None,
        };
        if let Some(opened) = opened {
            *expr = opened;
        }
        walk_expr_mut(self, expr);
    }
}

impl Variants<'_> {
    fn test(&mut self, test: &mut Expr) {
        match test {
            Expr::Binary(BinOp::And, left, right) => {
                self.test(left);
                self.test(right);
            }
            other => self.expr(other),
        }
    }

    /// `if !matches!(x, A(_)) { out }` in a block opens `x` for what follows.
    fn refusals(&mut self, block: &mut Block) {
        for at in 0..block.stmts.len() {
            let Stmt::Expr(Expr::If(test, out, None)) = &block.stmts[at] else { continue };
            let Expr::Unary(UnOp::Not, asked) = &**test else { continue };
            let Some((name, pat)) = asks(asked) else { continue };
            if !out.diverges() {
                continue;
            }
            let rest = Block { stmts: block.stmts[at + 1..].to_vec(), tail: block.tail.clone() };
            let mut chain = Chain { name, cases: vec![Case { pat, guard: None, body: rest }], rest: None };
            let (Some(value), Some(case)) = (self.open(&mut chain), chain.cases.pop()) else { continue };
            let out = out.clone();
            block.stmts.truncate(at);
            block.stmts.push(Stmt::LetElse(case.pat, Box::new(value), out));
            block.stmts.extend(case.body.stmts);
            block.tail = case.body.tail;
        }
    }

    /// Several `if matches!(x, …) { return … }` in a row are one `match`; so is what follows where it is for one kind alone.
    fn ways_out(&mut self, block: &mut Block) {
        let mut at = 0;
        while at < block.stmts.len() {
            let Some((mut found, n)) = row(&block.stmts[at..]) else {
                at += 1;
                continue;
            };
            let rest = Block { stmts: block.stmts[at + n..].to_vec(), tail: block.tail.clone() };
            let is_short = rest.stmts.len() + usize::from(rest.tail.is_some()) == 1
                && (rest.tail.is_some() || rest.diverges());
            let takes_rest = self.opens_what_is_left(&found, &rest) || (is_short && found.cases.len() > 1);
            if takes_rest {
                found.rest = Some(rest);
            } else if found.cases.len() == 1 {
                at += 1;
                continue;
            }
            let Some(opened) = self.open_chain(found) else {
                at += 1;
                continue;
            };
            if takes_rest {
                block.stmts.truncate(at);
                block.tail = Some(Box::new(opened));
            } else {
                block.stmts.splice(at..at + n, [Stmt::Expr(opened)]);
            }
            at += 1;
        }
    }

    /// `matches!(x, A(_)) && …`.
    fn open_both(&mut self, expr: &Expr) -> Option<Expr> {
        let mut links = Vec::new();
        conjuncts(expr, &mut links);
        let at = links.iter().position(|link| asks(link).is_some())?;
        let (name, pat) = asks(links[at])?;
        let last = joined(links[at + 1..].iter().map(|link| (*link).clone()))?;
        let case = Case { pat, guard: None, body: Block::of(last) };
        let rest = Some(Block::of(Expr::Bool(false)));
        let opened = self.open_chain(Chain { name, cases: vec![case], rest })?;
        let before = joined(links[..at].iter().map(|link| (*link).clone()));
        Some(match before {
            Some(before) => Expr::binary(BinOp::And, before, opened),
            None => opened,
        })
    }

    /// The `match` or `if let` of a chain, where something opens its variable.
    fn open_chain(&mut self, mut chain: Chain) -> Option<Expr> {
        let value = Box::new(self.open(&mut chain)?);
        let is_all = self.left(&chain).is_some_and(|left| left.is_empty());
        let rest = chain.rest.filter(|_| !is_all);
        if let [Case { guard: None, .. }] = chain.cases.as_slice()
            && !is_all
        {
            let case = chain.cases.remove(0);
            let rest = rest.map(|rest| Box::new(Expr::Block(rest)));
            return Some(Expr::IfLet(case.pat, value, case.body, rest));
        }
        let arm = |case: Case| Arm { pat: case.pat, guard: case.guard, body: super::body_of_arm(case.body) };
        let mut arms: Vec<Arm> = chain.cases.into_iter().map(arm).collect();
        if !is_all {
            let body = rest.map_or_else(|| Expr::Block(Block::default()), super::body_of_arm);
            arms.push(Arm { pat: Pat::Wild, guard: None, body });
        }
        Some(Expr::Match(value, arms))
    }

    /// The kinds that no branch of a chain is for.
    fn left(&self, chain: &Chain) -> Option<Vec<Path>> {
        let certain = chain.cases.iter().filter(|case| case.guard.is_none());
        let covered: Vec<Path> = certain.flat_map(|case| variants(&case.pat)).cloned().collect();
        self.enums.left(&covered)
    }

    /// The one kind that what follows a chain is for, where it is opened there.
    fn opens_what_is_left(&self, chain: &Chain, rest: &Block) -> bool {
        let left = self.left(chain).unwrap_or_default();
        let [variant] = left.as_slice() else { return false };
        let mut uses = Uses::of(&chain.name, Some(variant));
        uses.block(rest);
        uses.n_opened > 0 && !uses.is_changed
    }

    /// Opens the variable of a chain in its branches; what is to be matched, where something opens it.
    fn open(&mut self, chain: &mut Chain) -> Option<Expr> {
        let name = chain.name.clone();
        if self.held.contains(&name) {
            return None;
        }
        if let Some(rest) = chain.rest.take_if(|rest| !rest.stmts.is_empty() || rest.tail.is_some()) {
            let left = self.left(chain).unwrap_or_default();
            if let [variant] = left.as_slice()
                && self.opens_what_is_left(chain, &rest)
            {
                let pat = Pat::Call(variant.clone(), vec![Pat::Wild]);
                chain.cases.push(Case { pat, guard: None, body: rest });
            } else {
                chain.rest = Some(rest);
            }
        }
        let (mut n_opened, mut n_bare) = (0, 0);
        for case in &chain.cases {
            let mut uses = Uses::of(&name, only(&case.pat));
            case.guard.iter().for_each(|guard| uses.expr(guard));
            uses.block(&case.body);
            if uses.is_changed && uses.n_opened > 0 {
                return None;
            }
            n_opened += uses.n_opened;
            n_bare += uses.n_bare;
        }
        // What takes the value out of the variable takes it out of the pattern.
        let is_moved = n_bare == n_opened;
        if n_opened == 0 || (!is_moved && n_bare > 0 && !self.owned.contains(&name)) {
            return None;
        }
        for case in &mut chain.cases {
            let Some(variant) = only(&case.pat).cloned() else { continue };
            self.count += 1;
            let inner = format!("{name}.v{}", self.count);
            let is_copied = self.enums.held(&variant).is_some_and(is_copy);
            let mut open =
                Open { name: &name, variant: &variant, inner: &inner, is_moved, is_copied, n_opened: 0 };
            case.guard.iter_mut().for_each(|guard| open.expr(guard));
            open.block(&mut case.body);
            if open.n_opened > 0 {
                case.pat = Pat::Call(variant, vec![Pat::Bind(inner, false)]);
            }
        }
        let is_lent = !is_moved && !self.references.contains(&name);
        Some(if is_lent { Expr::local(name).by_ref() } else { Expr::local(name) })
    }
}

/// The chain of an `if`.
fn chain(expr: &Expr) -> Option<Chain> {
    let Expr::If(test, then, otherwise) = expr else { return None };
    let (name, case) = branch(test, then)?;
    let mut found = Chain { name, cases: vec![case], rest: None };
    let mut next = otherwise.as_deref().map(super::link);
    while let Some(one) = next {
        match one {
            Expr::If(test, then, otherwise)
                if let Some((_, case)) = branch(test, then).filter(|(name, _)| *name == found.name) =>
            {
                found.cases.push(case);
                next = otherwise.as_deref().map(super::link);
            }
            Expr::Block(block) => {
                found.rest = Some(block.clone());
                break;
            }
            other => {
                found.rest = Some(Block::of(other.clone()));
                break;
            }
        }
    }
    Some(found)
}

/// The chains that `stmts` start with, each of which leaves, as one, and how many they are.
fn row(stmts: &[Stmt]) -> Option<(Chain, usize)> {
    let mut whole: Option<Chain> = None;
    let mut n = 0;
    for stmt in stmts {
        let Stmt::Expr(expr @ Expr::If(..)) = stmt else { break };
        let Some(next) = chain(expr) else { break };
        if next.rest.is_some() || !next.cases.iter().all(|case| case.body.diverges()) {
            break;
        }
        match &mut whole {
            None => whole = Some(next),
            Some(whole) if whole.name == next.name => whole.cases.extend(next.cases),
            Some(_) => break,
        }
        n += 1;
    }
    whole.map(|whole| (whole, n))
}

/// The branch of `if matches!(x, …) && …`, and its variable.
fn branch(test: &Expr, then: &Block) -> Option<(String, Case)> {
    let mut links = Vec::new();
    conjuncts(test, &mut links);
    let (name, pat) = asks(links.first()?)?;
    let guard = joined(links[1..].iter().map(|link| (*link).clone()));
    Some((name, Case { pat, guard, body: then.clone() }))
}

/// The links of a chain of `&&`, in order.
fn conjuncts<'e>(expr: &'e Expr, links: &mut Vec<&'e Expr>) {
    match expr {
        Expr::Binary(BinOp::And, left, right) => {
            conjuncts(left, links);
            conjuncts(right, links);
        }
        other => links.push(other),
    }
}

fn joined(links: impl Iterator<Item = Expr>) -> Option<Expr> {
    links.reduce(|left, right| Expr::binary(BinOp::And, left, right))
}

/// The variable and the kinds of `matches!(x, …)`.
fn asks(test: &Expr) -> Option<(String, Pat)> {
    let Expr::Matches(value, pat) = test else { return None };
    let is_kind = |pat: &Pat| match pat {
        Pat::Call(path, parts) => is_variant(path) && parts.iter().all(|part| matches!(part, Pat::Wild)),
        Pat::Path(path) => is_variant(path),
        _ => false,
    };
    let are_kinds = match pat {
        Pat::Or(options) => options.iter().all(is_kind),
        pat => is_kind(pat),
    };
    if !are_kinds {
        return None;
    }
    if let Some(name) = variable(value) {
        return Some((name.to_owned(), pat.clone()));
    }
    // Of what was made with fewer kinds.
    let Expr::Match(whole, arms) = &**value else { return None };
    let name = variable(whole.clone_of().unwrap_or(whole))?;
    let widened = |path: &Path| {
        arms.iter().find_map(|arm| match (&arm.pat, &arm.body) {
            (Pat::Call(from, _), Expr::Call(to, _)) if matches!(&**to, Expr::Path(to) if to == path) => {
                Some(from.clone())
            }
            _ => None,
        })
    };
    let of = |pat: &Pat| match pat {
        Pat::Call(path, parts) => Some(Pat::Call(widened(path)?, parts.clone())),
        _ => None,
    };
    let pat = match pat {
        Pat::Or(options) => Pat::Or(options.iter().map(of).collect::<Option<Vec<Pat>>>()?),
        pat => of(pat)?,
    };
    Some((name.to_owned(), pat))
}

/// `Shape::Circle`, of an enum of the file.
fn is_variant(path: &Path) -> bool {
    matches!(path, Path::Assoc(of, _) if matches!(**of, Path::Local(_)))
}

/// The variants that a pattern is for.
fn variants(pat: &Pat) -> Vec<&Path> {
    match pat {
        Pat::Call(path, _) | Pat::Path(path) => vec![path],
        Pat::Or(options) => options.iter().flat_map(variants).collect(),
        _ => Vec::new(),
    }
}

/// The variant with a value that a pattern is for, where it is one alone.
fn only(pat: &Pat) -> Option<&Path> {
    match pat {
        Pat::Call(path, _) => Some(path),
        _ => None,
    }
}

/// The arm of `match x { … }` that is taken where `x` is a `variant`, and whether `x` is left behind.
fn arm_of<'e>(expr: &'e Expr, name: &str, variant: Option<&Path>) -> Option<(&'e str, &'e Expr, bool)> {
    let Expr::Match(value, arms) = expr else { return None };
    let whole = value.clone_of();
    if variable(whole.unwrap_or(value)) != Some(name) {
        return None;
    }
    let is_plain =
        |arm: &Arm| arm.guard.is_none() && matches!(arm.pat, Pat::Call(..) | Pat::Path(_) | Pat::Wild);
    let taken = arms.iter().find(|arm| only(&arm.pat) == variant)?;
    match &taken.pat {
        Pat::Call(_, parts) if arms.iter().all(is_plain) => match parts.as_slice() {
            [Pat::Bind(held, false)] => Some((held, &taken.body, whole.is_none())),
            _ => None,
        },
        _ => None,
    }
}

/// How a variable is used where it is a `variant`.
struct Uses<'n> {
    name: &'n str,
    variant: Option<&'n Path>,
    n_opened: u32,
    /// How many of those take it as it is.
    n_bare: u32,
    /// Whether it may be another value afterwards, or is used in a way that is not known.
    is_changed: bool,
}

impl<'n> Uses<'n> {
    fn of(name: &'n str, variant: Option<&'n Path>) -> Self {
        Uses { name, variant, n_opened: 0, n_bare: 0, is_changed: false }
    }

    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(self.name)
    }
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        if self.variant.is_some()
            && let Some((_, body, is_bare)) = arm_of(expr, self.name, self.variant)
        {
            self.n_opened += 1;
            self.n_bare += u32::from(is_bare);
            return self.expr(body);
        }
        match expr {
            // Read as a whole.
            Expr::Ref(value) | Expr::Matches(value, _) if self.is_it(value) => {}
            Expr::Method(value, name, _, args)
                if self.is_it(value) && !CONSUMING.contains(&name.as_str()) =>
            {
                args.iter().for_each(|arg| self.expr(arg));
            }
            _ => {
                self.is_changed |= self.is_it(expr);
                walk_expr(self, expr);
            }
        }
    }
}

/// A loop does not clone what is only opened: `for x in xs.iter().cloned() { match &x { … } }` is `for x in xs.iter() { match x { … } }`.
struct Lent;

impl VisitMut for Lent {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Expr::For(_, Pat::Bind(name, false), items, body) = expr else { return };
        let Expr::Method(lent, cloned, _, _) = &mut **items else { return };
        if cloned != "cloned" || !matches!(&**lent, Expr::Method(_, iter, _, _) if iter == "iter") {
            return;
        }
        let mut opened = Opened { name, n_opened: 0, is_kept: false };
        opened.block(body);
        if opened.n_opened > 0 && !opened.is_kept {
            **items = std::mem::replace(lent, Expr::unit());
            AsItIs(name).block(body);
        }
    }
}

/// Whether a variable is opened by reference, and used otherwise in ways that are as good for a reference.
struct Opened<'n> {
    name: &'n str,
    n_opened: u32,
    is_kept: bool,
}

impl Visit for Opened<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Match(value, arms) if is_lent(value, self.name) => {
                self.n_opened += 1;
                arms.iter().for_each(|arm| self.arm(arm));
            }
            Expr::IfLet(_, value, then, otherwise) if is_lent(value, self.name) => {
                self.n_opened += 1;
                self.block(then);
                otherwise.iter().for_each(|otherwise| self.expr(otherwise));
            }
            Expr::Method(value, name, _, args)
                if variable(value) == Some(self.name)
                    && name != "clone"
                    && !CONSUMING.contains(&name.as_str()) =>
            {
                args.iter().for_each(|arg| self.expr(arg));
            }
            _ => {
                self.is_kept |= variable(expr) == Some(self.name);
                walk_expr(self, expr);
            }
        }
    }
}

/// Whether it is `&name`.
fn is_lent(value: &Expr, name: &str) -> bool {
    matches!(value, Expr::Ref(value) if variable(value) == Some(name))
}

/// `&x`, where `x` is a reference.
struct AsItIs<'n>(&'n str);

impl VisitMut for AsItIs<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if is_lent(expr, self.0) {
            *expr = Expr::local(self.0);
        }
        walk_expr_mut(self, expr);
    }
}

/// Takes what a pattern bound where the variable was opened.
struct Open<'a> {
    name: &'a str,
    variant: &'a Path,
    inner: &'a str,
    is_moved: bool,
    is_copied: bool,
    n_opened: u32,
}

impl Open<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(self.inner)
    }

    /// Puts what the pattern bound where the variable was opened.
    fn take(&mut self, expr: &mut Expr) {
        if let Some((held, body, _)) = arm_of(expr, self.name, Some(self.variant)) {
            let held = held.to_owned();
            let mut body = body.clone();
            rename(&mut body, &held, self.inner);
            self.n_opened += 1;
            *expr = body;
        }
    }

    /// The value on its own.
    fn whole(&self) -> Expr {
        let inner = Expr::local(self.inner);
        match (self.is_moved, self.is_copied) {
            (true, _) => inner,
            (false, true) => inner.deref(),
            (false, false) => inner.cloned(),
        }
    }
}

impl VisitMut for Open<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        self.take(expr);
        if expr.clone_of().and_then(variable) == Some(self.name) && !self.is_moved {
            // The whole again.
            self.n_opened += 1;
            *expr = Expr::call(self.variant.clone(), vec![self.whole()]);
            return;
        }
        if let Expr::Method(value, ..)
        | Expr::Field(value, _)
        | Expr::TupleField(value, _)
        | Expr::Ref(value) = expr
        {
            self.take(value);
        }
        match expr {
            Expr::Method(value, name, _, args)
                if self.is_it(value) && !CONSUMING.contains(&name.as_str()) =>
            {
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Field(value, _) | Expr::TupleField(value, _) if self.is_it(value) => {}
            Expr::Ref(value) if self.is_it(value) && !self.is_moved => *expr = Expr::local(self.inner),
            Expr::Ref(value) if self.is_it(value) => {}
            _ if self.is_it(expr) => *expr = self.whole(),
            _ => walk_expr_mut(self, expr),
        }
    }
}

fn rename(expr: &mut Expr, from: &str, to: &str) {
    struct Rename<'a>(&'a str, &'a str);
    impl VisitMut for Rename<'_> {
        fn expr(&mut self, expr: &mut Expr) {
            if let Expr::Path(Path::Local(name)) = expr
                && name == self.0
            {
                self.1.clone_into(name);
            }
            walk_expr_mut(self, expr);
        }
    }
    Rename(from, to).expr(expr);
}
