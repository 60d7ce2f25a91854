# Text as HTML shows it, with and without quotes.
import html
from html import escape

print(html.escape("<a href='x'>T&C \"q\"</a>"), escape("'a' < \"b\"", quote=False))
