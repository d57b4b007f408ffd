"""By how much a contract may be extended, from the words around lengths of time. Knows no documents."""

from __future__ import annotations

from itertools import pairwise

from .quantities import Duration, numbers
from .said import Said, phrase

EXTENDS = phrase(
    r"\brights? of renewal\b|"
    r"\bexten(?:d|ds|ded|ding|dable|sions?)\b|\brenew(?:als?(?! of (?!(?:the |this |any )?(?:contract|agreement|"
    r"framework|term|appointment)))|ed|able|ing)?\b|\bprolong\w*|\boption(?:s|al|ally)?\b|\bfurther "
    r"(?:period|term)s?\b|\blengthen\w*|\b(?:carr(?:y|ied)|kept going|keep going|roll(?:ed)?) (?:it )?(?:on|over)\b|"
    r"\bcontinu\w+ for (?:up to )?(?:another|a further|an additional)\b|\b(?:can|may|could|might|to) add\b|"
    r"\bpossibilit(?:y|ies)\b"
)
EXTENDED_AFTER = phrase(
    r"^[)\s]{0,2}(?:more|longer|extra)\b|"
    r"^[)\s’'-]{0,3}(?:contract |possible |mutual |annual )?(?:exten(?:d|sion)\w*|option\w*|renewals?)\b|"
    r"^[)\s]{0,2}each optional\b"
)
_OTHER_THING = phrase(
    r"\bextension of services\b|"
    r"\b(?:extend|extension|extending|extended)\b[^.;]{0,40}\b(?:deadline|(?<!each\s)time|closing date|validity|"
    r"warranty|"
    r"submission|standstill|date for|notice "
    r"period|insurance|delivery|leave|completion)\b|\bextensions? of time\b|\bevaluat\w+|\bto the extent\b|"
    r"\bextended "
    r"(?:reporting|"
    r"opening|hours|warrant)|\b(?:dbs|disclosure|checks?|certificat\w+|training|membership|registrations?|"
    r"licen[cs]es?|"
    r"subscriptions?|polic(?:y|ies)|insurances?)\b[^.;]{0,40}\brenew|\brenew\w* every\b|"
    r"\brenew\w*\b[^.;]{0,30}\b(?:training|dbs|checks?|certificat\w+|licen[cs]es?|registrations?|membership)"
)
NOT_AFTER = phrase(
    r"^['’]?\W{0,3}(?:notice|at a time|prior|before|after(?! (?:the )?(?:first |initial )?(?:\w+ )?(?:years|"
    r"months)\b)|thereafter|from the (?:date of )?(?:invoice|receipt)|of (?:the "
    r")?(?:date|invoice|receipt|termination|expiry)|old|"
    r"experience|ago|warranty|guarantee|preceding|following|['’] ?(?:notice|experience|accounts|trading|audited))|"
    r"^[- ](?:old|month|monthly)"
)
_TIMES = phrase(
    r"(?P<n>\d{1,2}|[a-z]{3,7})(?: ?\((?:\d{1,2}|[a-z]{3,7})\))? ?(?:(?:x|×|no\.?|further|additional|optional|"
    r"possible|separate|successive|more|other|"
    r"extensions?|options?|periods?|terms?|times|consecutive|individual|annual|renewable|each|of|for|to|up|a|an|"
    r"potential|maximum|any|extend|extending|"
    r"not|exceeding|no|more|than|lasting|being|duration)[ ,]{0,2}){0,8}$"
)
_TOTAL = phrase(
    r"\blongest\b[^.;]{0,30}$|\b(?:total|maximum|overall) (?:contract )?(?:length|term|duration|period)\b|"
    r"\b(?:total|maximum|aggregate|"
    r"overall|(?<!each\snot\s)(?<!period\snot\s)exceed\w*|(?<!not\s)more than|up to (?:a )?(?:total|maximum)|"
    r"all|whole|entire|"
    r"combined)(?: \w+){0,5}\W{0,3}$|"
    r"\b(?:increments?|blocks?|stages|intervals|multiples|steps) of\W{0,3}(?:up to )?$|\bgiving .{0,30}$|"
    r"\binitial\b(?:(?!\b(?:with|plus|and)\b)[^.;]){0,30}$|"
    r"\b(?:expir\w+|end) of (?:the )?(?:initial )?(?:\w+ ){0,2}$|\bafter (?:the )?(?:first|initial)? ?(?:\w+ ){0,3}$|"
    r"\b(?:in|every)\W{0,2}$|\buntil (?:it|the \w+) (?:has|have) [^.;]{0,30}$"
)
_OF_EXTENDING = phrase(
    r"\b(?:further (?:\w+ )?(?:period|term)s?|extensions?|options?),?(?: \w+){0,3}? not (?:to )?(?:exceed(?:ing)?|"
    r"(?:be )?(?:more|longer) than)\W{0,2}$|"
    r"\b(?:exten(?:d|ded|ding|sions?)|renew\w*|continu\w+|option\w*)\b[^.;]{0,60}?\b(?:for|by|of)(?: \w+){0,3}? "
    r"(?:a )?(?:maximum|total)"
    r"(?: period)?(?: of)?(?: up to)?\W{0,2}$|\b(?:up to )?(?:a )?(?:maximum|total) of (?:an? )?(?:further|"
    r"additional|extra|another)\W{0,2}$|"
    r"\b(?:extensions?|renewals?)\b(?: \w+){0,4} (?:up to )?(?:a |the )?(?:maximum|total)(?: of)?\W{0,2}$"
)
"""Before a length: it is the most that may be added, and not the most that the contract may last with it."""
_AND = phrase(
    r"^\W{0,3}(?:(?:and|plus|\+|followed by|then|with|&|,|\(?\+) ?)+(?:(?:a|an|another|further|additional|possible|"
    r"optional|potential|second|then|by|the|of|for|up to|option\w*|to|extend|extension) ?){0,8}\W{0,2}$"
)
_TWICE = phrase(r"\b(?:extend\w*|renew\w*|prolong\w*) (?:it )?twice\b")
_ALTOGETHER = phrase(
    r"\bextend\b[^.;]{0,60}\b(?:in (?:total|aggregate)|together|altogether),? (?:do(?:es)? not|shall not|"
    r"must not|may not|not) "
    r"(?:exceed|exceeding) ?$"
)
_IN_OTHER_WORDS = phrase(r"^\W{0,3}(?:at|in|on) ")
_A_YEAR = phrase(r"\b(?:by|for|up to|of) an? (?:(?:further|additional|extra|final|single|second) )?\w+$|\banother \w+$")
"""A length without a number that is one all the same: "extended by a year"."""


