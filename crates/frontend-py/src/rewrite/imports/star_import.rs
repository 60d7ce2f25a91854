//! `from math import *`: the names that the program reads are imported, each by itself.
//!
//! ```text
//! from math import *          from math import pi, sqrt
//! print(sqrt(pi))             print(sqrt(pi))
//! ```
//!
//! Source: `__all__` of the modules of CPython 3.11, else their names without a `_` before them.

use std::collections::BTreeSet;

use ruff_python_ast::Stmt;
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_text_size::Ranged;

use crate::rewrite::quote::parsed;

/// Modules and what `*` imports of them.
const PUBLIC: &[(&str, &str)] = &[
    (
        "math",
        "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp \
         exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan \
         isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder \
         sin sinh sqrt tan tanh tau trunc ulp",
    ),
    (
        "cmath",
        "acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan \
         nanj phase pi polar rect sin sinh sqrt tan tanh tau",
    ),
    ("collections", "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple"),
    (
        "itertools",
        "accumulate chain combinations combinations_with_replacement compress count cycle dropwhile \
         filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest",
    ),
    (
        "functools",
        "WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial partialmethod \
         reduce singledispatch singledispatchmethod total_ordering update_wrapper wraps",
    ),
    (
        "typing",
        "AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator \
         Awaitable BinaryIO ByteString Callable ChainMap ClassVar Collection Concatenate Container \
         ContextManager Coroutine Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator Generic \
         Hashable IO ItemsView Iterable Iterator KeysView List Literal LiteralString Mapping MappingView \
         Match MutableMapping MutableSequence MutableSet NamedTuple Never NewType NoReturn NotRequired \
         Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol Required Reversible \
         Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex \
         SupportsInt SupportsRound TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeGuard TypeVar \
         TypeVarTuple TypedDict Union Unpack ValuesView assert_never assert_type cast clear_overloads \
         dataclass_transform final get_args get_origin get_overloads get_type_hints is_typeddict \
         no_type_check no_type_check_decorator overload reveal_type runtime_checkable",
    ),
    ("heapq", "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest"),
    ("bisect", "bisect bisect_left bisect_right insort insort_left insort_right"),
    (
        "string",
        "Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits \
         printable punctuation whitespace",
    ),
    (
        "operator",
        "abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand \
         iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not \
         isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ \
         pos pow rshift setitem sub truediv truth xor",
    ),
    (
        "random",
        "Random SystemRandom betavariate choice choices expovariate gammavariate gauss getrandbits getstate \
         lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate \
         shuffle triangular uniform vonmisesvariate weibullvariate",
    ),
    ("copy", "Error copy deepcopy"),
    (
        "decimal",
        "BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext \
         DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR \
         HAVE_THREADS Inexact InvalidContext InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow \
         ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP \
         ROUND_UP Rounded Subnormal Underflow getcontext localcontext setcontext",
    ),
    ("fractions", "Fraction"),
    (
        "statistics",
        "NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean \
         linear_regression mean median median_grouped median_high median_low mode multimode pstdev pvariance \
         quantiles stdev variance",
    ),
    ("datetime", "MAXYEAR MINYEAR UTC date datetime time timedelta timezone tzinfo"),
    (
        "time",
        "CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI \
         CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns clock_settime \
         clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns \
         perf_counter perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime \
         strptime struct_time thread_time thread_time_ns time time_ns timezone tzname tzset",
    ),
    (
        "re",
        "A ASCII DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S U UNICODE VERBOSE \
         X compile error escape findall finditer fullmatch match purge search split sub subn template",
    ),
    (
        "collections.abc",
        "AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container \
         Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping \
         MutableSequence MutableSet Reversible Sequence Set Sized ValuesView",
    ),
    (
        "dataclasses",
        "Field FrozenInstanceError InitVar KW_ONLY MISSING asdict astuple dataclass field fields is_dataclass \
         make_dataclass replace",
    ),
    (
        "enum",
        "CONFORM CONTINUOUS EJECT Enum EnumCheck EnumMeta EnumType Flag FlagBoundary IntEnum IntFlag KEEP \
         NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE auto global_enum global_enum_repr global_flag_repr \
         global_str member nonmember pickle_by_enum_name pickle_by_global_name property unique verify",
    ),
    ("json", "JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads"),
    ("queue", "Empty Full LifoQueue PriorityQueue Queue SimpleQueue"),
    (
        "abc",
        "ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token \
         update_abstractmethods",
    ),
    ("textwrap", "TextWrapper dedent fill indent shorten wrap"),
    ("pprint", "PrettyPrinter isreadable isrecursive pformat pp pprint saferepr"),
    ("array", "ArrayType array typecodes"),
    ("struct", "Struct calcsize error iter_unpack pack pack_into unpack unpack_from"),
    (
        "hashlib",
        "algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac sha1 \
         sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256",
    ),
];

/// The module's statements; `None` where nothing is imported so.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("import *") {
        return None;
    }
    if !body.iter().any(|stmt| public_names(stmt).is_some()) {
        return None;
    }
    let mut read = Read::default();
    read.visit_body(body);
    let mut out = Vec::with_capacity(body.len());
    for stmt in body {
        match public_names(stmt) {
            Some((module, names)) => {
                let names: Vec<&str> = names.split(' ').filter(|name| read.0.contains(name)).collect();
                if !names.is_empty() {
                    let text = format!("from {module} import {}\n", names.join(", "));
                    out.extend(parsed(&text, stmt.range()));
                }
            }
            None => out.push(stmt.clone()),
        }
    }
    Some(out)
}

/// What `*` imports of a module.
pub(crate) fn public(module: &str) -> Option<&'static str> {
    PUBLIC.iter().find(|(name, _)| *name == module).map(|(_, names)| *names)
}

/// The module of `from module import *`, and its names.
fn public_names(stmt: &Stmt) -> Option<(&'static str, &'static str)> {
    let Stmt::ImportFrom(import) = stmt else { return None };
    let module = import.module.as_deref().filter(|_| import.level == 0)?;
    let [alias] = import.names.as_slice() else { return None };
    (alias.name.as_str() == "*").then(|| PUBLIC.iter().find(|(name, _)| *name == module).copied()).flatten()
}

/// The names that are read anywhere.
#[derive(Default)]
struct Read<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Read<'a> {
    fn visit_expr(&mut self, expr: &'a ruff_python_ast::Expr) {
        if let ruff_python_ast::Expr::Name(name) = expr {
            self.0.insert(name.id.as_str());
        }
        walk_expr(self, expr);
    }
}
