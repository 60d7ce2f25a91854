//! What is done to a finished module: the custom sections `producers` and `portalis`, and the names of its exports.

use sha2::{Digest, Sha256};
use wasm_encoder::{CustomSection, ExportKind, ExportSection, ProducersField, ProducersSection, Section};
use wasmparser::{ExportSectionReader, ExternalKind};

use crate::build::hex;
use crate::options::Options;

/// What the runtime's `export!` puts before a Python name, and no host sees.
const EXPORT_PREFIX: &str = "portalis.";

/// The id of custom sections.
const CUSTOM: u8 = 0;

/// The id of the section of exports.
const EXPORTS: u8 = 7;

/// Magic number and version.
const HEADER: usize = 8;

/// Adds who made the module and from what. Bytes that are no module come back as they are.
pub(crate) fn describe(module: &[u8], source: &str, options: &Options) -> Vec<u8> {
    let rest = without_section(module, "producers")
        .and_then(|module| without_section(&module, "portalis"))
        .and_then(|module| with_python_names(&module));
    let Some(mut out) = rest else { return module.to_vec() };
    let mut language = ProducersField::new();
    language.value("Python", "3.11").value("Rust", "2024");
    let mut processed_by = ProducersField::new();
    processed_by.value("portalis", env!("CARGO_PKG_VERSION"));
    let mut producers = ProducersSection::new();
    producers.field("language", &language).field("processed-by", &processed_by);
    producers.append_to(&mut out);
    let origin = serde_json::json!({
        "version": env!("CARGO_PKG_VERSION"),
        "file": options.file_name(),
        "source_sha256": hex(&Sha256::digest(source)),
    });
    CustomSection { name: "portalis".into(), data: origin.to_string().into_bytes().into() }
        .append_to(&mut out);
    out
}

/// A section: its id, where its content begins, the content, and the whole.
struct RawSection<'m> {
    id: u8,
    at: usize,
    content: &'m [u8],
    whole: &'m [u8],
}

/// The header and the sections of a module; `None` where the bytes are no module.
fn sections(module: &[u8]) -> Option<(&[u8], Vec<RawSection<'_>>)> {
    let header = module.get(..HEADER)?;
    let mut sections = Vec::new();
    let mut at = HEADER;
    while at < module.len() {
        let (size, body) = leb128(module, at + 1)?;
        let end = body.checked_add(size)?;
        let content = module.get(body..end)?;
        sections.push(RawSection { id: module[at], at: body, content, whole: &module[at..end] });
        at = end;
    }
    Some((header, sections))
}

/// The module with the exports of Python functions under their own names.
fn with_python_names(module: &[u8]) -> Option<Vec<u8>> {
    let (header, sections) = sections(module)?;
    let mut out = header.to_vec();
    for section in sections {
        if section.id == EXPORTS {
            renamed(section.content, section.at)?.append_to(&mut out);
        } else {
            out.extend_from_slice(section.whole);
        }
    }
    Some(out)
}

/// A section of exports with the prefix taken off.
fn renamed(content: &[u8], offset: usize) -> Option<ExportSection> {
    let mut exports = ExportSection::new();
    for export in ExportSectionReader::new(wasmparser::BinaryReader::new(content, offset as u64)).ok()? {
        let export = export.ok()?;
        let kind = match export.kind {
            ExternalKind::Func | ExternalKind::FuncExact => ExportKind::Func,
            ExternalKind::Table => ExportKind::Table,
            ExternalKind::Memory => ExportKind::Memory,
            ExternalKind::Global => ExportKind::Global,
            ExternalKind::Tag => ExportKind::Tag,
        };
        exports.export(export.name.strip_prefix(EXPORT_PREFIX).unwrap_or(export.name), kind, export.index);
    }
    Some(exports)
}

/// The module without its custom section of that name.
fn without_section(module: &[u8], name: &str) -> Option<Vec<u8>> {
    let is_it = |section: &RawSection<'_>| {
        let content = section.content;
        let named = |(length, start): (usize, usize)| {
            start.checked_add(length).and_then(|end| content.get(start..end)) == Some(name.as_bytes())
        };
        section.id == CUSTOM && leb128(content, 0).is_some_and(named)
    };
    let (header, sections) = sections(module)?;
    let kept = sections.iter().filter(|section| !is_it(section));
    Some(kept.fold(header.to_vec(), |mut out, section| {
        out.extend_from_slice(section.whole);
        out
    }))
}

/// The unsigned number at `at`, and where it ends.
fn leb128(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for (index, &byte) in bytes.get(at..)?.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, at + index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_added_once() {
        let options = Options { path: "x.py".to_owned(), ..Options::default() };
        let once = describe(b"\0asm\x01\0\0\0", "print(1)", &options);
        let twice = describe(&once, "print(1)", &options);
        let names = |module: &[u8]| {
            let sections = wasmparser::Parser::new(0).parse_all(module).filter_map(|payload| match payload {
                Ok(wasmparser::Payload::CustomSection(section)) => Some(section.name().to_owned()),
                Ok(_) => None,
                Err(error) => panic!("{error}"),
            });
            sections.collect::<Vec<_>>()
        };
        assert_eq!(names(&once), ["producers", "portalis"]);
        assert_eq!(names(&twice), ["producers", "portalis"]);
        assert_eq!(describe(b"ELF", "", &options), b"ELF");
    }
}
