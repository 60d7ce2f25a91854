# getattr and hasattr with computed names that begin with a line: private methods as the commands of a machine.
class Machine:
    def __init__(self):
        self.stack = []
        self._steps = 0

    def run(self, code):
        for operation, argument in code:
            step = getattr(self, "_" + operation.lower())
            step(argument)
        return self.stack

    def _push(self, argument):
        self.stack.append(argument)

    def _add(self, argument):
        self.stack.append(self.stack.pop() + self.stack.pop() + argument)


print(Machine().run([("PUSH", 4), ("PUSH", 5), ("ADD", 0)]))
try:
    Machine().run([("PUSH", 4), ("FLY", 0)])
except AttributeError as error:
    print(error)


class Router:
    def handle(self, kind, *args):
        handler = getattr(self, f"_handle_{kind}", None)
        if handler is None:
            return f"nobody handles {kind}"
        return handler(*args)

    def _handle_open(self, name):
        return f"opening {name}"

    def _handle_close(self, name):
        return f"closing {name}"

    def can(self, kind):
        return hasattr(self, "_handle_" + kind)


router = Router()
print(router.handle("open", "a"), router.handle("close", "b"), router.handle("lock", "c"))
print(router.can("open"), router.can("lock"))
