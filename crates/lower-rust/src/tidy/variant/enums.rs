//! The enums of a file, and the patterns of their variants.

use rustc_hash::FxHashMap;

use crate::rir::{Item, Pat, Path, Ty};

/// The enums of a file: what each variant holds.
pub(in crate::tidy) struct Enums(FxHashMap<String, Vec<(String, Option<Ty>)>>);

impl Enums {
    pub(in crate::tidy) fn of(items: &[Item]) -> Self {
        let mut enums = FxHashMap::default();
        for item in items {
            let Item::Enum(item) = item else { continue };
            let variants = item.variants.iter().map(|variant| (variant.name.clone(), variant.ty.clone()));
            enums.insert(item.name.clone(), variants.collect());
        }
        Enums(enums)
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The variants of the enum that `variant` is of.
    fn siblings(&self, variant: &Path) -> Option<&[(String, Option<Ty>)]> {
        let Path::Assoc(of, _) = variant else { return None };
        let Path::Local(name) = &**of else { return None };
        self.0.get(name).map(Vec::as_slice)
    }

    /// What a variant holds.
    pub(super) fn held(&self, variant: &Path) -> Option<&Ty> {
        let siblings = self.siblings(variant)?;
        siblings.iter().find(|(name, _)| is_called(variant, name))?.1.as_ref()
    }

    /// The variants that are none of `covered`.
    pub(super) fn left(&self, covered: &[Path]) -> Option<Vec<Path>> {
        let Path::Assoc(of, _) = covered.first()? else { return None };
        let all = self.siblings(covered.first()?)?.iter();
        let left = all.filter(|(name, _)| !covered.iter().any(|path| is_called(path, name)));
        Some(left.map(|(name, _)| Path::Assoc(of.clone(), name.clone())).collect())
    }
}

fn is_called(variant: &Path, name: &str) -> bool {
    matches!(variant, Path::Assoc(_, own) if own == name)
}

/// `Shape::Circle`, of an enum of the file.
pub(super) fn is_variant(path: &Path) -> bool {
    matches!(path, Path::Assoc(of, _) if matches!(**of, Path::Local(_)))
}

/// The variants that a pattern is for.
pub(super) fn variants(pat: &Pat) -> Vec<&Path> {
    match pat {
        Pat::Call(path, _) | Pat::Path(path) => vec![path],
        Pat::Or(options) => options.iter().flat_map(variants).collect(),
        _ => Vec::new(),
    }
}

/// The variant with a value that a pattern is for, where it is one alone.
pub(super) fn only(pat: &Pat) -> Option<&Path> {
    match pat {
        Pat::Call(path, _) => Some(path),
        _ => None,
    }
}