def extensions(one: Said, lengths: list[tuple[Duration, float]]) -> float:
    """Months of all options to extend that a sentence gives, 0 for none."""
    text, total, last = one.text, 0.0, None
    if _OTHER_THING.search(text):
        return 0.0
    for length, months in lengths:
        before, after = without_label(text[: length.start], text), text[length.end : length.end + 40]
        if not length.counted and not _A_YEAR.search(text, max(0, length.start - 24), length.end):
            continue
        if NOT_AFTER.match(after) or _is_whole(before, text, length) or (last and _inside(text, last, length)):
            continue
        if last is not None and not _AND.match(text[last.end : length.start]):
            continue
        if last is not None or _extends(before, after) or _asked(one):
            total += 0.0 if last else _listed_before(text, lengths, length)
            total, last = total + months * max(_times(before[-90:]), _occasions(after)), length
    if last is None and (told := _in_passing(text, lengths) or _up_to_whole(text, lengths)):
        return told
    if last is None and len(lengths) == 1 and lengths[0][0].counted and _ALTOGETHER.search(text[: lengths[0][0].start]):
        return lengths[0][1]
    return total * 2 if last is not None and _TWICE.search(text) else total


def _listed_before(text: str, lengths: list[tuple[Duration, float]], length: Duration) -> float:
    """Months that the word behind *length* also speaks of: "plus a two year and a one year extension"."""
    index = next((index for index, (one, _) in enumerate(lengths) if one is length), 0)
    if index == 0 or not EXTENDED_AFTER.match(text[length.end :]):
        return 0.0
    above, months = lengths[index - 1]
    joined = _AND.match(text[above.end : length.start]) and _PLUS.search(text[: above.start])
    return months if joined else 0.0


