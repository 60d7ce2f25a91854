# Secrets are of the length that is asked for; nobody knows more of them.
import secrets
from secrets import token_hex

print(len(token_hex(8)), len(secrets.token_bytes(16)), len(secrets.token_urlsafe(16)))
print(0 <= secrets.randbelow(10) < 10, secrets.randbits(8) < 256, secrets.choice("aaa"))
print(token_hex(16) != token_hex(16), secrets.compare_digest("same", "same"))
try:
    secrets.randbelow(0)
except ValueError as e:
    print(e)
