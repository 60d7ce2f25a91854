//! The carrier: what was raised, with which arguments, from where.

use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::trace::Trace;
use super::{
    BaseException, Class, ClassObject, KeyError, StopIteration, SystemExit, handled, missing_attribute, trace,
};
use crate::int::Int;
use crate::list::List;
use crate::output;
use crate::show::{Repr, py, repr_str};
use crate::str::Str;
use crate::tuple::Tuple;

/// One argument of an exception: the value, for who asks with the right type, and how it is shown.
#[derive(Clone)]
pub struct Arg {
    value: Rc<dyn Any>,
    /// `str` of the value, or its `repr`.
    show: fn(&dyn Any, bool) -> String,
}

/// An argument of an exception, for [`Exception::from_args`].
pub fn arg<T: Repr + Clone + 'static>(value: &T) -> Arg {
    Arg { value: Rc::new(value.clone()), show: show::<T> }
}

fn show<T: Repr + 'static>(value: &dyn Any, as_repr: bool) -> String {
    match value.downcast_ref::<T>() {
        Some(value) if as_repr => format!("{:?}", py(value)),
        Some(value) => format!("{}", py(value)),
        None => String::new(),
    }
}

impl Arg {
    /// The argument, if it is a `T`.
    #[must_use]
    pub fn get<T: Clone + 'static>(&self) -> Option<T> {
        self.value.downcast_ref().cloned()
    }

    /// `str(self)`.
    pub(super) fn text(&self) -> String {
        (self.show)(&*self.value, false)
    }

    /// `repr(self)`.
    pub(super) fn repr(&self) -> String {
        (self.show)(&*self.value, true)
    }
}

/// An argument that was asked for; types are inferred from what is raised, so there is always one.
fn taken<T>(arg: Option<T>) -> T {
    arg.unwrap_or_else(|| {
        output::trap("an argument of an exception of another type than those of the program")
    })
}

/// What came with the call of the class.
#[derive(Clone)]
enum Args {
    None,
    /// One `str`.
    Message(Cow<'static, str>),
    Many(Vec<Arg>),
}

/// A raised exception. Cloning shares it, as in Python.
#[derive(Clone)]
pub struct Exception(Rc<Raised>);

type Text = Box<dyn Fn() -> String>;

struct Raised {
    class: ClassObject,
    /// The class value or the instance of the user's class.
    payload: Option<Rc<dyn Any>>,
    args: RefCell<Args>,
    /// `str(self)` where the class has its own `__str__`.
    text: Option<Text>,
    chain: Chain,
}

/// What is linked to an exception; an object of the program's class shares it with the exception that travels.
#[derive(Clone, Default)]
pub struct Chain(Rc<RefCell<Links>>);

#[derive(Default)]
struct Links {
    cause: Option<Exception>,
    context: Option<Exception>,
    suppress_context: bool,
    notes: Vec<Str>,
    /// The name that may have been meant.
    suggestion: Option<&'static str>,
    trace: Option<Box<Trace>>,
}

impl Chain {
    /// `__cause__`.
    #[must_use]
    pub fn cause(&self) -> Option<Exception> {
        self.0.borrow().cause.clone()
    }

    /// `__context__`.
    #[must_use]
    pub fn context(&self) -> Option<Exception> {
        self.0.borrow().context.clone()
    }

    /// `__suppress_context__`.
    #[must_use]
    pub fn suppress_context(&self) -> bool {
        self.0.borrow().suppress_context
    }

    /// `add_note(note)`.
    pub fn add_note(&self, note: &str) {
        self.0.borrow_mut().notes.push(Str::from(note));
    }

    /// `__notes__` of an object of `class`.
    ///
    /// # Errors
    /// `AttributeError` where nobody added a note.
    pub fn try_notes(&self, class: &str) -> Result<List<Str>, Exception> {
        let notes = self.0.borrow().notes.clone();
        match notes.is_empty() {
            true => Err(missing_attribute(class, "__notes__")),
            false => Ok(notes.into_iter().collect()),
        }
    }

