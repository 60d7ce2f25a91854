//! Classes that are made from their fields: data classes, enumerations, named tuples, namespaces.

pub(super) mod dataclass;
pub(super) mod dataclass_init;
pub(super) mod enumeration;
pub(super) mod field_factory;
pub(super) mod functional_enum;
pub(super) mod init_var;
pub(crate) mod named_tuple;
pub(super) mod namespaces;
mod shown_fields;
pub(super) mod unpacked_members;
