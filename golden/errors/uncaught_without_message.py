# Without arguments only the name is shown.
print("start")
raise RuntimeError
