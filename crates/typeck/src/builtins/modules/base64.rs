//! `base64`, `binascii`, and the checksums of `zlib`.

use super::LibraryModule;

pub(super) const BASE64: LibraryModule =
    LibraryModule { name: "base64", rows: BASE64_ROWS, ..LibraryModule::EMPTY };

pub(super) const BINASCII: LibraryModule =
    LibraryModule { name: "binascii", rows: BINASCII_ROWS, by_code: &["Error"], ..LibraryModule::EMPTY };

pub(super) const ZLIB: LibraryModule =
    LibraryModule { name: "zlib", rows: ZLIB_ROWS, ..LibraryModule::EMPTY };

const BASE64_ROWS: &str = "
base64.b64encode(s: &buffer) -> bytes ; !TypeError => base64::b64encode
base64.standard_b64encode(s: &buffer) -> bytes ; !TypeError => base64::b64encode
base64.b64decode(s: &buffer|str) -> bytes ; !binascii.Error ValueError => base64::b64decode
base64.standard_b64decode(s: &buffer|str) -> bytes ; !binascii.Error ValueError => base64::b64decode
base64.urlsafe_b64encode(s: &buffer) -> bytes ; !TypeError => base64::urlsafe_b64encode
base64.urlsafe_b64decode(s: &buffer|str) -> bytes ; !binascii.Error ValueError => base64::urlsafe_b64decode
base64.b16encode(s: &buffer) -> bytes ; !TypeError => base64::b16encode
base64.b16decode(s: &buffer|str, casefold: bool = false) -> bytes ; !binascii.Error ValueError => base64::b16decode
base64.b32encode(s: &buffer) -> bytes ; !TypeError => base64::b32encode
base64.b32decode(s: &buffer|str, casefold: bool = false) -> bytes ; !binascii.Error ValueError => base64::b32decode
base64.b32hexencode(s: &buffer) -> bytes ; !TypeError => base64::b32hexencode
base64.b32hexdecode(s: &buffer|str, casefold: bool = false) -> bytes ; !binascii.Error ValueError => base64::b32hexdecode
base64.encodebytes(s: &buffer) -> bytes ; !TypeError => base64::encodebytes
base64.decodebytes(s: &buffer) -> bytes ; !binascii.Error TypeError => base64::decodebytes
base64.a85encode(b: &buffer, *, foldspaces: bool = false, wrapcol: int = 0, pad: bool = false, adobe: bool = false) -> bytes ; !TypeError => base85::a85encode
base64.a85decode(b: &buffer|str, *, foldspaces: bool = false, adobe: bool = false) -> bytes ; !ValueError => base85::a85decode
base64.b85encode(b: &buffer, pad: bool = false) -> bytes ; !TypeError => base85::b85encode
base64.b85decode(b: &buffer|str) -> bytes ; !ValueError => base85::b85decode
";

const BINASCII_ROWS: &str = "
binascii.hexlify(data: &buffer) -> bytes ; !TypeError => base64::hexlify
binascii.b2a_hex(data: &buffer) -> bytes ; !TypeError => base64::hexlify
binascii.unhexlify(hexstr: &buffer|str) -> bytes ; !binascii.Error ValueError => base64::unhexlify
binascii.a2b_hex(hexstr: &buffer|str) -> bytes ; !binascii.Error ValueError => base64::unhexlify
binascii.b2a_base64(data: &buffer, *, newline: bool = true) -> bytes ; !TypeError => base64::b2a_base64
binascii.a2b_base64(data: &buffer|str) -> bytes ; !binascii.Error ValueError => base64::b64decode
binascii.crc32(data: &buffer, crc: int = 0) -> nat ; !TypeError => base64::crc32
binascii.crc_hqx(data: &buffer, crc: int) -> nat ; !TypeError => base64::crc_hqx
";

const ZLIB_ROWS: &str = "
zlib.crc32(data: &buffer, value: int = 0) -> nat ; !TypeError => base64::crc32
zlib.adler32(data: &buffer, value: int = 1) -> nat ; !TypeError => base64::adler32
";
