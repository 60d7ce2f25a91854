//! The order in which classes are asked for an attribute: C3 linearisation (Python 2.3, "The method resolution order").

use super::Walk;
use crate::builtins::builtin_base;
use crate::solve::ClassInfo;
use crate::ty::{Atom, AtomId, BOT, ClassRef, TypeId};

/// `class` and then its bases of the program in Python's order; `None` where there is no consistent one, which CPython
/// answers with a `TypeError`.
pub(crate) fn linearise(classes: &[ClassInfo], class: ClassRef, bases: &[ClassRef]) -> Option<Vec<ClassRef>> {
    let mut lists: Vec<Vec<ClassRef>> = bases.iter().map(|base| classes[base.index()].mro.clone()).collect();
    lists.push(bases.to_vec());
    merged(class, lists)
}

/// C3: the first head that stands in no tail, and so on.
fn merged<T: Copy + PartialEq>(first: T, mut lists: Vec<Vec<T>>) -> Option<Vec<T>> {
    let mut order = vec![first];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let is_in_tail = |head: &T| lists.iter().any(|list| list[1..].contains(head));
        let head = lists.iter().map(|list| list[0]).find(|head| !is_in_tail(head))?;
        order.push(head);
        for list in &mut lists {
            list.retain(|other| *other != head);
        }
    }
}

impl Walk<'_, '_> {
    /// `__bases__` and `__mro__` of a class whose statement names `bases`.
    pub(crate) fn parents(
        &mut self,
        class: ClassRef,
        mut bases: Vec<AtomId>,
    ) -> Option<(Vec<AtomId>, Vec<AtomId>)> {
        if bases.is_empty() {
            bases.push(self.s.types.atom(Atom::Builtin("object".into())));
        }
        let mut lists = Vec::new();
        for &base in &bases {
            lists.push(self.order_of(base)?);
        }
        lists.push(bases.clone());
        let own = self.s.types.atom(Atom::Class(class));
        Some((bases, merged(own, lists)?))
    }

    /// The order of a class that is known as a value.
    fn order_of(&mut self, class: AtomId) -> Option<Vec<AtomId>> {
        let object = self.s.types.atom(Atom::Builtin("object".into()));
        match self.s.types.get(class).clone() {
            Atom::Class(class) => self.s.classes[class.index()].parents.clone().map(|(_, order)| order),
            Atom::Builtin(name) if &*name == "object" => Some(vec![object]),
            Atom::Builtin(name) if &*name == "abc.ABC" => Some(vec![class, object]),
            Atom::ExcClass(name) => {
                let mut order = Vec::new();
                let mut here = Some(name.to_string());
                while let Some(name) = here {
                    here = builtin_base(&name).map(str::to_owned);
                    order.push(self.s.types.atom(Atom::ExcClass(name.as_str().into())));
                }
                order.push(object);
                Some(order)
            }
            _ => None,
        }
    }

    /// `__bases__`, `__base__`, `__mro__`, `__doc__` and `__module__` of a class, where they are known.
    pub(crate) fn class_fact(&mut self, class: ClassRef, name: &str) -> TypeId {
        let info = &self.s.classes[class.index()];
        let is_made = info.dataclass.is_some() || info.enumeration.is_some();
        let parents = info.parents.clone().filter(|_| info.enumeration.is_none());
        let definition = info.class;
        match (name, parents) {
            ("__bases__", Some((bases, _))) => self.tuple_of_classes(&bases),
            ("__mro__", Some((_, order))) => self.tuple_of_classes(&order),
            ("__base__", Some((bases, _))) => match bases.as_slice() {
                [base] => self.s.types.of_id(*base),
                _ => BOT,
            },
            ("__module__", _) => self.of(Atom::Str),
            // That of a dataclass or an enumeration may be made up.
            ("__doc__", _) => match &self.module()[definition].doc {
                Some(_) => self.of(Atom::Str),
                None if is_made => BOT,
                None => self.of(Atom::None),
            },
            _ => BOT,
        }
    }

    fn tuple_of_classes(&mut self, classes: &[AtomId]) -> TypeId {
        let items: Vec<TypeId> = classes.iter().map(|&class| self.s.types.of_id(class)).collect();
        self.of(Atom::Tuple(items.into()))
    }
}
