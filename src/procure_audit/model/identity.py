"""What makes a passage the same in the next draft: its document, its clause and its words, not where it is printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

_SIGNS = str.maketrans("‘’‚“”„‐‑‒–—−", "'''\"\"\"------", "\u00ad\u200b\u2060\ufeff")
"""Quotation marks and dashes as they are typed, and signs that nobody sees left out."""
_DIGEST = 16


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words in a clause of a document. `digest` stands for the whole passage where `quote` holds only its beginning.

    Neither page nor position is part of it; every amount is, since it is one of the words.
    """

    document: str
    clause: str
    quote: str
    digest: str = ""

    @property
    def words(self) -> str:
        """The words by which it is known again, whatever their case, spacing, dashes and quotation marks."""
        return self.digest or same_words(self.quote, self.clause)


def same_words(text: str, clause: str = "") -> str:
    """*text* as it is compared; the number of its *clause*, where it is printed before the words, is left out."""
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_SIGNS).casefold().split())
    label = re.match(rf"{re.escape(clause.casefold())}[.):]?\s+", plain) if clause else None
    return plain[label.end() :] if label else plain


def digest(*parts: str) -> str:
    """A short name for *parts* that nothing else has; where one part ends and the next begins counts."""
    told = "\0".join(part.replace("\\", "\\\\").replace("\0", "\\0") for part in parts)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
