//! The runtime's manifest, made to stand outside the workspace.

/// Takes the dependencies of the workspace's manifest and writes the rest anew.
pub(crate) fn standalone(manifest: &str, version: &str) -> String {
    let mut dependencies = String::new();
    let mut is_wanted = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_wanted = line == "[dependencies]" || line.ends_with(".dependencies]");
        }
        if is_wanted {
            dependencies.push_str(line);
            dependencies.push('\n');
        }
    }
    format!(
        "[package]\nname = \"portalis_rt\"\nversion = \"{version}\"\nedition = \"2024\"\n\n[lib]\npath = \"src/lib.rs\"\n\n\
         {dependencies}\n[workspace]\n\n\
         [profile.release]\nopt-level = 3\npanic = \"abort\"\ncodegen-units = 1\noverflow-checks = true\n\n\
         [profile.size]\ninherits = \"release\"\nopt-level = \"s\"\nlto = true\n"
    )
}
