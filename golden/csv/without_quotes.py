# Without a character for quotes, none are read or written.
import csv
import io

print(list(csv.reader(['1,",3,",5'], quotechar=None, escapechar="\\")))
print(list(csv.reader(['1,",3,",5'])), list(csv.reader(["1,',3,',5"], quotechar="'")))

out = io.StringIO()
writer = csv.writer(out, quotechar=None, escapechar="\\")
writer.writerow(['a"b', "c,d", 1])
print(out.getvalue())

try:
    csv.reader(["a"], quotechar=None, quoting=csv.QUOTE_ALL)
except TypeError as error:
    print(error)
