"""Pages with one defect each: every check has to find its own, or it checks nothing."""

START = ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A defect</title>'
         '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>'
         "<h1>A defect</h1>")
END = "</main></body></html>"
DRAWING = '<svg role="img" aria-label="A drawing" width="300" height="40">{}</svg>'
NAMED = DRAWING.format("<title>A</title><desc>B</desc>{}")

#: The check that has to speak, and what is in the page.
DEFECTS = {
    "a script that logs": ("console", "<script>console.log('hello')</script>"),
    "a script that fails": ("error", "<script>throw new Error('no')</script>"),
    "a picture from the network": ("request", '<img alt="A" src="http://127.0.0.1:9/a.png">'),
    "a style from a file": ("request", '<link rel="stylesheet" href="style.css">'),
    "a wide block": ("wide", '<div style="width:2000px">wide</div>'),
    "small letters": ("small", '<p style="font-size:9px">small</p>'),
    "small letters in a drawing": (
        "small", '<svg role="img" viewBox="0 0 2000 20" width="300"><title>A</title><desc>B</desc>'
        '<text y="15" font-size="16">small</text></svg>'),
    "small print": ("printed", '<p style="font-size:8px">small</p>'),
    "letters on letters": ("crowded", NAMED.format('<text y="20">one</text><text y="22">two</text>')),
    "letters beyond a drawing": ("crowded", NAMED.format('<text x="290" y="20">beyond</text>')),
    "pale letters in a drawing": (
        "pale", NAMED.format('<text y="20" fill="#aaa">pale</text>')),
    "two titles": ("structure", "<h1>Another</h1>"),
    "a heading left out": ("structure", "<h3>Third</h3>"),
    "a drawing without a name": ("structure", DRAWING.format("")),
    "low contrast": ("axe", '<p style="color:#ccc;background:#fff">pale</p>'),
    "a link without words": ("axe", '<a href="#x"></a>'),
    "a table without headers": (
        "axe", '<table><tr><td headers="none">1</td></tr></table>'),
    "closed in print": (
        "closed", "<details><summary>More</summary><p>What print hides</p></details>"),
}
