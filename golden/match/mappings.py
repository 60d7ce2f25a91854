# Mapping patterns look for keys; `**rest` takes the others.
def area(shape):
    match shape:
        case {"kind": "circle", "r": r}:
            return 3 * r * r
        case {"kind": "rect", "w": w, "h": h}:
            return w * h
        case {"kind": kind, **rest}:
            return f"{kind}? {sorted(rest)}"
        case {}:
            return None


for shape in ({"kind": "circle", "r": 2}, {"kind": "rect", "w": 2, "h": 3}, {"kind": "tri", "a": 1}, {"x": 1}):
    print(area(shape))


def status(response):
    match response:
        case {"status": 200, "body": body}:
            return f"ok {body}"
        case {"status": 404 | 410 as code}:
            return f"gone {code}"
        case {"status": code} if code >= 500:
            return f"server {code}"
        case _:
            return "other"


print(status({"status": 200, "body": 7}), status({"status": 404}), status({"status": 503}), status({}))
config = {1: "one", 2: "two"}
match config:
    case {1: first, **others}:
        print(first, others)
