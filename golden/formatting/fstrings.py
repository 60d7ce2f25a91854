# f-strings put values into text; any expression can stand in the braces.
name, age, ratio = "Ada", 36, 2 / 3
print(f"{name} is {age} and {ratio}")
print(f"{age + 1} {name.upper()} {[age, name]} {len(name)}")
print(f"{{literal}} {name!r} {name!s:>6} {'é'!a}")
print(f"{ratio:.2f} {age:5d}| {name:<6}| {name:>6}| {name:^7}|")
print(f"{age=} {name=} {ratio = :.3f}")
width, places = 10, 3
print(f"{ratio:{width}.{places}f}|{name:*^{width}}|")
print(f"{'nested ' + f'{age}'}", f"{True} {None} {(1, 2)} {{}}")
print(f"{age if age > 30 else 'young'}", f"{(lambda x: x * 2)(age)}")
print(f"a" "b" f"{age}")
