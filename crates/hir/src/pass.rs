//! What a pass and its artifact are. The manager that runs, times, dumps and validates them lives in `driver`.

use portalis_diag::Sink;

/// A step of the compiler: a function of values that reports into the sink.
pub trait Pass {
    /// Its name on the command line, as in `--dump-after=NAME`.
    const NAME: &'static str;
    /// What it reads.
    type In<'a>;
    /// What it makes.
    type Out: Artifact;

    /// Runs it. Faults of the user's program go into `sink`, and the pass goes on.
    fn run(input: Self::In<'_>, sink: &mut Sink) -> Self::Out;
}

/// What a pass makes: it can be read by people and checked by machines.
pub trait Artifact {
    /// The same text for the same artifact, every time.
    fn pretty(&self) -> String;

    /// The first broken invariant, in words.
    ///
    /// # Errors
    /// A message that names the node: a bug of the pass, never of the user's program.
    fn validate(&self) -> Result<(), String>;
}
