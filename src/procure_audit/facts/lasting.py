"""Words by which a length of time is that of a contract: before it, after it, over it. Knows no documents."""

from __future__ import annotations

from .said import phrase

THING = (
    r"(?:contracts?|agreements?|frameworks?|framework agreements?|call-?\s?off(?: contracts?)?|appointment|"
    r"commission|"
    r"concession|grant|award|funding|"
    r"licen[cs]e|lease|jobs?|dps|dynamic purchasing system|arrangements?|projects?|services?|term|tender|work order|"
    r"order)"
)
_ADJ = (
    r"(?:an? |the |up to |initial |minimum |maximum |total |fixed |further |period of |term of |duration of |"
    r"approximately |of |for |\[)"
)

_LENGTH_BEFORE = phrase(
    r"(?:\b(?:contract|initial|fixed|framework|agreement|project|service|call-?off|total)? ?(?:term|period|duration|"
    r"length)"
    rf"(?: of(?: \w+){{1,6}}?)?(?: \([^()]{{0,30}}\))?"
    r"(?: (?:is|will be|shall be|are|being|to be|will run|shall run|of|for|will last|lasts))*(?: (?:is|be|for)"
    rf")?\W{{0,4}}|"
    rf"\b{THING}(?: for (?:each|every|any) lot)?(?: \(\w[^()]{{0,40}}\))? "
    r"(?:(?:that |which )?(?:is|will|shall|to|be|"
    r"run|runs|last|lasts|continue|"
    r"operate|proceed|let|"
    r"awarded|in place|commence\w*|valid|offered|exist|cover|covers|remain|anticipated|expected|intended|initially|"
    rf"both|in force) ?){{1,5}}"
    r"(?:from [^.;]{0,40} )?(?:and )?(?:for |over |of )?|"
    rf"\b{THING} (?:of|for|over)\b|\b{THING} ?[:–-] ?|"
    r"\b(?:term|period) (?:is|will be|shall be|runs?) from [^.;]{0,40} for\b|"
    r"\bfunding (?:is|will be) for\b|\bappointed (?:to \w+ )?for\b|\b(?:work|programme|pilot) (?:will|should|is "
    r"to) (?:last|take|run)(?: for)?\b|"
    rf"\b(?:it|they|this|{THING}) (?:will |shall |is to |would |then )?(?:lasts?|runs?|be|is|continues?|goes? "
    rf"on|stays? in (?:force|place))"
    r"(?: in force| in place)?(?: initially)?(?: for)?\b|"
    r"\b(?:for|over|on) (?=an? (?:initial|period|fixed|minimum|maximum)|the (?:initial|full) )|\bseek\w* to award\b|"
    r"\bawarded? (?:an? )?(?:\w+ "
    r"){0,2}for\b|\bappoint\w* [^.;]{0,50} for\b|"
    rf"\b{THING}\b[^.;]{{0,70}}\b(?:lasts?|runs?|continues?)(?: from [^.;,]{{0,30}})?(?: for)?|"
    r"\b(?:suppliers?|contractors?|providers?|consultants?) for (?=an initial)|"
    r"\bproceed(?:ing)? for\b|\bre-?commission (?:this |the )?\w+ for\b"
    rf")\s?{_ADJ}{{0,6}}\W{{0,2}}$"
)
_NAMED_AFTER = phrase(
    r"^(?:[)\s-]{1,3}(?:initial|fixed|fixed[- ]term|call-?\s?off|rolling))?[)\s-]{1,3}(?:framework agreement|"
    r"contracts?|agreements?|framework|"
    r"call-?\s?off|concession|dps|term|initial (?:period|term|contract)|contract (?:term|period))\b(?! "
    r"(?:experience|anniversary|review|"
    r"management|manager|year|monitoring|meeting|notice|price|value))"
)
"""After a length: it is that of a contract, "a three (3) year term", "a 36 month initial contract period"."""
_NAMED_BEFORE = phrase(
    r"(?:^\W{0,3}(?:[\w.]{1,6} )?|[:;(] ?|\b(?:an?|the|this|its|new|initial|fixed|single|for|into|of|on)(?: (?:an?|"
    r"the|new|initial|fixed|single|total|maximum)){0,2} )"
    r"\W{0,2}$"
)
_HOLDS = phrase(r"\b(?:has|have|had|holds?|held|owns?) (?:an?|the) \W{0,2}$")
_LENGTH_AFTER = phrase(
    rf"^[- ]?(?:fixed[- ]term |initial |framework |rolling )?(?:\w+ ){{0,4}}?(?:{THING}|period|duration)\b"
)
_AWARDS = phrase(
    r"\b(?:award|let|enter into|procure|offer|offering|commission|for|invit\w+|is|be|new|seeking|tender(?:ing)?) "
    r"(?:\w+ ){0,3}?(?:an?|the|this|initial|new)\b\W{0,2}$"
)
_LABEL = phrase(
    r"^\W{0,3}(?:[\w.]{1,6} )?(?:(?:estimated|proposed|initial|anticipated|expected|total) )*(?:contract|framework|"
    r"delivery|funding|"
    r"agreement|project|call-?off|service|"
    r"appointment|tender)?(?: agreement| contract)?['’]?s?,? ?(?:duration|length|terms?|period|initial (?:period|"
    r"term)|dates|window)\b(?! "
    r"of notice)|"
    r"^\W{0,3}(?:[\w.]{1,6} )?(?:duration|length|term|period) (?:of|in months|\(|:)|\bcontract period\b"
)
_NOT_TERM = phrase(
    r"\bnotice\b|\bwarrant|\bretention|\bretain|\brecords?\b|\binsur|\bdefects?\b|\bguarantee|\bpayback|\bprobation|"
    r"\baccounts?\b|\bprevious|"
    r"\b(?:the|our|your|in|within|over|for|its|their|at) last\b|\bhas (?:run|been)|\bhave (?:run|been|had|"
    r"provided)|\bpast\b|\bpreceding|\bprior\b|\bexperience|\bold\b|\bstandstill|\bvalid|\bopen for acceptance|"
    r"\bwithin\b|\bevery\b|\bafter\b|"
    r"\bfollowing (?:the )?(?:end|expiry|termination|completion)|\bconvict|\bdisqualif|\bexclu|\bkeep|\bkept\b|"
    r"\bexit\b|"
    r"\bmonitoring period|\bpric(?:e|es|ing)\b|\breview|\bpensions?|\bemploy|\bapprentice|\bturnover|\bfinancial "
    r"year|"
    r"\breferences?\b|"
    r"\bcertificat|\btax\b|\bconfidential|\bsurviv|\bleast\b[^.;]{0,30}\bold|\bsimilar|\brelevant|\bliab|\bclaim|"
    r"\bfirst\b|\bsecond\b|\bfinal\b|"
    r"\baudit|\bprobationary|\bsentence|\bimprison|\bbreach|\bterminat|\bpayment|\bsuspen|\bchild|\bchildren|"
    r"\bage[sd]?\b|\bpolicy\b|\bplan\b|"
    r"\bstrategy|\bevery\b|\beach year|\bbreak clause|\bmobilis|\binterval|\bhistory|\bhalf\b|\bcapped|\binsert\b|"
    r"\bcosts?\b|"
    r"\bnot for\b|\bif\b|\bfollow[- ]up|"
    r"\bcurrent\b|\bexisting\b|\btrial\b|\bleases?\b|\bleased\b|\bexample\b|\binclusive of\b"
)
_LIVES_ON = phrase(r"\bsurviv\w*|\bconfidential information|\bnon-?disclosure")
_CALL_OFFS = phrase(r"\bcall-?\s?off c?contracts\b")
_TERM_HEADING = phrase(
    r"^\W{0,4}contract dates(?: \(\w+\))?\W*$|"
    rf"^\W{{0,4}}(?:q?[\d.]{{1,6}}[:.)]? )?(?:(?:initial|contract|the|our|{THING}) )*(?:term|length|duration|period)"
    rf"(?: of (?:the )?{THING})?(?: and (?:\w+ ?){{1,2}})?\W*$|\bhow long\b|\b(?:money|value|start|dates?) and "
    rf"(?:length|term|duration)\W*$"
)


