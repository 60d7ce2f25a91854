# csv.writer quotes what has to be quoted; numbers are written as str shows them, None as nothing.
import csv
import io

out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow(["x", 1, 2.5, None, True]))
writer.writerows([["a,b", 'q"q'], ["line\nbreak", ""], [""], []])
print(repr(out.getvalue()))

out = io.StringIO()
csv.writer(out, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(["a", 1])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow(["a", 1, 0.5])
csv.writer(out, "excel-tab").writerow(["a b", "c"])
print(repr(out.getvalue()))
try:
    csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as error:
    print(error)

# A DictWriter puts values under the names of its fields.
out = io.StringIO()
records = csv.DictWriter(out, fieldnames=["name", "age"])
records.writeheader()
records.writerow({"name": "Zoe", "age": 5})
records.writerows([{"name": "Al", "age": 6}, {"name": "Bo"}])
print(out.getvalue().splitlines())
try:
    records.writerow({"name": "Q", "height": 1})
except ValueError as error:
    print(error)

# newline="" reads the ends of lines as they are written.
with open("ages.csv", "w", newline="") as file:
    csv.writer(file).writerows([["a", 1], ["b\nc", 2]])
with open("ages.csv", newline="") as file:
    print(list(csv.reader(file)))
with open("ages.csv", newline="") as file:
    print(repr(file.read()))
