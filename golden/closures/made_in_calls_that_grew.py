# What objects hold are functions that calls of the same method made; some of these calls grew as more was known.
class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._children = set(children)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __radd__(self, other):
        return self + other

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for child in sorted(value._children, key=lambda child: child.data):
                    visit(child)
                order.append(value)

        visit(self)
        self.grad = 1
        for value in reversed(order):
            value._backward()


weights = [Value(0.5), Value(-2), Value(3.0)]
inputs = [1.0, 2.0, -1]
loss = sum(weight * x for weight, x in zip(weights, inputs)) * 2 + 1
loss.backward()
for weight in weights:
    weight.data -= 0.1 * weight.grad
print(loss.data, [weight.grad for weight in weights], [round(weight.data, 3) for weight in weights])
