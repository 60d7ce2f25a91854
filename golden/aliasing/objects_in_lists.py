# Two lists with the same objects.
class P:
    def __init__(self, x):
        self.x = x


ps = [P(1), P(2)]
qs = ps[:]
qs[0].x = 9
qs.append(P(3))
print([p.x for p in ps], [q.x for q in qs])
for p in ps:
    p.x += 1
print([q.x for q in qs], ps[0] is qs[0])
