def _hue(r, g, b, most, least):
    spread = most - least
    red, green, blue = (most - r) / spread, (most - g) / spread, (most - b) / spread
    if r == most:
        sixth = blue - green
    elif g == most:
        sixth = 2.0 + red - blue
    else:
        sixth = 4.0 + green - red
    return (sixth / 6.0) % 1.0
