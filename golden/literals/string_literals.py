# Both quotes are equal; escapes are read in plain strings, not in raw ones.
print('single', "double")
print("it's", 'say "hi"')
print("tab\tend", "back\\slash", "\x41\u00e9\U0001F600\101")
print(r"raw\n", R"\d+")
print("adjacent " "strings " 'join')
text = """first
second "quoted"
third"""
print(text)
print(len(text), len("\n\t"), len(r"\n\t"))
print('a\
b')
print("" == '')
