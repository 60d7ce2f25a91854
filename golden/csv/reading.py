# csv.reader takes lines apart into fields, by the rules of a dialect.
import csv
import io

text = 'name,age\nAnn,"31"\n"Smith, Bob",25\n"say ""hi""",\n'
for row in csv.reader(io.StringIO(text)):
    print(len(row), row)

# Any lines will do; a quoted field may go over several.
print(list(csv.reader(["a,b", "", '"x', 'y",z'])))
print(list(csv.reader(["a;'b;c'"], delimiter=";", quotechar="'")))
print(list(csv.reader(["a|b\\|c"], delimiter="|", escapechar="\\")))
print(list(csv.reader(["a b  c"], delimiter=" ", skipinitialspace=True)))

reader = csv.reader(text.splitlines())
header = next(reader)
print(header, reader.line_num)

try:
    list(csv.reader(['"a"b'], strict=True))
except csv.Error as error:
    print(error)


# A DictReader names the fields by the first row, or by the names that it is given.
for record in csv.DictReader(io.StringIO(text)):
    print(record["name"], record.get("age"), record)
ages = [int(record["age"]) for record in csv.DictReader(text.splitlines()) if record["age"]]
print(sum(ages))
named = csv.DictReader(["1,2", "3,4"], fieldnames=["x", "y"])
print(named.fieldnames, list(named))
