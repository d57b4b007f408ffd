"""Who is shut out: what a tender asks, weighed against a bidder. Pure, and told with its evidence.

Only a demand that was surely read and that the bidder can't mend in time blocks it. What can be bought or written is
"to qualify", what the text leaves open is "unsure", and a duty that the law lays on everybody never blocks.
"""

from __future__ import annotations

from .asked import Asked, Worth
from .weigh import eligibility_of

__all__ = ["Asked", "Worth", "eligibility_of"]
