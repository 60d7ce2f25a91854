# A dict may hold the view of its own values, which is shown as `...` inside itself.
own = {}
own["all"] = own.values()
print(own, len(own["all"]))
nested = {}
for _ in range(3):
    nested = {42: nested.values()}
print(nested)
