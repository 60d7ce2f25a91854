# A special method that is a method under another name takes the defaults of what nobody passes.


class Tag:
    def __init__(self, name, *children):
        self.name = name
        self.children = list(children)

    def render(self, depth=0, *notes, mark="-", **more):
        pad = "  " * depth
        lines = [f"{pad}{mark} {self.name}{''.join(notes)}{len(more)}"]
        for child in self.children:
            lines.append(child.render(depth + 1, mark=mark) if isinstance(child, Tag) else f"{pad}  {child}")
        return "\n".join(lines)

    __str__ = render

    def size(self, each=1):
        return each * len(self.children)

    __len__ = size

    def same(self, other, loose=False):
        return self.name == other.name or loose

    __eq__ = same

    def key(self, salt=7):
        return hash(self.name) * 0 + salt

    __hash__ = key


tree = Tag("ul", "one", Tag("li", 2), Tag("li", 3.5))
print(tree)
print(tree.render(1, "!", mark="*", more=1))
print(f"{tree.children[1]:>8}|", len(tree), tree.size(10))
print(tree == Tag("ul"), tree == Tag("ol"), tree.same(Tag("ol"), loose=True), [Tag("a")] == [Tag("a")])
print(hash(tree), tree.key(3), bool(Tag("empty")), bool(tree))
