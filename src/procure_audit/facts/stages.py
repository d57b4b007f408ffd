"""What a date of a tender is for, from the words around it: one table of wording a stage. Knows no documents."""

from __future__ import annotations

from functools import lru_cache

from ..text.pattern import Pattern
from .said import phrase

_KEPT = 20_000
"""Words whose stage is kept: notices say "Contract start:" again and again."""
_BID = (
    r"(?:tenders?|bids?|bidders?|quotes?|quotations?|proposals?|offers?|itts?|itqs?|rfps?|rfqs?|sqs?|pqqs?|"
    r"responses?|"
    r"submissions?|applications?|questionnaires?|returns?)"
)
_QUESTION = r"(?:clarifications?|questions?|quer(?:y|ies)|[ei]nquir(?:y|ies)|q ?& ?as?|rfis?)"
_DUE = (
    r"(?:deadline|clos(?:es?|ing|ure)|latest|last (?:date|day|time)|final date|cut-?\s?off|due|end date|no later "
    r"than|"
    r"not later than|"
    r"by|before|until|up to|return(?:ed)?|receipt|received|arrive|submi\w+)"
)
_CLARIFIES = phrase(
    rf"^\W*(?:ask us|questions to us) by\b|\bdates? for (?:\w+ ){{0,2}}{_QUESTION}\b|"
    r"\bask (?:us )?(?:(?:anything|about|if|any|for)\b.{0,80})?\b(?:by|until|before|up to)\b|"
    r"\b(?:require|need|want)s? (?:any )?(?:further|more|additional) (?:information|details|help)\b.{0,100}"
    r"\b(?:by|before|no later than|not later than|until)\b|\bstop answering\b|\blast (?:day|date|time) to (?:ask|"
    r"query|raise|put)\b|\bunsure\b.{0,60}\b(?:by|until|"
    r"before)\b|"
    r"\b(?:want|wish|need|like) to ask\b.{0,100}\b(?:by|until|before)\b|"
    r"\b(?:unclear|not clear|not sure|in doubt)\b.{0,100}\b(?:by|until|before|up to)\b|"
    rf"\blast (?:moment|point|chance|opportunity) (?:for|to) (?:\w+ ){{0,3}}?{_QUESTION}\b|"
    rf"^\W*(?:last|final) (?:\w+ )?{_QUESTION}\b|^\W*{_QUESTION}(?: \w+){{0,3}} (?:stop|end)\w*\b|\bend (?:of|"
    rf"to) (?:the )?(?:\w+ )?{_QUESTION}\b|"
    rf"\b{_QUESTION}\b.{{0,170}}\b{_DUE}\b|"
    rf"\b{_DUE}\b.{{0,70}}\b{_QUESTION}\b|^\W*{_QUESTION} (?:period )?(?:end|"
    r"deadline)"
)
_NO_QUESTION = phrase(
    rf"\bafter (?:the |all )?(?:\w+ )?{_QUESTION}|"
    r"\b(?:respon(?:d\w*|ses?)|answers?|answered|repl(?:y|ies)|comments?|feedback|mark-?ups?)\b.{0,60}\b(?:issued?|"
    r"publish\w*|"
    r"released?|circulated|available|provided|sent|given|uploaded|on the framework)\b|\banswers?\b|\b(?:issue|"
    r"publication|release|"
    r"publish|provide|send|distribut\w+)\b.{0,40}\b(?:respon(?:d|ses?)|repl(?:y|ies))\b|\brespon(?:d|ses?) to (?:\w+ "
    r"){0,3}"
    r"(?:clarifications?|questions?|quer)|\b(?:clarification|questions?) (?:responses?|meeting)|\bpost[- ]tender"
)
_ASKED_BY = phrase(
    rf"\b{_QUESTION}(?: \w+){{0,4}} (?:received|sent|submitted|raised|asked|made|put|that (?:reach|come))\b.{{0,40}}"
    rf"\b(?:by|before|until|up to|later than)\b|\bdates? for (?:further |any |all |more |last |final )?{_QUESTION}\b"
)
"""Words that are of questions and not of answers, though they speak of answers too: "We answer those sent by …"."""
_ADDRESS = Pattern(r"\S{1,80}@\S{1,80}|https?://\S{1,300}|www\.\S{1,300}")
"""An address says nothing of a stage, whatever words it is made of: "evaluation@museum.example"."""
ON_TERMS = phrase(
    r"\bcomments?\b|\bfeedback\b|\bmark-?ups?\b|\b(?:suggested|proposed) (?:revisions|changes|amendments)"
)
_DUE_LABEL = (
    r"(?:deadline|closing (?:date|time)|closes?|latest (?:date|time)|last (?:date|time|day)|final date|cut-?\s?off|"
    r"due date|"
    r"end date|return (?:date|by|deadline)|submission date|date/time for)"
)
_BIDS_DUE = phrase(
    rf"\bwhen (?:do|does|must|should|shall|can|is|are|will) (?:\w+ ){{0,4}}?{_BID} (?:\w+ ){{0,2}}?(?:due|be in|be "
    rf"sent|submitted|returned|wanted|"
    rf"in|needed)\b|\bwhen (?:do|must|should) (?:i|we|you|bidders) (?:\w+ ){{0,2}}?(?:bid|reply|respond|apply|"
    rf"tender|submit)\b|"
    r"\bwhat(?: is|['’]s) (?:the |your )?(?:closing date|deadline)\W*$|\bback (?:with|to) us\b|"
    rf"\b{_BID} (?:in|back|over)(?: to us)? (?:by|before)\b|"
    rf"\buntil\b.{{0,40}} to (?:upload|post|deliver|lodge)\b.{{0,30}}\b{_BID}\b|\b{_BID} (?:are |is )?accepted until\b|"
    rf"\b(?:like|want|need|expect|must have)(?: to (?:have|receive|see))? (?:your|the|all|their)(?: \w+){{0,2}}? "
    rf"{_BID}\b.{{0,30}}"
    r"\b(?:by|before|no later than)\b|"
    rf"\b(?:date and time|time limit|date|time) (?:for|of) (?:the )?(?:\w+ )?(?:receipt|return|submission|"
    rf"submitting|returning|receiving|lodgement|"
    rf"lodging) (?:of )?(?:\w+ ){{0,2}}?{_BID}\b|"
    r"\b(?:send|e-?mail|post|return|submit|upload|bring) (?:it|this|them) .{0,120}\b(?:by|before|no later than)\b|"
    r"^\W{0,3}(?:please |kindly )?(?:reply|respond|apply) .{0,120}\b(?:by|before|until|no later than)\b|"
    rf"\b{_BID} (?:(?:are|is|will be|now|still|currently) ){{0,3}}(?:due|(?:invited|required|requested|wanted|sought|"
    rf"needed|accepted)(?: \w+){{0,4}} (?:by|before|until))\b|"
    rf"\b{_BID}\b.{{0,80}}\b(?:received?|submitted|arriv\w+|sent|delivered|lodged|reach\w*) (?:\w+ ){{0,3}}?after\b|"
    rf"\b{_BID}\b.{{0,80}}\bbe (?:with|in) .{{0,60}}\b(?:by|before|no later than|not later than)\b|"
    rf"\buntil\b.{{0,20}} to (?:submit|send|return|make|put in|complete)\b.{{0,30}}\b{_BID}\b|"
    rf"\b(?:window|period|time) for (?:\w+ ){{0,3}}{_BID} (?:closes?|ends?)\b|"
    rf"\b{_BID} (?:window|period) (?:closes?|ends?)\b|\b{_BID} (?:\w+ ){{0,2}}?closes?\b|"
    rf"^\W{{0,3}}{_BID} in\W{{0,3}}(?:by\b|$|noon|midday|\d|(?:mon|tue|wed|thu|fri|sat|sun))|"
    rf"\b(?:post|e-?mail|send)\b.{{0,120}}\b{_BID}\b.{{0,120}}\b(?:by|before|no later than)\b|"
    rf"\b{_DUE_LABEL}\b.{{0,90}}\b{_BID}\b|\b{_BID}\b.{{0,70}}\b{_DUE_LABEL}\b|"
    rf"\b(?:return|receipt|submission) of (?:the |all |completed |your )*{_BID}\b|\b{_BID} (?:submission|return)s?\b|"
    rf"\b(?:submit\w*|return(?:ed|able)?|received?|receipt|lodged?|upload(?:ed)?|deliver(?:ed)?|send|sent|due|"
    rf"arrives?|reach(?:es)?|put in)\b.{{0,120}}"
    r"\b(?:no later than|not later than|by|before|until|on or before|deadline)\b|"
    r"^\W{0,3}(?:[\d.]{1,6} )?(?:the )?(?:final |new |revised )?(?:closing date|closing time|closes|deadline|return "
    r"date|due date)\b|"
    r"\b(?:no|not) later than\b.{0,60}$"
)
_ON_QUESTIONS = phrase(rf"\b{_QUESTION}\b")
ABOUT_BIDS = phrase(
    rf"\b{_BID}\b|\btendering\b|\bclosing date\b|^\W{{0,3}}(?:[\d.]{{1,6}} )?(?:the )?(?:final |new |revised )?"
    r"(?:deadline|closing time|closes|return date|due date)\b|\bhow to (?:apply|bid|reply|respond|tender|submit)\b|"
    r"\bappl(?:y|ying)\b|\brepl(?:y|ies)\b|\brespond\b"
)
_PAPERS = (
    r"(?:itts?|itqs?|tenders?|rfps?|rfqs?|quotations?|invitations?|documents?|documentation|packs?|adverts?|"
    r"advertisements?|briefs?|specifications?|opportunity|competition|procurement|pqqs?|sqs?|questionnaires?|"
    r"notices?)"
)
_ISSUES = phrase(
    r"^\W*(?:out )?to market\b|^\W*(?:notice|advert|invitation|brief) date\b|\bgoes live on\b|"
    rf"\b{_PAPERS} (?:\w+ ){{0,2}}?available\b.{{0,50}}\b(?:from|on)\W{{0,3}}$|"
    r"^\W*(?:request for )?(?:tenders?|rft|rfq|rfp|eoi|applications?|opportunity|invitation|advert) opens?\b(?! "
    r"(?:to|for))|"
    rf"\b{_PAPERS} (?:\w+ ){{0,2}}?(?:went|goes|go|was sent|were sent|was put|is|was) (?:out|live|up|dated)\b|"
    rf"^\W*{_PAPERS} (?:available|out|live|sent)\b|\b{_PAPERS} (?:was|were|is|are|has been|to be) (?:issued|"
    rf"released|published|"
    r"advertised|posted)\b|\b(?:published|advertised|issued|launched|posted|released) (?:this|the|our) "
    rf"(?:\w+ )?{_PAPERS}\b|\b(?:published|advertised|posted|placed) (?:on|in|through|via) (?:the )?(?:\w+ "
    rf")?(?:sell2wales|"
    r"contracts finder|find a tender|public contracts|etenders\w*|portal|website|the chest|pro-?contract)\b|"
    r"\b(?:tender|opportunity|competition) (?:opened|opens|launched|launches)\b|\b(?:issue|publication|release|"
    r"dispatch|published|issued) date\b|\bdate (?:of (?:issue|publication|dispatch|"
    r"release)|issued|"
    r"published)\b|\b(?:itts?|itqs?|tenders?|rfps?|rfqs?|quotations?|invitations?|documents?|documentation|packs?|"
    r"adverts?|advertisements?|"
    r"notices?|opportunity|procurement)\b(?: \(?[\w/-]+\)?,?){0,6} (?:issued?|published|publication|released?|made "
    r"available|live|"
    r"advertised|despatched|dispatched|distribut(?:ed|ion)|sent out)\b|"
    r"\b(?:issue|publication|publish|release|dispatch|despatch|launch|"
    r"advertise\w*) (?:of )?"
    r"(?:\w+ ){0,4}(?:itts?|itqs?|tenders?|rfps?|rfqs?|quotations?|invitations?|documents?|documentation|packs?|"
    r"adverts?|advertisements?|"
    r"opportunity|contract notice|procurement)\b|^\W{0,3}(?:date )?(?:issued|published|last updated|advertised)\b"
)
_NO_ISSUE = phrase(
    r"\baward|\bprior information|\bplanned procurement|\banswers?\b|\brespon(?:d|ses?)\b|\bclarif|\bquestions?\b|"
    r"\bojeu|"
    r"\bofficial journal|\bversion\b|\bregulations?\b|\bguidance\b|\bpolicy\b|\bstandstill|\bletters?\b|"
    r"\bunsuccessful|\bresults?\b|"
    r"\bfinal form\b|\border\b|\bamendment|\binvoice|\bpurchase|\baccounts\b"
)
DATED = phrase(
    r"^\W{0,3}(?:[^\n:]{0,20}/ ?)?dated? ?[:–-] ?\W{0,3}$|"
    r"^\W{0,3}dated this (?:the )?$|^\W{0,3}sent ?: ?$|"
    r"^\W{0,3}(?:tender|bid|nit|rfp|rfq|rft|itt|notice|reference|ref|file|f)\b[^\n]{0,60}\bdated? ?[:–-]? ?\W{0,3}$"
)
_AWARDS = phrase(
    r"\baward(?:ed|ing|s)?\b|\bappoint(?:ment)? (?:of )?(?:the )?(?:\w+ )?(?:supplier|contractor|provider|consultant|"
    r"bidder)|"
    r"\bnotif\w+ (?:of )?(?:the )?(?:\w+ )?(?:results?|outcomes?|decision|successful|preferred|bidders?|tenderers?)"
)
_NO_AWARD = phrase(
    r"\baward criteria|\baward notice|\bstandstill|\bpreviously|\bpqq|\bhas been awarded|\bdecision meeting|"
    r"\brecommend\w*\b.{0,40}\baward|\baward\w* recommendation"
)
_RUNS = (
    r"(?:contracts?|services?|agreements?|framework|appointment|term|project|works?|delivery|provision|call-?\s?off|"
    r"commission|programme|dps|job|order|pop|period of performance)"
)
_BEGINS = r"(?:commenc\w+|starts?|starting|begins?|beginning|go(?:es)?[- ]live|in operation)"
_STARTS = phrase(
    r"\b(?:work|service|contract|project|delivery)\b[^.;]{0,30}\b(?:get|gets|be) under ?way (?:on|from)\W{0,3}$|"
    r"\bcommencement date \(\w+:? ?$|"
    rf"\bday one is\W{{0,3}}$|\bwhen (?:will|does|do|is|would) (?:it|we|you|the (?:\w+ ){{0,2}}?{_RUNS}) (?:to "
    rf")?(?:start|begin|commence)\b|"
    rf"\b(?:{_RUNS}|engagement) (?:period |term )?(?:is|will be|shall be|runs?|will run)(?: for .{{0,30}})? (?:from "
    rf")?\W{{0,3}}$|"
    r"\bterm of [^.;]{0,40}(?:years?|months?)\b[^.;]{0,20}\bfrom (?:the )?$|"
    rf"\b{_RUNS} (?:[\w-]+ ){{0,2}}?(?:commencement|start(?:ing)?|go[- ]live|effective|inception) date\b|\b{_RUNS} "
    rf"(?:is |goes )?live\b|"
    r"\b(?:initial|fixed|minimum|first) (?:\w+[- ]){1,3}(?:years?|months?)[ -](?:\w+ ){0,2}(?:from|starting|beginning|"
    r"commencing)(?: on)?\W{0,3}$|"
    rf"\b(?:{_RUNS}|award(?:ed)?|let|appoint\w*)\b(?:(?!exten|renew|option).){{0,60}}\bfor (?:an? )?(?:[\w()]+[- "
    rf"]){{1,4}}(?:years?|months?)\b[^.;:]{{0,40}}"
    r"(?:\b(?:from|starting|beginning|commencing)(?: on)?|\()\W{0,3}$|"
    rf"\bto (?:run|start|begin|commence) (?:from|on)\W{{0,3}}$|\b{_RUNS}\b(?: \w+){{0,3}} runs? from\W{{0,3}}$|"
    rf"\b{_RUNS}\b(?: [\w-]+){{0,5}} {_BEGINS}\b|\b{_RUNS}\b.{{0,60}}\bruns? (?:for )?.{{0,40}}\bfrom\W{{0,3}}$|"
    rf"\b{_RUNS}\b.{{0,80}}(?:\bwith effect from\b|\btakes? effect (?:on|from)\b)|\bto take effect (?:on|from)\b|"
    r"\b(?:take|taking) (?:over|on) (?:the |this )?(?:\w+ ){0,2}?(?:services?|contract|work)\b(?: \w+)? (?:on|"
    r"from)\W{0,3}$|"
    rf"\b{_RUNS} (?:\w+ ){{0,3}}?be (?:provided|delivered|in place|needed|required|up and running) (?:from|"
    rf"on)\W{{0,3}}$|"
    r"\b(?:runs?|lasts?|continues?|let|awarded|appointed|in place|needed|wanted) for .{0,50}\b(?:years?|"
    r"months?)\)?,? "
    r"(?:from|starting|commencing|beginning)(?: on)?\W{0,3}$|"
    r"\b(?:initial )?(?:period|term|contract|agreement) (?:is|will be|shall be|runs?|will run)(?: for .{0,30})? "
    r"from\W{0,3}$|"
    r"^\W{0,3}(?:first day|day one) of (?:the )?(?:\w+ )?(?:services?|contract|operation|delivery)\b|"
    r"(?:^\W{0,3}|[:;] )(?:(?:for|an?|initial(?:ly)?|up to) )*(?:[\w-]{1,12} )(?:\(\w+\) )?(?:years?|months?|"
    r"terms?|seasons?)\)?,? "
    r"(?:from|starting|beginning|commencing)(?: on)?\W{0,3}$|"
    rf"\b{_BEGINS}(?: date)?(?: of| for| with)?(?: the| this| our| new| all)* "
    rf"(?:\w+ )?{_RUNS}\b|"
    rf"^\W{{0,3}}(?:[\w.]{{1,6}} )?(?:anticipated |proposed |expected |estimated |planned )?(?:commencement|starts?|"
    r"begins|go[- ]live)"
    r" ?(?:date)?(?: \(\w+\))?\W|\bfor (?:the|a) period (?:of )?(?:from )?$|"
    rf"\b{_RUNS}\b.{{0,60}}\b(?:years?|months?)\)?,? (?:from|starting|beginning|commencing)(?: on)?\W{{0,3}}$|"
    r"\bcontract (?:period|term|duration|dates?)(?: \((?:estimated|anticipated|proposed|initial)\))?(?: is| will be|"
    r" shall be| runs| will run)?"
    r"\W{1,4}(?:from )?$"
)
_TO_ITS_END = phrase(
    r"\b(?:extend\w*|extension|option|renew\w*)\b[^.;()]{0,80}\(\W{0,3}$|"
    r"\b(?:complet\w+|expir\w+|ends?|ending|until|conclud\w+|finish\w*|deadline|notif\w+|clos(?:es?|ing))\b[^.;]{0,30}$"
)
"""Before a date: it is the last day and no first one, whatever was said of a start before it."""
_NO_START = phrase(
    r"\bevaluat|\bmoderat|\binterview|\bcurrent(?:ly)? |\bexisting|\bprevious|\bincumbent|\bstandstill|\bprocurement "
    r"(?:will )?"
    r"(?:start|commenc|begin)|\btender(?:ing)? (?:period |process )?(?:start|commenc|begin)|\bmobilis|"
    r"\bimplementation|\bwork started|"
    r"\bact 20|\bregulations 20|\bcame into force|\bbusiness commenc|\btrading|\bclarification|\bbid start|\breview"
)
_OTHER_STAGE = phrase(
    r"\bevaluat|\bmoderat|\binterviews?\b|\bpresentations?\b|\bsite visits?\b|\bstandstill|\bopening\b|\bopened\b|"
    r"\bshort-?list|"
    r"\bvalid|\bopen for acceptance|\bremain open|\bbriefing|\bbidders?['’]? (?:day|event|conference)|\baudit|"
    r"\baccounts\b|"
    r"\b(?:prior to|after|before|following) (?:the )?(?:itt|tender|bid|submission)|\bfinal form|"
    r"\bregister(?:ed|ing)? (?:an |their |your )?interest|\binsurance|\bawarded\b|\bconfirm\w* (?:attendance|"
    r"interest)"
    r"|"
    r"\bexpressions? of interest|\beois?\b|\bmobilis|\bcompletion of (?:the )?(?:works?|contract|project)|"
    r"\bdelivered "
    r"by|\btraining|\bmeeting\b|\bdemonstrat"
)


@lru_cache(_KEPT)
def stage(words: str) -> str:
    """The kind of date that *words* speak of, "" for none that is looked for."""
    words = _ADDRESS.sub(" ", words)
    asks = _ASKED_BY.search(words) or (_CLARIFIES.search(words) and not _NO_QUESTION.search(words))
    if asks and not _OTHER_STAGE.search(words):
        return "clarification_deadline"
    if _ISSUES.search(words) and not _NO_ISSUE.search(words):
        return "publication_or_issue_date"
    if _BIDS_DUE.search(words) and not _OTHER_STAGE.search(words) and not _ON_QUESTIONS.search(words):
        return "tender_deadline"
    if starts(words):
        return "contract_start"
    return "contract_award_date" if _AWARDS.search(words) and not _NO_AWARD.search(words) else ""


@lru_cache(_KEPT)
def starts(words: str) -> bool:
    """Whether *words*, up to a date, lead to the beginning of the contract."""
    return bool(_STARTS.search(words) and not _NO_START.search(words) and not _TO_ITS_END.search(words))
