# A function of several kinds may be made within another one, or within a method.
from functools import singledispatch


def shown_with(suffix):
    @singledispatch
    def show(value):
        return "something" + suffix

    @show.register
    def _(value: int):
        return f"int {value}" + suffix

    @show.register(list)
    def _(value):
        return "list of " + ", ".join(show(each) for each in value)

    return show(3), show([1, "a"]), show(2.5)


class Box:
    def weigh(self):
        @singledispatch
        def weight(thing):
            return 1

        @weight.register
        def weight_of_text(thing: str):
            return len(thing)

        return weight("abc") + weight(2.5)


print(shown_with("!"))
print(Box().weigh())
