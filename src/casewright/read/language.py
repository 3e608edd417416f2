"""Whether a manuscript is in English, by its function words: the words that every sentence needs (`languages.psv`).

Of 192 published reports the least English by this measure has a fifth of its words in the English list, and no more
than 7% in that of any other language.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from string import ascii_letters

from casewright.document.model import Document
from casewright.patterns import lazily
from casewright.read.opening import refuse

_WORD = lazily(r"(?<![/\w])[^\W\d_]+")  # the L of `mmol/L` is no article
_SCRIPTS = (
    ("Chinese or Japanese", lazily(r"[\u3040-\u30ff\u3400-\u9fff]")),
    ("Korean", lazily(r"[\uac00-\ud7af]")),
    ("Cyrillic", lazily(r"[\u0400-\u04ff]")),
    ("Arabic or Persian", lazily(r"[\u0600-\u06ff]")),
    ("Hebrew", lazily(r"[\u0590-\u05ff]")),
    ("Greek", lazily(r"[\u0370-\u03ff]")),
    ("Thai", lazily(r"[\u0e00-\u0e7f]")),
    ("Devanagari", lazily(r"[\u0900-\u097f]")),
)


def _words() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("languages.psv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, words = line.split(" | ")
            found.setdefault(language, set()).update(words.split())
    return {
        language: known if language == "English" else known - found["English"]
        for language, known in found.items()
    }  # `a` and `no` are Portuguese too


_WORDS = _words()
_ENOUGH = 40  # words
_FEW = 12  # words, of which another language must have many more than English
_CLEAR = 0.2
_ENGLISH = (" the ", " of ", " and ", " with ")
_PLAIN = 0.1  # their part of the words, of a text that has more English words than any other
_SAMPLE = 6000
_MOST = 0.3  # of the letters, in a script that English is not written in
_NO_LETTERS = bytes(set(range(128)) - set(ascii_letters.encode()))


def require_english(document: Document) -> None:
    """Nothing for an English manuscript; InputError, saying how it was recognised, for one that is not."""
    sample = _sample(document)
    if name := _script(sample):
        raise _foreign(document.source, f"most of its letters are {name}")
    if _is_plainly_english(sample):
        return
    words = _WORD.findall(sample.lower())
    if len(words) < _ENOUGH:
        words = [word for word in words if len(word) > 1]  # the others may be units
    if len(words) < _FEW:
        return
    counts = Counter(words)
    shares = {
        name: sum(counts[word] for word in known & counts.keys()) / len(words)
        for name, known in _WORDS.items()
    }
    english = shares.pop("English")
    other = max(shares, key=lambda name: shares[name])
    if len(words) < _ENOUGH and shares[other] < english + _CLEAR:
        return
    if english < 0.15 and shares[other] > english + 0.05:
        raise _foreign(
            document.source,
            f"{shares[other]:.0%} of its words are function words of {other}, {english:.0%} of English",
        )
    if english < 0.03 and len(words) > 3 * _ENOUGH:
        raise _foreign(document.source, f"only {english:.0%} of its words are function words of English")


def _script(sample: str) -> str:
    """The script of most letters, "" where they are Latin."""
    ascii = sample.encode("ascii", "ignore")
    if len(sample) - len(ascii) <= _MOST * len(ascii.translate(None, _NO_LETTERS)):
        return ""  # even if all the others were letters of one script
    letters = sum(map(str.isalpha, sample)) or 1
    return next((name for name, script in _SCRIPTS if len(script.findall(sample)) > _MOST * letters), "")


def _is_plainly_english(sample: str) -> bool:
    """Whether four words that only English has are so many that no others need to be counted."""
    words = sample.count(" ")
    return words > _ENOUGH and sum(map(sample.count, _ENGLISH)) > _PLAIN * words


def _sample(document: Document) -> str:
    pieces: list[str] = []
    length = 0
    for section, block in document.blocks():
        if block.kind in ("paragraph", "item", "legend") and section.role not in (
            "references",
            "authors",
            "front",
        ):
            pieces.append(block.text[:_SAMPLE])
            length += len(pieces[-1])
            if length > _SAMPLE:
                break
    if length < 400:
        pieces.extend(block.text[:_SAMPLE] for _, block in document.blocks())
    return " ".join(pieces)[: 2 * _SAMPLE]


def _foreign(source: str, how: str) -> Exception:
    return refuse(
        source, f"not read: this is not English ({how})", "casewright reads reports written in English only"
    )
