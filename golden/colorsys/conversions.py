# Colours as red, green and blue, and in three other ways.
import colorsys
from colorsys import hsv_to_rgb, rgb_to_hsv

colours = [(0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.2, 0.4, 0.6), (0.6, 0.2, 0.4), (0.4, 0.6, 0.2), (0.9, 0.1, 0.1), (0.3, 0.3, 0.3)]
colours += [(n / 7, (n * n % 11) / 10, 1 - n / 9) for n in range(8)]
for r, g, b in colours:
    hsv, hls, yiq = rgb_to_hsv(r, g, b), colorsys.rgb_to_hls(r, g, b), colorsys.rgb_to_yiq(r, g, b)
    print(hsv, hls, yiq)
    print(hsv_to_rgb(*hsv), colorsys.hls_to_rgb(*hls), colorsys.yiq_to_rgb(*yiq))
for sixth in range(7):
    print(hsv_to_rgb(sixth / 6, 0.5, 0.8), colorsys.hls_to_rgb(sixth / 6, 0.7, 0.9))
print([int(part * 255) for part in hsv_to_rgb(0.55, 1, 1)])
