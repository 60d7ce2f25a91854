# An identifier is a number of 128 bits; of a name there is one in each namespace.
import uuid

print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://python.org/"))
known = uuid.UUID("{12345678-1234-5678-1234-567812345678}")
print(known, repr(known), known.hex, known.int, known.bytes[:4])
print(known == uuid.UUID(int=known.int), known < uuid.UUID(int=0), len({known, uuid.UUID(known.hex)}))

fresh = uuid.uuid4()
print(fresh.version, len(str(fresh)), fresh != uuid.uuid4(), str(fresh)[14])
try:
    uuid.UUID("nonsense")
except ValueError as e:
    print(e)
