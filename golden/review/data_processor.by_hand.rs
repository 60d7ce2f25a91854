//! Sales by region: chains of iterators over records.

use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Clone, Debug, PartialEq)]
pub struct Sale {
    pub region: String,
    pub units: i64,
    pub price: f64,
}

impl Sale {
    pub fn revenue(&self) -> f64 {
        self.units as f64 * self.price
    }
}

pub fn by_region(sales: &[Sale]) -> BTreeMap<&str, f64> {
    let mut totals = BTreeMap::new();
    for sale in sales {
        *totals.entry(sale.region.as_str()).or_default() += sale.revenue();
    }
    totals
}

pub fn large(sales: &[Sale], units: i64) -> impl Iterator<Item = &Sale> {
    sales.iter().filter(move |sale| sale.units >= units)
}

pub fn report(sales: &[Sale]) -> String {
    let mut text = String::new();
    for (region, total) in by_region(sales) {
        let _ = writeln!(text, "{region:<8}|{total:>12.2}");
    }
    text.truncate(text.trim_end().len());
    text
}

/// The revenue of large sales, of two that are given.
pub fn revenue_of(units: i64, price: f64) -> f64 {
    let sales = [
        Sale { region: "north".to_owned(), units, price },
        Sale { region: "south".to_owned(), units: 120, price: 2.5 },
    ];
    large(&sales, 100).map(Sale::revenue).sum()
}
