from random import Random as _SecretsRandom

_secrets_rng = _SecretsRandom()
_rng = _secrets_rng