    /// `__notes__` where nobody observes the exception.
    #[must_use]
    pub fn notes(&self, class: &str) -> List<Str> {
        self.try_notes(class).unwrap_or_else(|error| error.uncaught())
    }
}

/// Whether the class `C` is, or is derived from, the class `id`.
#[must_use]
pub fn derives<C: Class>(id: TypeId) -> bool {
    let here = TypeId::of::<C>();
    let base = TypeId::of::<C::Base>();
    id == here || (base != here && derives::<C::Base>(id)) || C::is_also(id)
}

impl Exception {
    fn make<C: Class>(payload: Option<Rc<dyn Any>>, args: Args, text: Option<Text>) -> Self {
        Exception(Rc::new(Raised {
            class: ClassObject {
                id: TypeId::of::<C>(),
                full_name: C::NAME,
                is_builtin: C::BUILTIN,
                derives: derives::<C>,
            },
            payload,
            args: RefCell::new(args),
            text,
            chain: Chain(Rc::new(RefCell::new(Links { trace: trace::here(), ..Links::default() }))),
        }))
        .in_context()
    }

    /// The same with what is being handled as its `__context__`, where the program keeps that.
    fn in_context(self) -> Self {
        match handled() {
            Some(context) => self.during(&context),
            None => self,
        }
    }

    /// `Class(message)` with a `str`; an empty message is `Class()` only through [`Exception::empty`].
    #[cold]
    pub fn new<C: Class>(class: C, message: impl Into<Cow<'static, str>>) -> Self {
        let payload = (size_of::<C>() > 0).then(|| Rc::new(class) as Rc<dyn Any>);
        Self::make::<C>(payload, Args::Message(message.into()), None)
    }

    /// `Class()`.
    #[cold]
    #[must_use]
    pub fn empty<C: Class>(class: C) -> Self {
        let payload = (size_of::<C>() > 0).then(|| Rc::new(class) as Rc<dyn Any>);
        Self::make::<C>(payload, Args::None, None)
    }

    /// `Class(argument)` for one argument of any type.
    #[cold]
    pub fn with_arg<C: Class, T: Repr + Clone + 'static>(_class: C, argument: &T) -> Self {
        Self::make::<C>(None, Args::Many(vec![arg(argument)]), None)
    }

    /// `Class(*args)`: `Exception::from_args::<ValueError>(vec![arg(&x), arg(&y)])`.
    #[cold]
    #[must_use]
    pub fn from_args<C: Class>(args: Vec<Arg>) -> Self {
        Self::make::<C>(None, Args::Many(args), None)
    }

    /// An instance of the user's class `C`: `payload` is the object, `text` its `__str__` where it defines one.
    #[cold]
    pub fn from_object<C: Class>(
        args: Vec<Arg>,
        payload: impl Any,
        text: Option<Box<dyn Fn() -> String>>,
    ) -> Self {
        Self::make::<C>(Some(Rc::new(payload)), Args::Many(args), text)
    }

    /// `Class(*args)` whose `str` is not that of its arguments.
    #[cold]
    pub(crate) fn with_text<C: Class>(args: Vec<Arg>, text: String) -> Self {
        Self::make::<C>(None, Args::Many(args), Some(Box::new(move || text.clone())))
    }

    /// The same of an `OSError` that may be about a file.
    #[cold]
    pub(crate) fn about_file<C: Class>(args: Vec<Arg>, text: String, name: Option<Str>) -> Self {
        let name = name.map(|name| Rc::new(name) as Rc<dyn Any>);
        Self::make::<C>(name, Args::Many(args), Some(Box::new(move || text.clone())))
    }

    /// The same, with the name that may have been meant: its report shows it, `str(self)` does not.
    #[cold]
    #[must_use]
    pub fn suggesting(self, name: &'static str) -> Self {
        self.0.chain.0.borrow_mut().suggestion = Some(name);
        self
    }

    /// `raise self`, of what the program has made or caught before: it comes from here.
    #[must_use]
    pub fn raised(&self) -> Self {
        self.with_trace(Trace::raised_again);
        self.clone()
    }

