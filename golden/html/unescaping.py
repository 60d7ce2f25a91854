# html.unescape replaces references to characters, also those that lack their semicolon.
import html

print(html.unescape("&lt;b&gt; &amp; &quot;q&quot; &#39;x&#39; &#x41;"))
print(html.unescape("&eacute; &notit; &amp &nosuch; & &#128; &#0;"))
print(html.unescape(html.escape("<a href='x'>")) == "<a href='x'>")
