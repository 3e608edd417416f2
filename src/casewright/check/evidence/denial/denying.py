"""Whether the words around a symptom or sign say that it is there, or that it is not.

A denial reaches as far as its clause (Chapman et al. 2001, doi:10.1006/jbin.2001.1029). What is told as possible or as
gone is neither.
"""

from __future__ import annotations

from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

CUES = words(
    "no without denied denies denying deny never not nor neither absence absent negative none free lacked ruled"
    " excluded failed"
)
"""Words of which every denial has one."""
_DENIAL = lazily(
    r"\b(?:no|without|denie[ds]|denying|deny|nor|neither|absence of|negative for|free of|lacked|lacking"
    r"|(?:did|do|does|had|has) (?:not|never) (?:have|had|show|report|reveal|complain of|experience[d]?"
    r"|demonstrate|display|exhibit|suffer(?:ed)? from|detect)"
    r"|never (?:had|complained of|reported|experienced|noticed|developed)|not (?:have|had|report"
    r"|reported) any"
    r"|(?:was|were|is|are) not|(?<!not )(?:ruled out|excluded)|failed to (?:show|reveal|demonstrate|detect|identify))\b"
)
_ENDING = lazily(  # what ends the reach of a denial
    r"[;:()]|\b(?:but|however|although|though|except|apart|with|which|who|whom|that|was|were|is|are|had"
    r"|has|have|did"
    r"|showed|revealed|because|due|despite|only|until|while|when|after|before|since|he|she|they"
    r"|and (?:an?|the|his|her|enlarged|mild|severe|moderate|marked)|on|at|to|than|over|within|around"
    r"|near|between|beyond|presented|complained|reported|developed|suggest\w*|indicat\w*)\b"
)
_OTHERWISE = lazily(  # of something else about it: `no further vomiting`, `no improvement of the pain`
    r"\b(?:change|changes|improvement|response|relief|effect|increase|decrease|recurrence|recurrent|further"
    r"|more|longer|other|others|new|additional|residual|worsening|correlation|contraindication|suspicion"
    r"|cause|source|treatment|therapy|risk|doubt|need|evolution|progression|difference|previous|prior"
    r"|preceding|recent|family|subsequent|only|complications?|significant|obvious|gross|definite|overt"
    r"|active|acute|frank|massive|serious|major|clinically|relevant|specific|clear|typical|current"
    r"|concurrent|apparent)\b"
)
_DENIED_BEHIND = lazily(
    r"\s(?:[a-z]+ly |also |itself )?(?:was|were|is|are)\s(?:(?:also|both|all)\s)?(?:absent|denied"
    r"|excluded(?! (?:from|by|with|without|using|surgically|successfully|via))|ruled out"
    r"|negative(?! for)"
    r"|not (?:\w+ly )?(?:seen|observed|noted|noticed|found|detected|present|reported|evident|demonstrated"
    r"|identified|palpable|palpated|visible|visuali[sz]ed|shown|recorded|revealed|appreciated))\b"
)
_HEDGED = lazily(  # what is told as possible, as sought, or as gone
    r"\b(?:if|whether|risk|prevent\w*|suspect\w*|suspicio\w*|possib\w*|potential\w*|may|might|can|could"
    r"|should|would|consider\w*|differential|rule out|ruling out|evaluat\w*|assess\w*"
    r"|screen\w*|monitor\w*|such as|typical\w*|usual\w*|common\w*|prophyla\w*|in case of|concern\w*"
    r"|unless|avoid\w*|presum\w*|likely|unlikely|probabl\w*|apparent\w*|advised|warn\w*|look for"
    r"|search\w*|scale|score|questionable|equivocal|believed|thought|mimic\w*|simulat\w*|like|versus"
    r"|initially|associated with|syndromes|resol\w*|disappear\w*|subsid\w*|improv\w*|reliev\w*|relief"
    r"|abat\w*|settl\w*|ceas\w*|stopp\w*|remission|regress\w*|decreas\w*|reduc\w*|remov\w*|cured|gone"
    r"|recover\w*|vanish\w*|control\w*|classif\w*|treat\w*|(?:pain|anti)\s?killer|drain\w*|repair\w*"
    r"|clip\w*|syndrome)\b"
)
_RULED_OUT = lazily(r"\b(?:to|and) (?:rule out|exclude|look for|assess|search for)\b[^.;]*\Z")
_OF_IT = lazily(  # of something about it, or in it: `no radiation of the pain`, `absence of atypia in the metastases`
    r"\b(?!evidence|signs?|symptoms?|history|presence|complaints?|episodes?"
    r"|features?|indications?|feeling|proof)[a-z]+ (?:of|in|from)\b"
)
_WHOSE = lazily(  # before what only belongs to the thing denied: `cultures of her ascites`, `a biopsy from the mass`
    r"\b(?!evidence|signs?|symptoms?|history|presence|complaints?|episodes?|features?|indications?|feelings?|proof"
    r"|kinds?|types?|degrees?|areas?)[a-z]+ (?:of|from|in|for) (?:the |his |her |an? |this |any )?(?:[a-z]+ )?\Z"
)
_BEFORE, _REACH, _HEDGE = 200, 130, 60  # characters before a sign, of a denial, and on either side of a sign


def is_there(lower: str, start: int, end: int, denies: bool) -> bool | None:
    """Whether a sentence says that the patient has what stands here; None where it does not say."""
    if not denies:
        return _stated(lower, start, end)
    if _DENIED_BEHIND.match(lower, end):
        return None if _WHOSE.search(lower, max(0, start - _HEDGE), start) else False
    before = lower[max(0, start - _BEFORE) : start]
    last = next(iter([*_DENIAL.finditer(before)][-1:]), None)
    if last is not None:
        between = before[last.end() :]
        if _OTHERWISE.search(between) or _OF_IT.search(between):
            return None
        if len(between) < _REACH and not _ENDING.search(between):
            return None if _HEDGED.search(before[: last.start()][-_HEDGE:]) else False
    return _stated(lower, start, end)


def _stated(lower: str, start: int, end: int) -> bool | None:
    """True for what nothing denies; None where it is told as possible, or as gone."""
    if _HEDGED.search(lower, max(0, start - _HEDGE), end + _HEDGE) or _RULED_OUT.search(lower, 0, start):
        return None
    return True
