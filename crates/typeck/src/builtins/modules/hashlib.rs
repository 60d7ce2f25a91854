//! `hashlib`.

use super::{LibraryModule, Native};

pub(super) const HASHLIB: LibraryModule = LibraryModule {
    name: "hashlib",
    rows: ROWS,
    natives: &[Native { name: "HASH", module: "_hashlib", runtime: "hashlib::Hash", has_functions: false }],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
hashlib.md5() -> HASH => hashlib::empty_md5
hashlib.md5(string: &buffer) -> HASH ; !TypeError => hashlib::md5
hashlib.sha1() -> HASH => hashlib::empty_sha1
hashlib.sha1(string: &buffer) -> HASH ; !TypeError => hashlib::sha1
hashlib.sha224() -> HASH => hashlib::empty_sha224
hashlib.sha224(string: &buffer) -> HASH ; !TypeError => hashlib::sha224
hashlib.sha256() -> HASH => hashlib::empty_sha256
hashlib.sha256(string: &buffer) -> HASH ; !TypeError => hashlib::sha256
hashlib.sha384() -> HASH => hashlib::empty_sha384
hashlib.sha384(string: &buffer) -> HASH ; !TypeError => hashlib::sha384
hashlib.sha512() -> HASH => hashlib::empty_sha512
hashlib.sha512(string: &buffer) -> HASH ; !TypeError => hashlib::sha512
hashlib.new(name: str) -> HASH ; !ValueError => hashlib::new_empty
hashlib.new(name: str, data: &buffer) -> HASH ; !ValueError => hashlib::new

HASH.name: str => name
HASH.digest_size: nat => digest_size
HASH.block_size: nat => block_size
HASH.update(data: &buffer) -> none ; !TypeError => update
HASH.digest() -> bytes => digest
HASH.hexdigest() -> str => hexdigest
HASH.copy() -> HASH => copy
";