_PLUS = phrase(r"(?:\bplus\b|\+|\bwith|\band|\bfollowed by)(?: an?| the| possible| further| additional){0,3}\W{0,2}$")


def _up_to_whole(text: str, lengths: list[tuple[Duration, float]]) -> float:
    """What may be added to the first length until the contract has lasted the second: "extended to five years"."""
    for (first, months), (second, whole) in pairwise(lengths):
        between, after = text[first.end : second.start], text[second.end : second.end + 24]
        if not (first.counted and second.counted) or whole <= months or _FURTHER.search(text, second.start, second.end):
            continue
        if _TO_WHOLE.search(between) or (_TO_MOST.search(between) and _ALL_TOLD.match(after)):
            return whole - months
    return 0.0


def until(text: str, lengths: list[tuple[Duration, float]], first: float) -> float:
    """What may be added to a *first* length, told before, until the contract has lasted the one that *text* tells."""
    lengths = [pair for pair in lengths if pair[0].counted and not _STEP.match(text, pair[0].end)]
    if len(lengths) != 1 or not EXTENDS.search(text):
        return 0.0
    (length, whole), before = lengths[0], text[: lengths[0][0].start]
    told = _TO_WHOLE.search(before) or _UNTIL.search(before)
    told = told or (_TO_MOST.search(before) and _ALL_TOLD.match(text[length.end :]))
    return whole - first if told and whole > first else 0.0


_STEP = phrase(r" at a time\b")
_UNTIL = phrase(
    r"\buntil (?:it|the \w+) (?:has|have) [^.;]{0,30}$|\b(?:total|maximum|overall) (?:contract )?(?:length|term|"
    r"duration|period)"
    r"(?: \w+){0,4} (?:to|of|is|be|exceed)(?: \w+){0,2}\W{0,2}$"
)
_TO_WHOLE = phrase(
    r"\b(?:extend\w*|extension|renew\w*)\b(?: \w+){0,4}? (?:up )?to (?:an? )?(?:maximum |total |overall )+"
    r"(?:contract )?(?:term |period |duration |length )?(?:of )?$"
)
_TO_MOST = phrase(r"\b(?:extend\w*|extension|renew\w*)\b[^.;]{0,40}\bto (?:an? )?(?:maximum|total)?(?: of)?\W{0,2}$")
_ALL_TOLD = phrase(r"^,? (?:in (?:total|all)|altogether|overall)\b")


def _is_whole(before: str, text: str, length: Duration) -> bool:
    """Whether a length is that of the contract with all its extensions, or of a part of them."""
    if _OF_EXTENDING.search(before[-120:]) or _FURTHER.search(text, length.start, length.end):
        return False
    return bool(_TOTAL.search(before[-70:]))


_FURTHER = phrase(r"\b(?:further|additional|more|extra|optional)\b")
_OCCASIONS = phrase(
    r"^\)?,? (?:each )?(?:time )?(?:on (?:each of )?)?(?:up to |not more than |no more than |a maximum of )?"
    r"(?P<n>\d{1,2}|[a-z]{3,5})(?: \(\w{1,5}\))? (?:separate |further )?(?:occasions|times)\b"
)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_NTH = phrase(
    r"\b(?:and|with|of|for|then|or|add)(?: (?:an?|the|possibly|perhaps|maybe|possible|optional|potential)){0,3} "
    r"(?P<first>second|third|fourth|fifth|sixth|[2-6](?:nd|rd|th))(?: (?:and|or)(?: a| possibly a)? "
    r"(?P<next>third|fourth|fifth|"
    r"sixth|[3-6](?:rd|th)))?(?: years?\b|(?=[.,;)]|$| if\b| depending| subject))"
)
_ANOTHER = phrase(
    r"\b(?:further|additional|another|extra) (?P<n>\d|two|three|four|five)(?: \(\w{1,5}\))?(?=[.,;)]|$| if\b| at\b| "
    r"subject)"
)
_MORE = phrase(
    r"\b(?:and|then|plus|for|by|add|with)(?: (?:then|up to|possibly|perhaps|at most|not more than)){0,3} "
    r"(?P<n>\d{1,2}|[a-z]{3,5})"
    r"(?: \(\w{1,5}\))? (?:more|further|extra|additional)(?=[.,;)]|$| if\b| at\b| depending| subject| one by)"
)


