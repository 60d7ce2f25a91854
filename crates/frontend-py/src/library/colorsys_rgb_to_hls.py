from colorsys import _hue


def rgb_to_hls(r, g, b):
    most, least = max(r, g, b), min(r, g, b)
    both = most + least
    light = both / 2.0
    if most == least:
        return 0.0, light, 0.0
    spread = most - least
    saturation = spread / both if light <= 0.5 else spread / (2.0 - most - least)
    return _hue(r, g, b, most, least), light, saturation