    /// A bare `raise`: it comes from where it came from.
    #[must_use]
    pub fn going_on(&self) -> Self {
        self.with_trace(Trace::goes_on);
        self.clone()
    }

    pub(super) fn with_trace(&self, change: impl FnOnce(&mut Trace)) {
        if trace::is_told() {
            change(self.0.chain.0.borrow_mut().trace.get_or_insert_default());
        }
    }

    /// `raise self from cause`.
    #[must_use]
    pub fn caused_by(self, cause: Exception) -> Self {
        {
            let mut chain = self.0.chain.0.borrow_mut();
            chain.cause = Some(cause);
            chain.suppress_context = true;
        }
        self
    }

    /// `raise self from None`.
    #[must_use]
    pub fn without_cause(self) -> Self {
        {
            let mut chain = self.0.chain.0.borrow_mut();
            chain.cause = None;
            chain.suppress_context = true;
        }
        self
    }

    /// `raise self` while `context` is being handled: sets `__context__` unless it is `self` or one is there.
    #[must_use]
    pub fn during(self, context: &Exception) -> Self {
        if !self.same(context) && self.0.chain.0.borrow().context.is_none() {
            self.leave_chain_of(context);
            self.0.chain.0.borrow_mut().context = Some(context.clone());
        }
        self
    }

    /// Cuts the contexts of `other` where they come back to this exception.
    fn leave_chain_of(&self, other: &Exception) {
        let mut here = other.clone();
        loop {
            let next = here.0.chain.0.borrow().context.clone();
            let Some(next) = next else { return };
            if self.same(&next) {
                here.0.chain.0.borrow_mut().context = None;
                return;
            }
            here = next;
        }
    }

    /// `isinstance(self, C)`, and the test of `except C`.
    #[must_use]
    pub fn is<C: Class>(&self) -> bool {
        self.0.class.derives::<C>()
    }

    /// `type(self) is C`.
    #[must_use]
    pub fn is_exactly<C: Class>(&self) -> bool {
        self.0.class.is_class::<C>()
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn same(&self, other: &Exception) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || Rc::ptr_eq(&self.0.chain.0, &other.0.chain.0)
    }

    /// The attributes of a `C`, after `is::<C>()` said yes and `C` has no subclasses.
    ///
    /// # Panics
    /// For an exception that was not made from a `C` with attributes.
    #[must_use]
    pub fn fields<C: Class>(&self) -> &C {
        self.payload_ref().expect("`fields` follows `is`")
    }

