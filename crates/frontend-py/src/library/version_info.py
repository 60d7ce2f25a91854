from typing import NamedTuple as _NamedTuple


class _VersionInfo(_NamedTuple):
    major: int
    minor: int
    micro: int
    releaselevel: str
    serial: int


version_info = _VersionInfo(3, 11, 0, "final", 0)
