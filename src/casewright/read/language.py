"""Whether a manuscript is in English, by its function words: the words that every sentence needs.

In English prose about a third of all words are function words of the list below, whatever the subject.
"""

from __future__ import annotations

import re

from casewright.document.model import Document
from casewright.read.opening import refuse

_WORDS: dict[str, frozenset[str]] = {
    "English": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "was",
            "with",
            "a",
            "for",
            "is",
            "on",
            "were",
            "by",
            "at",
            "from",
            "that",
            "as",
            "which",
            "had",
            "this",
            "be",
            "an",
            "or",
            "it",
            "are",
            "not",
            "been",
            "after",
            "has",
            "we",
            "he",
            "she",
            "his",
            "her",
        ]
    ),
    "German": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "den",
            "dem",
            "des",
            "ein",
            "eine",
            "einer",
            "einen",
            "mit",
            "von",
            "zu",
            "bei",
            "im",
            "ist",
            "war",
            "wurde",
            "nicht",
            "sich",
            "auf",
            "für",
            "nach",
            "als",
            "auch",
            "aus",
            "eines",
            "einem",
            "wurden",
        ]
    ),
    "French": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "et",
            "du",
            "un",
            "une",
            "en",
            "est",
            "était",
            "dans",
            "pour",
            "par",
            "que",
            "qui",
            "sur",
            "avec",
            "au",
            "aux",
            "ne",
            "pas",
            "plus",
            "chez",
            "cette",
            "ce",
            "sont",
            "il",
            "elle",
            "d",
            "l",
            "été",
        ]
    ),
    "Spanish": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "y",
            "en",
            "un",
            "una",
            "con",
            "por",
            "para",
            "que",
            "se",
            "es",
            "fue",
            "al",
            "como",
            "su",
            "más",
            "sin",
            "o",
            "lo",
            "paciente",
            "fueron",
        ]
    ),
    "Portuguese": frozenset(
        [
            "o",
            "a",
            "os",
            "as",
            "de",
            "do",
            "da",
            "dos",
            "das",
            "e",
            "em",
            "um",
            "uma",
            "com",
            "por",
            "para",
            "que",
            "se",
            "foi",
            "no",
            "na",
            "ao",
            "como",
            "não",
            "mais",
            "sem",
            "à",
            "dos",
        ]
    ),
    "Italian": frozenset(
        [
            "il",
            "lo",
            "la",
            "i",
            "gli",
            "le",
            "di",
            "del",
            "della",
            "dei",
            "delle",
            "e",
            "in",
            "un",
            "una",
            "con",
            "per",
            "che",
            "si",
            "è",
            "da",
            "al",
            "nel",
            "non",
            "alla",
            "sono",
            "stato",
            "stata",
            "ed",
        ]
    ),
    "Dutch": frozenset(
        [
            "de",
            "het",
            "een",
            "en",
            "van",
            "in",
            "is",
            "met",
            "op",
            "te",
            "dat",
            "voor",
            "zijn",
            "werd",
            "aan",
            "door",
            "bij",
            "niet",
            "die",
            "ook",
            "als",
            "naar",
            "uit",
            "om",
            "er",
        ]
    ),
    "Polish": frozenset(
        [
            "i",
            "w",
            "z",
            "na",
            "do",
            "nie",
            "się",
            "jest",
            "o",
            "od",
            "po",
            "przez",
            "oraz",
            "u",
            "za",
            "to",
            "dla",
            "a",
            "był",
            "była",
            "że",
            "ze",
        ]
    ),
    "Turkish": frozenset(
        [
            "ve",
            "bir",
            "bu",
            "ile",
            "için",
            "olarak",
            "da",
            "de",
            "olan",
            "daha",
            "en",
            "çok",
            "sonra",
            "gibi",
            "ancak",
            "hastanın",
            "olgu",
        ]
    ),
    "Swedish, Danish or Norwegian": frozenset(
        [
            "och",
            "att",
            "en",
            "ett",
            "det",
            "som",
            "på",
            "är",
            "med",
            "av",
            "för",
            "til",
            "av",
            "og",
            "er",
            "den",
            "på",
            "ikke",
            "ble",
            "blev",
            "var",
            "inte",
            "han",
            "hun",
            "han",
        ]
    ),
    "Romanian": frozenset(
        [
            "și",
            "de",
            "la",
            "în",
            "cu",
            "o",
            "un",
            "a",
            "pe",
            "care",
            "din",
            "nu",
            "este",
            "pentru",
            "fost",
            "că",
            "mai",
            "prin",
            "ale",
        ]
    ),
    "Indonesian or Malay": frozenset(
        [
            "yang",
            "dan",
            "di",
            "dengan",
            "pada",
            "dari",
            "untuk",
            "ini",
            "dalam",
            "adalah",
            "tidak",
            "ke",
            "oleh",
            "pasien",
            "telah",
        ]
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("Chinese or Japanese", re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")),
    ("Korean", re.compile(r"[\uac00-\ud7af]")),
    ("Cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("Arabic or Persian", re.compile(r"[\u0600-\u06ff]")),
    ("Hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("Greek", re.compile(r"[\u0370-\u03ff]")),
    ("Thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("Devanagari", re.compile(r"[\u0900-\u097f]")),
)
_ENOUGH = 40
_SAMPLE = 6000


def require_english(document: Document) -> None:
    """Nothing for an English manuscript; InputError, saying how it was recognised, for one that is not."""
    sample = _sample(document)
    letters = sum(map(str.isalpha, sample)) or 1
    for name, script in _SCRIPTS:
        if len(script.findall(sample)) > 0.3 * letters:
            raise _foreign(document.source, f"most of its letters are {name}")
    words = _WORD.findall(sample.lower())
    if len(words) < _ENOUGH:
        return
    shares = {name: sum(word in known for word in words) / len(words) for name, known in _WORDS.items()}
    english = shares.pop("English")
    other = max(shares, key=lambda name: shares[name])
    if english < 0.15 and shares[other] > english + 0.05:
        raise _foreign(
            document.source,
            f"{shares[other]:.0%} of its words are function words of {other}, {english:.0%} of English",
        )
    if english < 0.03 and len(words) > 3 * _ENOUGH:
        raise _foreign(document.source, f"only {english:.0%} of its words are function words of English")


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
