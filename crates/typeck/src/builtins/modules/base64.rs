//! `base64`, `binascii`, and the checksums of `zlib`.

use super::LibraryModule;

pub(super) const BASE64: LibraryModule =
    LibraryModule { name: "base64", rows: BASE64_ROWS, ..LibraryModule::EMPTY };

pub(super) const BINASCII: LibraryModule =
    LibraryModule { name: "binascii", rows: BINASCII_ROWS, by_code: &["Error"], ..LibraryModule::EMPTY };

pub(super) const ZLIB: LibraryModule =
    LibraryModule { name: "zlib", rows: ZLIB_ROWS, ..LibraryModule::EMPTY };

const BASE64_ROWS: &str = "
base64.b64encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b64encode
base64.standard_b64encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b64encode
base64.b64decode(s: &bytes|bytearray|str) -> bytes ; !binascii.Error ValueError => base64::b64decode
base64.standard_b64decode(s: &bytes|bytearray|str) -> bytes ; !binascii.Error ValueError => base64::b64decode
base64.urlsafe_b64encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::urlsafe_b64encode
base64.urlsafe_b64decode(s: &bytes|bytearray|str) -> bytes ; !binascii.Error ValueError => base64::urlsafe_b64decode
base64.b16encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b16encode
base64.b16decode(s: &bytes|bytearray|str, casefold: bool = false) -> bytes ; !binascii.Error ValueError => base64::b16decode
base64.b32encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b32encode
base64.b32decode(s: &bytes|bytearray|str, casefold: bool = false) -> bytes ; !binascii.Error ValueError => base64::b32decode
base64.b32hexencode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b32hexencode
base64.b32hexdecode(s: &bytes|bytearray|str, casefold: bool = false) -> bytes ; !binascii.Error ValueError => base64::b32hexdecode
base64.a85encode(b: &bytes|bytearray, *, foldspaces: bool = false, wrapcol: int = 0, pad: bool = false, adobe: bool = false) -> bytes ; !TypeError => base85::a85encode
base64.a85decode(b: &bytes|bytearray|str, *, foldspaces: bool = false, adobe: bool = false) -> bytes ; !ValueError => base85::a85decode
base64.b85encode(b: &bytes|bytearray, pad: bool = false) -> bytes ; !TypeError => base85::b85encode
base64.b85decode(b: &bytes|bytearray|str) -> bytes ; !ValueError => base85::b85decode
";

const BINASCII_ROWS: &str = "
binascii.hexlify(data: &bytes|bytearray) -> bytes ; !TypeError => base64::hexlify
binascii.b2a_hex(data: &bytes|bytearray) -> bytes ; !TypeError => base64::hexlify
binascii.unhexlify(hexstr: &bytes|bytearray|str) -> bytes ; !binascii.Error ValueError => base64::unhexlify
binascii.a2b_hex(hexstr: &bytes|bytearray|str) -> bytes ; !binascii.Error ValueError => base64::unhexlify
binascii.b2a_base64(data: &bytes|bytearray) -> bytes ; !TypeError => base64::b2a_base64
binascii.a2b_base64(data: &bytes|bytearray|str) -> bytes ; !binascii.Error ValueError => base64::b64decode
binascii.crc32(data: &bytes|bytearray) -> nat ; !TypeError => base64::crc32
";

const ZLIB_ROWS: &str = "
zlib.crc32(data: &bytes|bytearray) -> nat ; !TypeError => base64::crc32
zlib.adler32(data: &bytes|bytearray) -> nat ; !TypeError => base64::adler32
";
