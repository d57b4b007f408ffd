"""Whether bidders may join together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, fact
from .passages import Passage
from .said import demanding, phrase

_GROUP = (
    r"(?:consorti(?:um|a)|joint ventures?|joint (?:bid|tender|submission|application|proposal)s?|"
    r"groups? of (?:\w+ )?(?:bidders|companies|suppliers|economic operators|organi[sz]ations|tenderers|providers|"
    r"charities)|groupings? of (?:\w+ )?\w+|alliances? (?:of|and|or|with|may|can|are)\b|co-?bids?|partnership bids?|"
    r"bidding groups?|unincorporated groups?)"
)
_TOGETHER = (
    r"(?:\b(?:bid\w*|tender\w*|appl(?:y|ying|ications?)|submit\w*|respon\w+|quot\w+)\b[^.;]{0,40}\b(?:together|jointly|"
    r"in partnership|as partners|as (?:part of )?an? (?:group|partnership|alliance)|"
    r"with (?:one or more )?(?:others?|partners?|"
    r"other (?:bidders|organi[sz]ations|providers|charities)))|\bpartnerships? to (?:bid|tender|apply)|"
    r"\b(?:joint|collaborative|partnership) (?:bids?|tenders?|applications?|submissions?|proposals?))"
)
_MEMBER = phrase(rf"{_GROUP}['’]?s? (?:member|partner)")
_NOT_OK = r"(?:accept|permit|allow|consider|eligible|invit|welcome|entertain)"
_BARRED = phrase(
    rf"\bno {_GROUP}\b(?! (?:shall|will|is|are) be treated)|{_GROUP}(?: bids?| tenders?| submissions?| applications?)?"
    rf"[^.;]{{0,40}}\b(?:not|never|cannot) (?:be )?{_NOT_OK}|(?:\bnot|\bcannot|"
    rf"n['’]t) (?:be )?{_NOT_OK}\w*[^.;]{{0,40}}"
    rf"\b{_GROUP}|{_GROUP}[^.;]{{0,60}}\b(?:will|shall|must|would) be (?:rejected|excluded|disqualified|ineligible|"
    rf"refused)|"
    rf"\b(?:must|may|shall|can) ?not (?:bid|tender|apply|submit|form|join|be)[^.;]{{0,40}}\b{_GROUP}|"
    r"\b(?:must|may|shall|can) ?not (?:bid|tender|apply) (?:jointly|together|in partnership|with (?:others|partners))"
)
_WELCOME = phrase(
    rf"\b(?:may|can|could|welcome\w*|invit\w+|encourag\w+|free|able|happy|prepared|open|consider|wish\w*) "
    rf"[^.;]{{0,60}}?{_TOGETHER}|"
    rf"\b(?:alone|on (?:your|its|their) own|individually|singly|single \w+)\b[^.;]{{0,30}}\bor (?:together |jointly |"
    rf"else )?"
    rf"(?:with (?:partners|others)|as (?:part of )?an? (?:\w+ of an? )?(?:partnership|group|{_GROUP}))|"
    rf"\bsuitable for (?:\w+ ){{0,3}}{_GROUP}|\b(?:bid\w*|tender\w*|submission|respon\w+|appl\w+)"
    rf"\b[^.;]{{0,60}}\b(?:on behalf of|by|from|as|part of|in) (?:an? |any )?(?:group \()?{_GROUP}|"
    rf"{_GROUP}[^.;]{{0,60}}\b(?:may|can|welcome\w*|permitted|allowed|accepted|acceptable|encouraged|"
    rf"are invited|(?:is|are) bidding|come together|acting jointly|will be considered|(?:is|are|be) propos\w+)\b|"
    rf"\b(?:if|where|when|whether)\b[^.;]{{0,60}}\b(?:bid\w*|tender\w*|applicant|supplier|"
    rf"you)\b[^.;]{{0,40}}\b{_GROUP}|"
    rf"\b(?:may|can|could|welcomes?|permits?|allows?|encourages?|invites?|free to|able to|open to|"
    rf"happy to)\b[^.;]{{0,160}}\b{_GROUP}|"
    rf"\b(?:may|can)\b[^.;]{{0,60}}\bby an? (?:lead|prime) (?:provider|body|partner|organi[sz]ation|member)\b|"
    rf"\bnot (?:be )?treat[^.;]{{0,60}}{_GROUP}[^.;]{{0,40}}(?:ineligible|less favourabl)|"
    rf"{_GROUP}[^.;]{{0,40}}\bnot (?:be )?(?:treated less|disadvantaged|penalised|marked down)|"
    r"\b(?:nothing|not)\b[^.;]{0,20}\b(?:prevents?|stops?|prohibits?|precludes?)\b[^.;]{0,60}\b(?:bidding|tendering|"
    r"applying) "
    rf"(?:together|jointly)|{_GROUP} arrangement|"
    rf"^\W*(?:[\d.]{{1,6}} )?{_GROUP}\W{{1,4}}(?:yes|allowed|permitted|welcome|accepted)\b|"
    rf"\bwill consider\b[^.;]{{0,60}}\b{_GROUP}|"
    r"\b(?:two|several)(?: or more)? \w+ (?:can|may|could) (?:share|apply|bid|combine|join)\b|"
    r"\b(?:partnership agreement|lead body|special purpose vehicle)\b[^.;]{0,60}\b(?:fine|acceptable|allowed|welcome)\b"
)
_ASIDE = phrase(
    r"canvass|collu|confiden|disclos|other than|communicat|conflict of interest|devise|fix(?:es|ing)? the|"
    r"price[- ]fix|each and every|terminat|assign|novat|merg"
)
_LET_OFF = phrase(r"\bineligible\b|\bless favourabl|\bdisadvantage|\bpenalis")


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Joint bids allowed (true) or barred (false)."""
    for one in demanding(passages):
        if _ASIDE.search(one.text) or one.defines:
            continue
        if _BARRED.search(one.text) and not _LET_OFF.search(one.text):
            yield fact("consortia_allowed", one.evidence(), value=False)
        elif _WELCOME.search(_MEMBER.sub("member", one.text)):
            yield fact("consortia_allowed", one.evidence(), confidence=Confidence.MEDIUM, value=True)
