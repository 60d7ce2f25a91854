//! What classes say of themselves: bases, metaclasses, descriptors, properties, `__new__`, `__class_getitem__`, special attributes.

pub(super) mod abstract_bases;
pub(super) mod abstract_decorators;
mod attribute_order;
pub(super) mod bare_objects;
pub(super) mod base_call;
pub(super) mod class_getitem;
pub(super) mod class_order;
pub(super) mod class_unions;
pub(super) mod copy_methods;
pub(super) mod descriptors;
pub(super) mod enclosing_variables;
mod handed_dicts;
pub(super) mod instance_dict;
pub(super) mod late_methods;
pub(super) mod mapping_formats;
pub(super) mod metaclasses;
pub(super) mod missing_answers;
pub(super) mod missing_keys;
pub(super) mod new_method;
pub(super) mod object_equality;
pub(super) mod properties;
pub(super) mod runtime_protocols;
pub(super) mod special_attributes;
pub(super) mod subclasses;
pub(super) mod total_ordering;
pub(super) mod unchecked_protocols;
pub(super) mod value_init;