def _occasions(after: str) -> float:
    """How often a length may be added: "one year on each of up to four occasions"; 1 where that isn't said."""
    match = _OCCASIONS.match(after)
    count = numbers(match["n"]) if match else []
    return count[0].value if count and 1 <= count[0].value <= 10 else 1.0


def _in_passing(text: str, lengths: list[tuple[Duration, float]]) -> float:
    """ "Two years, and a third if …" or "two years, then up to two more": what comes on top of the first length."""
    if more := _GOES_ON.search(text):
        return 24.0 if more["next"] else 12.0
    if not lengths or lengths[0][1] % 12:
        return 0.0
    first = lengths[0][0]
    nth = _NTH.search(text, first.end)
    if nth and _ordinal(nth["first"]) == lengths[0][1] / 12 + 1:
        return 24.0 if nth["next"] and _ordinal(nth["next"]) == _ordinal(nth["first"]) + 1 else 12.0
    more = _MORE.search(text, first.end) or _ANOTHER.search(text, first.end)
    count = numbers(more["n"]) if more else []
    return count[0].value * 12 if count and first.unit == "years" and 1 <= count[0].value <= 10 else 0.0


_GOES_ON = phrase(
    r"\b(?:carry(?:ing)? on|opt|continue|extend(?:ed)?|renew(?:ed)?|keep (?:it )?going|run on|go on|roll over|"
    r"prolong(?:ed)?|extension)"
    r"(?: \w+){0,2} (?:for|into|by|to) (?:an? |the )?(?:possible |optional )?(?:second|third|fourth|fifth|sixth|"
    r"[2-6](?:nd|rd|th)) "
    r"(?P<next>(?:year )?(?:and|or) (?:an? |possibly a )?(?:third|fourth|fifth|sixth) )?(?:\w+ )?(?:year|season|"
    r"twelve months)\b(?! of)"
)
"""One year more, told by its place: "we would carry on for a third year"."""


def _ordinal(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else _ORDINALS[word.lower()]


def _asked(one: Said) -> bool:
    """Whether a sentence answers the question, or stands under the label, whether there is an extension."""
    return bool(
        _EXTENSION.search(one.lead) and ("?" in one.lead or len(one.lead) < _LABEL) and not _NONE.match(one.text)
    )


_EXTENSION = phrase(r"\bexten(?:d|ded|sions?)\b|\brenew(?:ed|als?)?\b|\blonger\b|\bcarry on\b")
_NONE = phrase(r"\W{0,3}(?:no|none|not)\b")
_LABEL = 30


def _extends(before: str, after: str) -> bool:
    near = before[-140:]
    last = max((match.end() for match in EXTENDS.finditer(near)), default=0)
    return bool((last and not _NO_OPTION.search(near[last:])) or EXTENDED_AFTER.match(after))


_NO_OPTION = phrase(r"\bnotice\b|\bat least\b|\bwithin\b|\binsur|\bless than\b")


def without_label(before: str, text: str) -> str:
    """*before* without a label such as "Renewal:" in front of a sentence that speaks of extending itself."""
    match = _EXTENSION_LABEL.match(before)
    empty = match and (match["options"] or EXTENDS.search(text, match.end()))
    return before[match.end() :] if match and empty else before


_EXTENSION_LABEL = phrase(r"\W{0,3}(?:\w+ ){0,3}?(?:renewals?|extensions?|(?P<options>options?))(?: \w+){0,2} ?:")


def _inside(text: str, last: Duration, length: Duration) -> bool:
    """Whether *length* stands in brackets behind *last*, and only says the same in other words."""
    between = text[last.end : length.start]
    return between.count("(") > between.count(")") or bool(_IN_OTHER_WORDS.match(between))


def _times(before: str) -> float:
    """How many options of the length that follows: "two further periods of up to"; 1 where none is said."""
    match = _TIMES.search(before)
    if not match:
        return 1.0
    count = numbers(match["n"])
    return count[0].value if count and 1 <= count[0].value <= 10 else 1.0
