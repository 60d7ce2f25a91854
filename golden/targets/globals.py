# Constants, tables, counters and containers of the module.
RATES = {"EUR": 1.0, "USD": 1.08, "JPY": 163.5}
MAX_LOG = 2
total = 0
log = []


def convert(amount: float, currency: str) -> float:
    global total
    total += 1
    if len(log) < MAX_LOG:
        log.append(currency)
    return amount * RATES[currency]


print(convert(10.0, "USD"), convert(2.0, "JPY"))
print(convert(1.0, "EUR"), total, log)
recent = log
recent.append("?")
print(log, len(RATES))
