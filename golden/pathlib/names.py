# A Path takes a path apart and puts it together as text.
from pathlib import Path

path = Path("src") / "pkg" / "module.tar.gz"
print(path, repr(path), path.name, path.stem, path.suffix, path.suffixes, path.parts)
print(path.parent, path.parent.parent, path.parents[1], [str(above) for above in path.parents])
for text in ("", ".", "/", "a//b/./c/", "/usr/../lib", "//x", "..", ".bashrc", "a.", "x.y/z"):
    one = Path(text)
    print(repr(one), repr(one.name), repr(one.suffix), repr(one.stem), one.parent, one.parts, one.is_absolute())
print(Path("a", "b", Path("c")), Path("a", "/b"), "x" / Path("y"), Path("a").joinpath("b", "c"))
print(path.with_name("other"), path.with_suffix(".zip"), path.with_stem("m"), Path("a").with_suffix(""))
print(Path("/a/b/c").relative_to("/a"), Path("a/b").relative_to(Path("a/b")), Path("/a/b").is_relative_to("/a"))
print(Path("a/b") == Path("a//b/"), Path("a") == "a", len({Path("x"), Path("./x"), Path("y")}), Path("a") < Path("b"))
print(sorted([Path("b"), Path("a/c"), Path("a"), Path("/z")]), f"{path!s:>20}", str(path).upper())
for wrong in (
    lambda: Path("/").with_name("x"),
    lambda: Path("a").with_name("b/c"),
    lambda: Path("a").with_suffix("txt"),
    lambda: Path("/a").relative_to("/b"),
):
    try:
        print(wrong())
    except ValueError as error:
        print(error)
