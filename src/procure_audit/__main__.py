"""`python -m procure_audit` is the command `procure-audit`."""

from .cli import main

main()
