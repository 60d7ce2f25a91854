//! Modules as text.

use crate::{Artifact, Module};

impl Artifact for Module {
    fn pretty(&self) -> String {
        format!("{self:#?}")
    }

    fn validate(&self) -> Result<(), String> {
        Ok(())
    }
}
