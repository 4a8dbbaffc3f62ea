"""Texts that try to run a script in a reader's browser, made of what browsers are known to run and of ways out of where text stands.

Each calls `alert`, which the tests listen for. None is taken from a list of somebody else's: the parts are facts of HTML
and Markdown, and the whole is every way out before every thing that runs.
"""

from itertools import product

RUN = "alert(1)"
CHARACTER_CODES = "&#97;&#108;&#101;&#114;&#116;&#40;&#49;&#41;"  # the same, for where HTML decodes it

# What runs in a browser without a click, or with one.
ELEMENTS = [
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"<script\n>{RUN}</script\n>",
    f"<script src=data:text/javascript,{RUN}></script>",
    f"<script type=module>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src=x onerror={CHARACTER_CODES}>",
    f"<img/src=x/onerror={RUN}>",
    f"<img src=`x`onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a href=javascript:{RUN}><rect width=1000 height=1000 /></a></svg>",
    f"<math><a xlink:href=javascript:{RUN}>click</a></math>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<textarea autofocus onfocus={RUN}>",
    f"<video src=x onerror={RUN}></video>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f"<form action=javascript:{RUN}><button>click</button></form>",
    f"<button formaction=javascript:{RUN} form=x>click</button>",
    f"<a href=javascript:{RUN}>click</a>",
    f"<a href='java\tscript:{RUN}'>click</a>",
    f"<a href='&#1;javascript:{RUN}'>click</a>",
    f"<a href=JaVaScRiPt&colon;{RUN}>click</a>",
    f"<p onclick={RUN} onmouseover={RUN}>click</p>",
    f"<p style=animation-name:x onanimationstart={RUN}>x</p>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<base href=https://elsewhere.invalid/>",
    "<link rel=stylesheet href=data:text/css,*%7Bdisplay:none%7D>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<svg></p><style><a id='</style><img src=1 onerror={RUN}>'>",
    f"<template><s><img src=x onerror={RUN}></template>",
    f"<marquee onstart={RUN}>x</marquee>",
]
# Ways out of an attribute, an element of raw text, a comment, and nothing at all.
WAYS_OUT = ["", '">', "'>", "-->", "</script>", "</title></textarea></style>"]
MARKDOWN = [
    f"[click](javascript:{RUN})",
    f"[click](<javascript:{RUN}>)",
    f"[click](JAVASCRIPT:{RUN})",
    f"[click](java%0ascript:{RUN})",
    f"[click](&#106;avascript:{RUN})",
    f"[click](javascript&colon;{RUN})",
    f"[click](data:text/html,<script>{RUN}</script>)",
    f"[click](vbscript:{RUN})",
    f"[click](//elsewhere.invalid/\"onmouseover={RUN})",
    f"[click](x \"title\" onmouseover={RUN})",
    f"[click](https://a.invalid/'onmouseover='{RUN})",
    f"![x](javascript:{RUN})",
    f"![x](x\"onerror={RUN})",
    f"![\"onerror={RUN} x=](x.png)",
    f"<javascript:{RUN}>",
    f"[x]{{: onclick={RUN} }}",
    f"text {{: onclick=\"{RUN}\" }}",
    f"## Heading {{: onclick={RUN} }}",
    f"## Heading {{ onmouseover={RUN} }}",
    f"*[HTML]: \" onmouseover={RUN} x=\"",
    f"[^1]: <img src=x onerror={RUN}>",
    f"`</code><script>{RUN}</script>`",
    f"    <script>{RUN}</script>",
    f"``` html onload={RUN}\n<script>{RUN}</script>\n```",
    f"| a | b |\n|---|---|\n| <img src=x onerror={RUN}> | x |",
    f"term\n:   <script>{RUN}</script>",
    f"<div markdown><script>{RUN}</script></div>",
    f"<div markdown=\"1\" onclick={RUN}>x</div>",
    f"<abbr title='\"onmouseover={RUN}'>x</abbr>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"\\<script\\>{RUN}\\</script\\>",
    f"[@acas-policy\"onmouseover={RUN}]",
    f"[@<script>{RUN}</script>]",
    "{{ config.__class__ }}",
    f"{{% set x = 1 %}}<script>{RUN}</script>",
    f"${{{RUN}}}",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"\u2028<script>{RUN}</script>",
    f"\u202e<script>{RUN}</script>",
    f"＜script＞{RUN}＜/script＞",
]

VECTORS = [*dict.fromkeys([*(out + element for element, out in product(ELEMENTS, WAYS_OUT)), *MARKDOWN])]

WITHOUT_SIGNS = [
    f'" onmouseover={RUN} x="',
    f"' autofocus onfocus={RUN} x='",
    f"x onclick={RUN}",
    f"&quot; onmouseover={RUN} x=&quot;",
    f"&#34; onmouseover={RUN} x=&#34;",
    *(text for text in VECTORS if not set(text) & set("<>{}[]")),
]
"""Those that hold no sign of a tag, an attribute list or a link: they have only quotation marks to get out of where they stand."""
