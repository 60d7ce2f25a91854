# A method that is replaced by an attribute of its name; where it is not yet, it has no attributes but those of a function.
class Handler:
    def successor(self, successor):
        self.successor = successor


class Small(Handler):
    def handle(self, request):
        if request > 10:
            self.successor.handle(request)
        else:
            print("small", request)


class Large(Handler):
    def handle(self, request):
        print("large", request)


small, large = Small(), Large()
small.successor(large)
small.handle(5)
small.handle(15)
for action in (lambda: Small().handle(20), lambda: Small().handle.count, lambda: Handler.successor.count):
    try:
        action()
    except AttributeError as error:
        print(error)
