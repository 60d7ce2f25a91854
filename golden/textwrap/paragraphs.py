# `textwrap`: lines of a width, a common margin taken off, a prefix put on, a text cut to one line.
import textwrap
from textwrap import dedent, fill

text = "The quick-witted fox -- who was, by all accounts, well-read -- jumped over the extraordinarily lazy dog."
for line in textwrap.wrap(text, width=30):
    print(line)
print(fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("supercalifragilistic", 8), textwrap.wrap("supercali fragilistic", 8, break_long_words=False))
print(textwrap.wrap("a well-known fact", 8, break_on_hyphens=False), textwrap.wrap("", 10))
print(textwrap.shorten(text, width=30), textwrap.shorten("Hello  world!", width=12), sep="\n")
print(textwrap.shorten("Hello world", width=10, placeholder="..."))
print(textwrap.wrap(text, 20, max_lines=2, placeholder=" ~"))
print(
    dedent(
        """
        def area(r):
            return r * r

        print(area(2))
        """
    ).strip()
)
print(textwrap.indent("one\n\ntwo\n", "> "), end="")
print(textwrap.indent("one\n\ntwo\n", "> ", lambda line: True), end="")


def usage():
    from textwrap import dedent, indent as put_before

    return put_before(dedent("    a\n      b"), "| ")


print(usage())
try:
    textwrap.wrap("text", 0)
except ValueError as error:
    print(error)

# A TextWrapper keeps its settings.
wrapper = textwrap.TextWrapper(width=20, initial_indent="* ", subsequent_indent="  ")
print(wrapper.wrap("one two three four five six"))
wrapper.width = 12
print(wrapper.fill("one two three four five six"))
