# shlex takes a command apart into words as a shell does, and quotes words for one.
import shlex

print(shlex.split("ls -l \"my file\" 'a b' c\\ d ''"))
print(shlex.split("a # b", comments=True), shlex.split("a # b"))
print(shlex.quote("it's"), shlex.quote("plain"), shlex.quote(""))
print(shlex.join(["echo", "a b", "$x"]))
for wrong in ['"abc', "x\\"]:
    try:
        shlex.split(wrong)
    except ValueError as error:
        print(error)
