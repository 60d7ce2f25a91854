//! Calling an exported function of a library.

use wasmtime::{Val, ValType};

use crate::run::end_of;
use crate::{Engine, EngineError, Finished, Invocation, reason};

/// A value that passes the border of a module.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar {
    /// An `int`, as 64 bits.
    I64(i64),
    /// A `bool`, or what else is 32 bits wide.
    I32(i32),
    /// A `float`.
    F64(f64),
}

/// What an exported function takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarType {
    /// 64 bits.
    I64,
    /// 32 bits.
    I32,
    /// A double.
    F64,
}

impl ScalarType {
    /// Reads a value of this type as a user types it: `10`, `0.5`, `True`.
    #[must_use]
    pub fn parse(self, text: &str) -> Option<Scalar> {
        match self {
            ScalarType::I64 => text.parse().ok().map(Scalar::I64),
            ScalarType::I32 => match text {
                "True" | "true" => Some(Scalar::I32(1)),
                "False" | "false" => Some(Scalar::I32(0)),
                _ => text.parse().ok().map(Scalar::I32),
            },
            ScalarType::F64 => text.parse().ok().map(Scalar::F64),
        }
    }
}

impl Engine {
    /// The parameters of the exported function `name`.
    ///
    /// # Errors
    /// [`EngineError::Call`] where there is none, or one that takes more than scalars.
    pub fn parameters(&self, wasm: &[u8], name: &str) -> Result<Vec<ScalarType>, EngineError> {
        let module = self.module(wasm)?;
        let func = module
            .get_export(name)
            .and_then(|export| export.func().cloned())
            .ok_or_else(|| EngineError::Call(format!("the module exports no function `{name}`")))?;
        func.params()
            .map(|param| match param {
                ValType::I64 => Ok(ScalarType::I64),
                ValType::I32 => Ok(ScalarType::I32),
                ValType::F64 => Ok(ScalarType::F64),
                _ => Err(EngineError::Call(format!("`{name}` takes more than scalars"))),
            })
            .collect()
    }

    /// Calls the exported function `name` of a library. `Err` of the inner result says how the call ended instead.
    ///
    /// # Errors
    /// What stands in the way of the call.
    pub fn invoke(
        &self,
        wasm: &[u8],
        name: &str,
        args: &[Scalar],
        invocation: &Invocation,
    ) -> Result<Result<Vec<Scalar>, Finished>, EngineError> {
        let module = self.module(wasm)?;
        self.on_deep_stack(|| {
            let (mut store, outputs) = self.store(invocation)?;
            let instance = self
                .linker()?
                .instantiate(&mut store, &module)
                .map_err(|error| EngineError::Link(reason(&error)))?;
            let func = instance
                .get_func(&mut store, name)
                .ok_or_else(|| EngineError::Call(format!("the module exports no function `{name}`")))?;
            let args: Vec<Val> = args.iter().map(|&arg| to_val(arg)).collect();
            let ty = func.ty(&store);
            if ty.params().len() != args.len() {
                let (wants, has) = (ty.params().len(), args.len());
                return Err(EngineError::Call(format!("`{name}` takes {wants} arguments, not {has}")));
            }
            let mut results = vec![Val::I32(0); ty.results().len()];
            let ended = self.with_timeout(|| {
                // A reactor sets itself up once, before the first call.
                if let Ok(initialize) = instance.get_typed_func::<(), ()>(&mut store, "_initialize") {
                    initialize.call(&mut store, ())?;
                }
                func.call(&mut store, &args, &mut results)
            });
            drop(store);
            Ok(match ended {
                Ok(()) => Ok(results.iter().filter_map(from_val).collect()),
                Err(error) => {
                    let mut finished = end_of(&error);
                    outputs.move_to(&mut finished);
                    Err(finished)
                }
            })
        })?
    }
}

fn to_val(scalar: Scalar) -> Val {
    match scalar {
        Scalar::I64(value) => Val::I64(value),
        Scalar::I32(value) => Val::I32(value),
        Scalar::F64(value) => Val::F64(value.to_bits()),
    }
}

fn from_val(value: &Val) -> Option<Scalar> {
    match *value {
        Val::I64(value) => Some(Scalar::I64(value)),
        Val::I32(value) => Some(Scalar::I32(value)),
        Val::F64(bits) => Some(Scalar::F64(f64::from_bits(bits))),
        _ => None,
    }
}
