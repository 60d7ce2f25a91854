//! `portalisc`: the compiler as a command.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