    /// The object that [`Exception::from_object`] took, if it is a `P`.
    #[must_use]
    pub fn payload<P: Clone + 'static>(&self) -> Option<P> {
        self.payload_ref().cloned()
    }

    fn payload_ref<P: 'static>(&self) -> Option<&P> {
        self.0.payload.as_deref().and_then(|payload| payload.downcast_ref())
    }

    /// `self.args[index]`, which `convert` knows how to take; traps where it does not.
    #[must_use]
    pub fn arg_as<T>(&self, index: usize, convert: impl Fn(&Arg) -> Option<T>) -> T {
        taken(self.args().get(index).and_then(convert))
    }

    /// `self.args`, each of which `convert` knows how to take; traps where it does not.
    #[must_use]
    pub fn args_as<T: crate::Item>(&self, convert: impl Fn(&Arg) -> Option<T>) -> Tuple<T> {
        self.args().iter().map(|arg| taken(convert(arg))).collect()
    }

    fn args(&self) -> Vec<Arg> {
        match &*self.0.args.borrow() {
            Args::None => Vec::new(),
            Args::Message(message) => vec![arg(&Str::from(&**message))],
            Args::Many(args) => args.clone(),
        }
    }

    /// `self.args = args`; traps where the text of the exception does not come from its arguments alone.
    pub fn set_args(&self, args: Vec<Arg>) {
        let has_own_state = self.0.payload.is_some()
            || self.0.text.is_some()
            || self.is::<super::OSError>()
            || self.is::<super::UnicodeError>()
            || self.is::<SystemExit>()
            || self.is::<StopIteration>();
        if has_own_state {
            output::trap("setting `args` of an exception that holds more than its arguments");
        }
        *self.0.args.borrow_mut() = Args::Many(args);
    }

    /// `len(self.args)`.
    #[must_use]
    pub fn n_args(&self) -> i64 {
        match &*self.0.args.borrow() {
            Args::None => 0,
            Args::Message(_) => 1,
            Args::Many(args) => args.len() as i64,
        }
    }

    /// `repr(argument)` of each of `self.args`.
    fn arg_reprs(&self) -> Vec<String> {
        let args = self.0.args.borrow().clone();
        match &args {
            Args::None => Vec::new(),
            Args::Message(message) => vec![repr_str(message)],
            Args::Many(args) => args.iter().map(Arg::repr).collect(),
        }
    }

    /// `repr(self.args)`.
    #[must_use]
    pub fn args_repr(&self) -> String {
        let texts = self.arg_reprs();
        let comma = if texts.len() == 1 { "," } else { "" };
        format!("({}{comma})", texts.join(", "))
    }

    /// What is linked to it.
    #[must_use]
    pub fn chain(&self) -> &Chain {
        &self.0.chain
    }

    /// The same with the links of `chain`: those of the object that was raised.
    #[must_use]
    pub fn linked(self, chain: &Chain) -> Self {
        let Ok(raised) = Rc::try_unwrap(self.0) else {
            output::trap("an exception was linked after it was raised")
        };
        Exception(Rc::new(Raised { chain: chain.clone(), ..raised })).in_context()
    }

    /// `__cause__`.
    #[must_use]
    pub fn cause(&self) -> Option<Exception> {
        self.0.chain.cause()
    }

    /// `__context__`.
    #[must_use]
    pub fn context(&self) -> Option<Exception> {
        self.0.chain.context()
    }

    /// `__suppress_context__`.
    #[must_use]
    pub fn suppress_context(&self) -> bool {
        self.0.chain.suppress_context()
    }

    /// `filename` of an `OSError`.
    #[must_use]
    pub fn filename(&self) -> Option<Str> {
        self.payload()
    }

    /// `self.add_note(note)`.
    pub fn add_note(&self, note: &str) {
        self.0.chain.add_note(note);
    }

    /// `self.__notes__`.
    ///
    /// # Errors
    /// `AttributeError` where nobody added a note.
    pub fn try_notes(&self) -> Result<List<Str>, Exception> {
        self.0.chain.try_notes(self.class_name())
    }

    /// `self.__notes__` where nobody observes the exception.
    #[must_use]
    pub fn notes(&self) -> List<Str> {
        self.0.chain.notes(self.class_name())
    }

    /// `type(self)`.
    #[must_use]
    pub fn class(&self) -> ClassObject {
        self.0.class
    }

    /// `type(self).__name__`.
    #[must_use]
    pub fn class_name(&self) -> &'static str {
        self.0.class.last_name()
    }

    /// `str(self)`.
    #[must_use]
    pub fn message(&self) -> String {
        if let Some(text) = &self.0.text {
            return text();
        }
        // What shows an argument may set others.
        let args = self.0.args.borrow().clone();
        match &args {
            Args::None => String::new(),
            Args::Message(message) if self.is::<KeyError>() => repr_str(message),
            Args::Message(message) => message.to_string(),
            Args::Many(args) => match args.as_slice() {
                [] => String::new(),
                [arg] if self.is::<KeyError>() => arg.repr(),
                [arg] => arg.text(),
                args if args.len() <= 5 && self.is::<super::OSError>() => super::system::shown(args),
                _ => self.args_repr(),
            },
        }
    }

    /// The last line of CPython's traceback, with the notes.
    #[must_use]
    pub fn summary(&self) -> String {
        let message = super::watch().settle(self.message());
        let message = message.unwrap_or_else(|_| "<exception str() failed>".into());
        let mut line = self.0.class.full_name.to_owned();
        if !message.is_empty() {
            line.push_str(": ");
            line.push_str(&message);
        }
        let chain = self.0.chain.0.borrow();
        if let Some(suggestion) = chain.suggestion {
            line.push_str(&format!(". Did you mean: '{suggestion}'?"));
        }
        for note in &chain.notes {
            line.push('\n');
            line.push_str(note);
        }
        line
    }

    /// The traceback as CPython prints it, with the frames where the program tells them: causes and contexts first.
    #[must_use]
    pub fn traceback(&self) -> String {
        let mut out = String::new();
        self.write_traceback(&mut out, &mut Vec::new());
        out
    }

    fn write_traceback(&self, out: &mut String, seen: &mut Vec<*const ()>) {
        seen.push(Rc::as_ptr(&self.0).cast());
        let (cause, context) = {
            let chain = self.0.chain.0.borrow();
            let context = chain.context.clone().filter(|_| !chain.suppress_context);
            (chain.cause.clone(), context)
        };
        let unseen = |error: &Exception| !seen.contains(&Rc::as_ptr(&error.0).cast());
        let (first, how) = match (cause, context) {
            (Some(cause), _) => {
                (Some(cause), "The above exception was the direct cause of the following exception:")
            }
            (None, context) => {
                (context, "During handling of the above exception, another exception occurred:")
            }
        };
        if let Some(first) = first.filter(unseen) {
            first.write_traceback(out, seen);
            out.push_str(&format!("\n{how}\n\n"));
        }
        out.push_str("Traceback (most recent call last):\n");
        if let Some(trace) = &self.0.chain.0.borrow().trace {
            trace.write_to(out);
        }
        out.push_str(&self.summary());
        out.push('\n');
    }

    /// Ends the program as CPython does for an exception that nobody catches.
    #[cold]
    pub fn uncaught(&self) -> ! {
        output::check_capture();
        output::flush();
        if self.is::<SystemExit>() {
            let status = self.exit_status();
            crate::finaliser::finish_after_exception();
            output::exit(status);
        }
        eprint!("{}", self.traceback());
        crate::finaliser::finish_after_exception();
        output::exit(1)
    }

    /// The status of `SystemExit`: none is 0, an `int` its low byte, anything else is printed and 1.
    fn exit_status(&self) -> i32 {
        let args = self.0.args.borrow();
        let Args::Many(args) = &*args else {
            return match &*args {
                Args::Message(message) => {
                    eprintln!("{message}");
                    1
                }
                Args::None | Args::Many(_) => 0,
            };
        };
        let [arg] = args.as_slice() else {
            if args.is_empty() {
                return 0;
            }
            eprintln!("{}", self.args_repr());
            return 1;
        };
        let value = &arg.value;
        let none =
            value.is::<()>() || value.downcast_ref::<Option<i64>>() == Some(&None) || arg.repr() == "None";
        if none {
            return 0;
        }
        let int = value.downcast_ref::<i64>().copied();
        let int = int.or_else(|| value.downcast_ref::<bool>().map(|&b| i64::from(b)));
        let int = int.or_else(|| value.downcast_ref::<Option<i64>>().copied().flatten());
        let int = int.or_else(|| value.downcast_ref::<Int>().and_then(Int::to_i64));
        // A value of one of several kinds shows which it is: the text of a number is no text in quotes.
        let int = int.or_else(|| match &*arg.repr() {
            "True" => Some(1),
            "False" => Some(0),
            number => number.parse().ok(),
        });
        if let Some(int) = int {
            return (int & 0xff) as i32;
        }
        eprintln!("{}", arg.text());
        1
    }

    /// `StopIteration(value)`.
    pub fn stop_iteration<T: Repr + Clone + 'static>(value: &T) -> Self {
        Self::with_arg(StopIteration, value)
    }

    /// `except BaseException`: whether it is one, always; keeps a generated `match` uniform.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.is::<BaseException>()
    }
}

/// Identity, as for every exception in Python.
impl crate::PyHash for Exception {
    fn py_hash(&self) -> i64 {
        crate::hash::of_address(Rc::as_ptr(&self.0).addr())
    }
}

impl PartialEq for Exception {
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
    }
}

/// `str(error)`.
impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl fmt::Debug for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

impl Repr for Exception {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.class_name(), self.arg_reprs().join(", "))
    }

    fn str(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message())
    }
}

impl std::error::Error for Exception {}
