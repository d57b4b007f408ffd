"""Whether bidders may join together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, fact
from .labels import affirms, denies
from .passages import Passage
from .said import Said, demanding, phrase

_GROUP = (
    r"(?:consorti(?:um|a)|joint ventures?|joint (?:bid|tender|submission|application|proposal)s?|"
    r"groups? of (?:\w+ )?(?:bidders|companies|suppliers|economic operators|organi[sz]ations|tenderers|providers|"
    r"charities|operators)|group of economic operators|groupings? of (?:\w+ )?\w+|alliances? (?:of|and|or|with|may|"
    r"can|are)\b|co-bids?|cobids?|partnership bids?|"
    r"(?:bidding|tendering) groups?|group (?:bid|tender|application|proposal)s?|partnerships of|unincorporated groups?)"
)
_TOGETHER = (
    r"(?:\b(?:bid\w*|tender\w*|appl(?:y|ying|ications?)|submit\w*|respon\w+|quot\w+)\b[^.;]{0,40}\b(?:together|jointly|"
    r"in partnership|as partners|as (?:part of )?an? (?:group|partnership|alliance)|"
    r"with (?:one or more )?(?:others?|partners?|"
    r"other (?:bidders|organi[sz]ations|providers|charities)))|\bpartnerships? to (?:bid|tender|apply)|"
    r"\b(?:joint|collaborative|partnership) (?:bids?|tenders?|applications?|submissions?|proposals?))"
)
_MEMBER = phrase(rf"{_GROUP}['’]?s? (?:member|partner)")
_NOT_OK = r"(?:accept|permit|allow|consider|eligible|invit|welcome|entertain|apply|bid|tender|participate|take part)"
_BARRED = phrase(
    rf"\bno {_GROUP}\b(?! (?:shall|will|is|are) be treated)|{_GROUP}(?: bids?| tenders?| submissions?| applications?)?"
    rf"[^.;]{{0,40}}\b(?:not|never|cannot) (?:be )?{_NOT_OK}|(?:\bnot|\bcannot|"
    rf"n['’]t) (?:be )?{_NOT_OK}\w*[^.;]{{0,40}}"
    rf"\b{_GROUP}|{_GROUP}[^.;]{{0,60}}\b(?:will|shall|must|would) be (?:rejected|excluded|disqualified|ineligible|"
    rf"refused)|"
    rf"\b(?:must|may|shall|can) ?not (?:bid|tender|apply|submit|form|join|be)[^.;]{{0,40}}\b{_GROUP}|"
    r"\b(?:must|may|shall|can) ?not (?:bid|tender|apply) (?:jointly|together|in partnership|with (?:others|partners))"
)
_BIDS_AS = phrase(
    rf"{_GROUP} (?:should|must|shall|need|are to|will need) (?:to )?(?:complete|submit|provide|name|nominate|identify|"
    rf"appoint)\b|"
    rf"\b(?:if|where|when) [^.;]{{0,30}}?{_TOGETHER}|"
    rf"\b(?:as|of|for|on behalf of|behalf) (?:\w+ ){{0,3}}?(?:part of |a member of |lead \w+ (?:for|of) )?(?:an? |the "
    rf"|any )?(?:\w+ )?{_GROUP}|"
    rf"\b(?:in the (?:case|event) of|where|if|each|any|all|the) (?:an? |the |you are (?:an? )?)?(?:members? (?:or "
    rf"partners? "
    rf")?(?:of|in) )?(?:an? |the |any |such )?{_GROUP}|"
    rf"{_GROUP}[^.;]{{0,80}}\b(?:members?|lead(?:er)?|partners?|parties|jointly)\b|\bmembers of (?:an? |the |any "
    rf")?{_GROUP}|"
    r"\bparticipat\w+ in the procurement (?:procedure|process) together with others\b"
)
"""Words that reckon with a group of bidders: who tells how a consortium is to answer lets it bid."""
_BIDDERS = phrase(
    r"\b(?:complete|bid\w*|tender\w*|appl(?:y|icants?|ications?)|submi\w+|respon\w+|supplier|questionnaire|economic "
    r"operators?|"
    r"severally|"
    r"procurement|lead (?:\w+ )?(?:member|partner|organi[sz]ation|contact|body|provider)|each (?:member|partner|"
    r"party)|SPD|ESPD|"
    r"information must be provided|contracting party|award)\b"
)
_BUYING = phrase(
    r"\b(?:purchasing|buying|commissioning|procurement) consorti|\bconsorti(?:um|a) of (?:\w+ )?(?:councils|"
    r"universities|authorities|schools|"
    r"housing associations|local|public|funders|commissioners)|"
    r"\b(?:council|authority|university|trust|buyer) (?:is|are) (?:an? )?(?:\w+ )?(?:member|part) of|\bconsortium "
    r"?(?:ltd|limited)\b"
)
_WELCOME = phrase(
    r"\b(?:take part|participate|bid|tender|apply|respond)\b[^.;]{0,60}?\b(?:as|in) (?:(?:the )?(?:lead (?:of|in|"
    r"member of)|part of|a member of) )?(?:an? )?"
    r"(?:group|partnership)\b(?! of compan)|\bwhere (?:an? )?(?:group|partnership) (?:takes? part|bids?|tenders?|"
    r"applies|responds?)\b|"
    rf"\b(?:joint|collaborative|partnership|consortium) (?:bid(?:s|ding)?|tenders?|applications?|submissions?|"
    rf"proposals?|quot\w+)\b[^.;]{{0,60}}?"
    rf"\b(?:is|are|will be|be) (?:permitted|allowed|accepted|acceptable|welcome\w*|invited|encouraged|fine|"
    rf"considered)\b|"
    rf"\b(?:submit|put in|make|lodge) (?:an? )?(?:joint|collaborative|partnership) (?:bid|tender|application|"
    rf"submission|proposal|quote|quotation)\b|"
    rf"\bby (?:two or more|several) [^.;]{{0,40}}?\bas an? {_GROUP}|"
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
        allowed = _reads(one)
        if allowed is not None:
            sure = Confidence.MEDIUM if allowed else Confidence.HIGH
            yield fact("consortia_allowed", one.evidence(), confidence=sure, value=allowed)


def _reads(one: Said) -> bool | None:
    """Whether joint bids are let in or barred; None where nothing is said of them."""
    text = one.text
    if _BARRED.search(text) and not _LET_OFF.search(text):
        return False
    if one.label and _NAME.search(one.label[0]) and (denies(one.label[1]) or affirms(one.label[1])):
        return affirms(one.label[1])
    if _WELCOME.search(_MEMBER.sub("member", text)):
        return True
    if _IN_PASSING.search(text):
        return None
    reckons = _BIDS_AS.search(text) and (_BIDDERS.search(text) or _OTHERS.search(text)) and not _BUYING.search(text)
    return True if reckons or _ANY_FORM.search(text) else None


_NAME = phrase(
    rf"\b(?:bids?|tenders?|applications?|quotations?) from (?:groups|partnerships|more than one)\b|{_TOGETHER}|"
    rf"\b{_GROUP}|\b(?:joint|consortium|partnership) (?:bid(?:s|ding)?|tenders?|quotations?)"
)
_IN_PASSING = phrase(
    r"\bif relevant\b|\bin good faith\b|\bseparate bid\b|\benter into a contract together\b|\bexisting provider\b|"
    r"\bcurrently\b"
)
_OTHERS = phrase(r"\btogether with others\b|\bappoint one of (?:them|their|its)\b")
_ANY_FORM = phrase(
    r"\blegal form\b[^.;]{0,60}\bgroup\b(?: of [^.;:]{0,60})?|\brequire groups? (?:of \w+ )*to (?:take|assume|"
    r"adopt)\b[^.;]{0,30}\blegal form\b"
)
