def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    sixth = int(h * 6.0)
    part = (h * 6.0) - sixth
    low, falling, rising = v * (1.0 - s), v * (1.0 - s * part), v * (1.0 - s * (1.0 - part))
    sixth %= 6
    if sixth == 0:
        return v, rising, low
    if sixth == 1:
        return falling, v, low
    if sixth == 2:
        return low, v, rising
    if sixth == 3:
        return low, falling, v
    if sixth == 4:
        return rising, low, v
    return v, low, falling
