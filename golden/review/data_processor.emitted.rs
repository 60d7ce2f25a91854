//! Sales by region: comprehensions over records.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::fmt;

use portalis_rt::{Dict, Exception, Num, Repr, Str, builtins, format, py};

#[derive(Clone, PartialEq)]
pub struct Sale {
    pub region: Str,
    pub units: i64,
    pub price: f64,
}

portalis_rt::value!(Sale { region, units, price });

impl Sale {
    pub fn revenue(&self) -> f64 {
        self.units as f64 * self.price
    }
}

impl Repr for Sale {
    fn repr(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "Sale(region={:?}, units={:?}, price={:?})",
            py(&self.region),
            py(&self.units),
            py(&self.price),
        )
    }
}

portalis_rt::unhashable!(Sale, "Sale");
portalis_rt::format_object!(Sale, "Sale");

pub fn by_region(sales: &[Sale]) -> Dict<Str, f64> {
    let totals = Dict::<Str, f64>::new();
    for sale in sales {
        totals
            .set(sale.region.clone(), totals.get_or(&sale.region, 0.0) + sale.revenue());
    }
    totals
}

pub fn large(sales: &[Sale], units: i64) -> Vec<Sale> {
    sales.iter().filter(|sale| sale.units >= units).cloned().collect()
}

pub fn report(sales: &[Sale]) -> Result<Str, Exception> {
    let mut lines: Vec<Str> = Vec::new();
    for (region, total) in builtins::sorted(by_region(sales).items().iter(), false)
        .iter()
    {
        lines
            .push(
                Str::from(
                    format!(
                        "{}|{}",
                        format::try_format(&region, "<8")?,
                        format::try_format(&total, ">12.2f")?,
                    ),
                ),
            );
    }
    Ok(Str::from("\n").join(lines.iter().cloned()))
}

/// The revenue of large sales, of two that are given.
pub fn revenue_of(units: i64, price: f64) -> Result<Num, Exception> {
    let sales: Vec<Sale> = vec![
        Sale {
            region: Str::from("north"),
            units,
            price,
        },
        Sale {
            region: Str::from("south"),
            units: 120,
            price: 2.5,
        },
    ];
    Ok({
        let mut total_ = Num::from(0_i64);
        for sale in large(&sales, 100) {
            total_ = total_.clone().try_add(&Num::from(sale.revenue()))?;
        }
        total_
    })
}

portalis_rt::export! {
    revenue_of(units: i64, price: f64) -> f64;
}