def leads_to_length(before: str) -> bool:
    """Whether the words *before* a length say that a contract lasts it."""
    return bool(_LENGTH_BEFORE.search(before))


def names_contract(before: str, after: str) -> bool:
    """Whether a length stands in the name of a contract: "a three (3) year term", "a 36 month initial period"."""
    named = _NAMED_AFTER.match(after) and _NAMED_BEFORE.search(before) and not _HOLDS.search(before)
    return bool(named and not is_other_length(after[:_NEAR]))


def is_awarded(before: str, after: str) -> bool:
    """Whether a length is that of a contract which the words *before* say is to be let."""
    return bool(_LENGTH_AFTER.match(after) and _AWARDS.search(before) and not is_other_length(after[:_NEAR]))


def labels_length(label: str) -> bool:
    """Whether *label*, before a length or the first of two days, announces how long a contract runs."""
    return bool(_LABEL.search(label))


def heads_length(heading: str) -> bool:
    """Whether a heading or a question asks how long."""
    return bool(_TERM_HEADING.search(heading))


def is_other_length(words: str) -> bool:
    """Whether *words* beside a length make it something else than the term of this contract."""
    return bool(_NOT_TERM.search(words))


def lives_on(text: str) -> bool:
    """Whether *text* speaks of duties that outlive the contract."""
    return bool(_LIVES_ON.search(text))


def of_call_offs(before: str) -> bool:
    """Whether a length is that of contracts under a framework."""
    return bool(_CALL_OFFS.search(before))


_NEAR = 30
