//! `base64` and `binascii`.

use super::LibraryModule;

pub(super) const BASE64: LibraryModule =
    LibraryModule { name: "base64", rows: BASE64_ROWS, ..LibraryModule::EMPTY };

pub(super) const BINASCII: LibraryModule =
    LibraryModule { name: "binascii", rows: BINASCII_ROWS, by_code: &["Error"], ..LibraryModule::EMPTY };

const BASE64_ROWS: &str = "
base64.b64encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b64encode
base64.standard_b64encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b64encode
base64.b64decode(s: &bytes|bytearray) -> bytes ; !binascii.Error => base64::b64decode
base64.standard_b64decode(s: &bytes|bytearray) -> bytes ; !binascii.Error => base64::b64decode
base64.urlsafe_b64encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::urlsafe_b64encode
base64.urlsafe_b64decode(s: &bytes|bytearray) -> bytes ; !binascii.Error => base64::urlsafe_b64decode
base64.b16encode(s: &bytes|bytearray) -> bytes ; !TypeError => base64::b16encode
";

const BINASCII_ROWS: &str = "
binascii.hexlify(data: &bytes|bytearray) -> bytes ; !TypeError => base64::hexlify
binascii.b2a_hex(data: &bytes|bytearray) -> bytes ; !TypeError => base64::hexlify
binascii.crc32(data: &bytes|bytearray) -> nat ; !TypeError => base64::crc32
";
