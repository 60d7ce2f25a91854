//! The command line: exit code 0 where all is well, 1 where a program is refused, 2 for usage and internal errors.

mod args;
mod build;
mod check;
mod report;
mod run;
mod source;

use std::process::ExitCode;
use std::str::FromStr;

use clap::Parser;
use portalis::diag::Code;

use args::{Cli, Verb};
use report::{Failed, Reporter, print};

/// Parses the arguments and does what they ask for.
pub(crate) fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.verb {
        Some(Verb::Run(args)) => run::run(&args),
        Some(Verb::Check(args)) => check::check(&args),
        Some(Verb::Explain { code }) => explain(&code),
        None => build::build(&cli.build),
    };
    done.unwrap_or_else(|failed| ExitCode::from(failed.status()))
}

/// Prints the page of a diagnostic code.
fn explain(code: &str) -> Result<ExitCode, Failed> {
    match Code::from_str(code) {
        Ok(code) => {
            print(code.page());
            Ok(ExitCode::SUCCESS)
        }
        Err(()) => {
            let codes: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
            Reporter::default().error(&format!("there is no diagnostic `{code}`"), Some(&codes.join(", ")));
            Err(Failed::Usage)
        }
    }
}
