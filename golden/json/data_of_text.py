# json.loads makes dicts, lists, text, numbers, truth values and None of text: what each place holds is known when the program
# runs, and an operation that does not fit it raises.
import json

CONFIG = """
{"services": [
  {"name": "web", "port": 80, "needs": ["db", "cache"], "enabled": true},
  {"name": "db", "port": 5432, "needs": [], "enabled": true},
  {"name": "cache", "port": 6379.5, "needs": ["db"], "enabled": false}
], "version": 2, "owner": null}
"""


def load(text):
    config = json.loads(text)
    if config["version"] != 2:
        raise ValueError("unknown version")
    return {service["name"]: service for service in config["services"]}


def in_order(services):
    done, out = set(), []

    def visit(name):
        if name not in done:
            done.add(name)
            for other in services[name]["needs"]:
                visit(other)
            out.append(name)

    for name in sorted(services):
        visit(name)
    return out


services = load(CONFIG)
print(in_order(services))
for name, service in services.items():
    print(f"{name:<6}{service['port']:>8} {'on' if service['enabled'] else 'off'}")
print(max(service["port"] for service in services.values()), services["web"]["needs"][0].upper())


def depth(node):
    if isinstance(node, dict):
        return 1 + max((depth(part) for part in node.values()), default=0)
    if isinstance(node, list):
        return 1 + max((depth(part) for part in node), default=0)
    return 0


document = json.loads(CONFIG)
print(depth(document), document["owner"], json.loads(json.dumps(document)) == document)
document["tags"] = ["x"]
document["services"][0]["needs"].append("log")
print(json.dumps(document)[-60:], document.get("missing", "-"))
try:
    print(document["owner"]["name"])
except TypeError as error:
    print(error)
try:
    print(document["version"] + document["tags"])
except TypeError as error:
    print(error)
print(json.loads('{"a": 1.50}', parse_float=str), json.loads('{"x": 1, "y": 2}', object_hook=lambda found: list(found)))
print(json.loads(b"[1, 2]"), json.loads(' "\\u00e9\\ud83d\\ude00\\n" '), json.loads("-0"), json.loads("1E2"))
