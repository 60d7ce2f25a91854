//! Runaway recursion: `RecursionError` instead of a stack overflow.
//!
//! Functions that may call themselves, directly or through others, ask first. Where the program can observe the
//! exception they hold a [`Depth`] while they run: the limit is CPython's, counted over these functions alone, and past
//! the default one the stack itself is looked at as well. Where nobody can, only the stack is looked at, which costs
//! nothing to speak of: as many calls as the limit says have room there, and more if they are small.
//! Source: Library Reference, `sys.setrecursionlimit`.

use std::cell::Cell;
use std::mem::MaybeUninit;

use super::{Exception, RecursionError, hide};
use crate::exc::value_error;
use crate::output;

/// What the exception says.
const MESSAGE: &str = "maximum recursion depth exceeded";

/// CPython's default limit.
const DEFAULT: i32 = 1000;

/// What the deepest call and what it calls of the runtime need of the stack, in bytes.
const RESERVE: usize = 1 << 20;

/// What one of the calls that the limit counts may need of the stack where nobody counts, in bytes.
const FRAME: usize = 16 << 10;

/// The stack that there is at least where nobody said how much, in bytes.
const UNTOLD: usize = 1 << 20;

/// Words that a call that nobody counts takes from the stack in memory. In WebAssembly most of a call lies on a stack of
/// the engine that nothing tells about; this one is to end first.
const WORDS: usize = if cfg!(target_family = "wasm") { 16 } else { 1 };

/// The deepest recursion in WebAssembly, where nothing tells how much of the engine's stack is left.
const DEEPEST: i32 = if cfg!(target_family = "wasm") { 400_000 } else { i32::MAX };

thread_local! {
    /// Calls that may follow without a further look; below zero where each is looked at. The module body is one frame of
    /// CPython's.
    static LEFT: Cell<i32> = const { Cell::new(DEFAULT - 1) };
    /// `LEFT` where nothing has been called.
    static UNCHECKED: Cell<i32> = const { Cell::new(DEFAULT - 1) };
    static LIMIT: Cell<i32> = const { Cell::new(DEFAULT) };
    /// The address below which the stack is as good as used up.
    static LOWEST: Cell<usize> = const { Cell::new(if cfg!(target_family = "wasm") { RESERVE } else { 0 }) };
    /// The address where the calls begin; 0 until it is known.
    static BASE: Cell<usize> = const { Cell::new(0) };
    /// The address below which calls that nobody counts are too deep; above all addresses until `BASE` is known.
    static END: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// One call on the stack, until it is dropped.
#[must_use]
pub struct Depth {
    left: i32,
}

impl Drop for Depth {
    #[inline]
    fn drop(&mut self) {
        LEFT.with(|it| it.set(self.left));
    }
}

/// A call of a function that may call itself.
///
/// # Errors
/// `RecursionError` past the limit.
#[inline]
pub fn try_enter() -> Result<Depth, Exception> {
    // `LocalKey::set` is a call.
    LEFT.with(|it| {
        let left = it.get();
        if left <= 0 {
            look_closer(left)?;
        }
        it.set(left.wrapping_sub(1));
        Ok(Depth { left })
    })
}

/// The same where nobody observes the exception: the program ends with it.
#[inline(always)]
pub fn enter() {
    let local = MaybeUninit::<[usize; WORDS]>::uninit();
    let here = (&raw const local).addr();
    if here < END.get() {
        look_closer_uncaught(here);
    }
}

/// Whether the items of a container may be compared, which may be containers: where no stack is left, the comparison raises
/// `RecursionError`.
#[inline]
pub(crate) fn may_compare() -> bool {
    let local = MaybeUninit::<[usize; WORDS]>::uninit();
    (&raw const local).addr() > LOWEST.get() || raise_in_comparison()
}

#[cold]
#[inline(never)]
fn raise_in_comparison() -> bool {
    hide(Exception::new(RecursionError, "maximum recursion depth exceeded in comparison"), false)
}

/// How many calls there are, of which `left` tells.
fn depth(left: i32) -> i32 {
    UNCHECKED.get() - left
}

/// Whether `more` calls may follow that take up no stack: generators that stand in `yield from`.
///
/// # Errors
/// `RecursionError` past the limit.
pub(crate) fn check_depth(more: usize) -> Result<(), Exception> {
    let depth = depth(LEFT.get()).saturating_add(i32::try_from(more).unwrap_or(i32::MAX));
    if depth < LIMIT.get() - 1 { Ok(()) } else { Err(too_deep()) }
}

#[cold]
fn too_deep() -> Exception {
    Exception::new(RecursionError, MESSAGE)
}

/// Whether a call may be as deep as this.
#[cold]
#[inline(never)]
fn look_closer(left: i32) -> Result<(), Exception> {
    if fits(left) { Ok(()) } else { Err(too_deep()) }
}

/// The same where nobody observes the exception, of which there is only the text: a program that raises nothing else is
/// smaller.
#[cold]
#[inline(never)]
fn look_closer_uncaught(here: usize) {
    if BASE.get() == 0 {
        BASE.set(here);
        if LOWEST.get() == 0 {
            LOWEST.set(here.saturating_sub(UNTOLD));
        }
        set_end();
    }
    if here < END.get() {
        output::flush();
        for part in ["Traceback (most recent call last):\nRecursionError: ", MESSAGE, "\n"] {
            output::write_error(part);
        }
        output::exit(1);
    }
}

/// Sets `END` after `BASE` or the limit changed.
fn set_end() {
    let room = FRAME.saturating_mul(usize::try_from(LIMIT.get()).unwrap_or_default());
    END.set(LOWEST.get().max(BASE.get().saturating_sub(room)));
}

fn fits(left: i32) -> bool {
    let depth = depth(left);
    depth < LIMIT.get() - 1 && depth < DEEPEST && here() > LOWEST.get()
}

/// The address of the top of the stack.
#[inline(never)]
fn here() -> usize {
    let local = 0_u8;
    std::hint::black_box(&raw const local).addr()
}

/// Tells that the stack ends `size` bytes below this call.
pub(crate) fn set_stack(size: usize) {
    BASE.set(here());
    LOWEST.set(BASE.get().saturating_sub(size.saturating_sub(RESERVE)));
    set_end();
}

/// `sys.getrecursionlimit()`.
#[must_use]
pub fn limit() -> i64 {
    i64::from(LIMIT.get())
}

/// `sys.setrecursionlimit(limit)`.
///
/// # Errors
/// `ValueError` for a limit below 1, `RecursionError` for one that is reached already.
pub fn try_set_limit(limit: i64) -> Result<(), Exception> {
    if limit < 1 {
        return Err(value_error("recursion limit must be greater or equal than 1"));
    }
    let limit = i32::try_from(limit).unwrap_or(i32::MAX);
    let depth = depth(LEFT.get());
    if depth + 1 >= limit {
        let message = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {}: the limit is too low",
            depth + 1
        );
        return Err(Exception::new(RecursionError, message));
    }
    LIMIT.set(limit);
    if BASE.get() != 0 {
        set_end();
    }
    // Calls on the stack put back what they found: while there are any, a limit below the default is looked at no earlier.
    if depth == 0 {
        UNCHECKED.set(limit.min(DEFAULT) - 1);
        LEFT.set(limit.min(DEFAULT) - 1);
    }
    Ok(())
}
