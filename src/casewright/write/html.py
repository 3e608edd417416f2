"""A Document as one HTML file that needs nothing else: its facts tell where they are written and where they stand."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from casewright.case.model import Case
from casewright.document.model import Document
from casewright.journal.model import Profile
from casewright.write.front import keywords_of, title_of
from casewright.write.html_body import Body
from casewright.write.html_facts import facts_json
from casewright.write.images import Images
from casewright.write.nodes import blocks_of

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<meta name="keywords" content="{keywords}">
<style>{style}</style>
</head>
<body>
<main>
<article>
{body}</article>
</main>
<script type="application/json" id="facts">{facts}</script>
<script>{script}</script>
</body>
</html>
"""


def write_html(document: Document, profile: Profile, case: Case, images: Images) -> bytes:
    """The page. Nothing in it is loaded from elsewhere, and its policy forbids the browser to."""
    blocks = blocks_of(document.ast)
    body = Body(blocks, images)
    words = body.written()
    style, script = _asset("html.css"), _asset("html.js")
    policy = [
        "default-src 'none'",
        "img-src data:",
        f"style-src {_allowed(style)}",
        f"script-src {_allowed(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return PAGE.format(
        language=escape(profile.language),
        policy="; ".join(policy),
        title=escape(title_of(blocks)),
        keywords=escape(", ".join(keywords_of(blocks))),
        style=style,
        body=words,
        facts=facts_json(case, body.places),
        script=script,
    ).encode()


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name("assets").joinpath(name).read_text(encoding="utf-8")


def _allowed(text: str) -> str:
    """A source expression of Content Security Policy, which allows this text and no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
