# A list that is emptied under another name while a loop runs over it: its sum is the int 0, where all said float.
def drain(xs: list[float], same: list[float]) -> None:
    for x in xs:
        print(x, sum(xs))
        same.clear()
        print(sum(xs))


drain([0.5], [1.5])
rates = [1.5, 2.5]
drain(rates, rates)
