# os.environ is a dict of texts; paths without a root begin at the working directory.
import os

print(os.getenv("NO_SUCH_NAME"), os.getenv("NO_SUCH_NAME", "else"), os.environ.get("NO_SUCH_NAME", "x"))
os.environ["ANSWER"] = "42"
print(os.environ["ANSWER"], os.getenv("ANSWER"), "ANSWER" in os.environ)
try:
    print(os.environ["NO_SUCH_NAME"])
except KeyError as error:
    print("no", error)
here = os.getcwd()
print(here.startswith("/"), os.path.abspath("x") == os.path.join(here, "x"), os.path.abspath("/a/../b"))
print(os.path.relpath("/a/b/c", "/a/d"), os.path.relpath("/a", "/a"), os.path.relpath(os.path.join(here, "y")))
print(os.path.realpath(".") == here, os.path.realpath("no/../such") == os.path.join(here, "such"))
print(os.path.commonpath(["/usr/lib/x", "/usr/local"]), os.path.commonpath(["a/b", "a/c/d"]))
os.environ["HOME"] = "/home/me/"
print(os.path.expanduser("~/notes"), os.path.expanduser("~"), os.path.expanduser("a/~"))
print(os.path.join("a", "b", "c", "d", "e"), os.path.join(*["x", "y", "z"]))
try:
    os.path.commonpath(["/a", "b"])
except ValueError as error:
    print(error)
