# A template is filled from sequences and dicts whose items only the run knows, whatever kinds of values they hold.
person = {"name": "Al", "age": 3, "ratio": 0.5}
print("{name} is {age:>4} {ratio:.2%}".format(**person), "{name}!{age:03d}".format_map(person))
rows = [["id", "name", "qty"], ["1", "pen", "20"]]
header = " | ".join(["{:<6}"] * 3)
for row in rows:
    print(header.format(*row).rstrip())
for record in [["x", 1, 2.5], ["yy", 20, 0.25]]:
    print("{:<4}{:>4}{:8.2f}".format(*record))


def show(template, *args, **names):
    return template.format(*args, **names)


print(show("{} {k}", 1, k="v"), show("{0}", "z"))
print(list(map("<{}>".format, [1, "a"])), "{0[name]}".format(person))


def either(flag):
    return "s" if flag else 3


print("{:>4}|{:>4}".format(either(0), either(1)))
counts = {"a": 1, "b": 2}
for template in ["{a}+{b}", "{b:>3}", "{c}", "{}"]:
    try:
        print(template.format(**counts))
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)
try:
    print("{} {}".format(*[1]))
except IndexError as error:
    print(error)
try:
    print("{:d}".format(either(1)))
except ValueError as error:
    print(error)
