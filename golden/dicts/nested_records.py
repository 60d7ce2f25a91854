# Dicts of dicts and lists hold records.
people = {
    "ann": {"age": 30, "langs": ["py", "c"]},
    "bob": {"age": 25, "langs": []},
}
people["ann"]["age"] += 1
people["bob"]["langs"].append("rust")
people["cid"] = {"age": 40, "langs": ["go"]}
for name, info in people.items():
    print(name, info["age"], ",".join(info["langs"]))
print(sum(p["age"] for p in people.values()))
print({n: len(p["langs"]) for n, p in people.items()})
print(sorted(people, key=lambda n: people[n]["age"]))
oldest = max(people.items(), key=lambda kv: kv[1]["age"])
print(oldest)
records = [{"id": 1, "v": 2.5}, {"id": 2, "v": 0.5}]
print(min(records, key=lambda r: r["v"])["id"], [r["v"] for r in records if r["id"] > 1])
