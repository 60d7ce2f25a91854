# Case methods give a new string.
s = "hello World"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase())
print(s)
print("they're bill's".title(), "ABC def".capitalize(), "x1y2".title())
print("ß".upper(), "ÉCOLE".lower(), "".upper() == "")
print("abc".islower(), "aBc".islower(), "ABC1".isupper(), "1".isupper(), "".islower())
print("Hello World".istitle(), "Straße".casefold())
