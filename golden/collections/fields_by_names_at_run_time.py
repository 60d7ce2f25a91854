# The fields of a named tuple, by names that are made when the program runs; one of them is a method of texts, too.
from collections import namedtuple

Track = namedtuple("Track", "title artist seconds")
TRACKS = [Track("Blue", "Ann", 185), Track("Red", "Bob", 95), Track("Green", "Ann", 240)]


def ordered(*fields):
    def key(track):
        return tuple(getattr(track, field.lstrip("-")) for field in fields)

    return sorted(TRACKS, key=key, reverse=fields[0].startswith("-"))


print([track.title for track in ordered("-seconds")], [track.title for track in ordered("artist", "title")])
