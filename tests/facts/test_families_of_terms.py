"""Ways to say how long a contract runs, by how much it may be extended, and into how many lots it is divided."""

from __future__ import annotations

import pytest
from families import read

CASES: tuple[tuple[str, object, str], ...] = (
    (
        "contract_length_months",
        48,
        "The Contract takes effect on the Commencement Date and shall last for an Initial Term of "
        "forty-eight (48) months.",
    ),
    ("contract_length_months", 48, "The contract is for four years."),
    ("contract_length_months", 48, "This is a four-year contract."),
    ("contract_length_months", 48, "We want to award a contract for four years."),
    ("contract_length_months", 48, "The commission lasts four years."),
    ("contract_length_months", 48, "The contract will run for four years from 1 June 2026."),
    ("contract_length_months", 48, "Four years from 1 June 2026, and a fifth year if the money is there."),
    ("contract_length_months", 48, "# Term\n\nFour years from 1 June 2026."),
    (
        "contract_length_months",
        48,
        "# How long is the contract?\n\nFour years, and then up to two more, one at a time.",
    ),
    ("contract_length_months", 48, "The length of the contract is four years."),
    ("contract_length_months", 48, "Contract length: 48 months"),
    ("contract_length_months", 48, "Contract period: 4 years with the option of 2 more"),
    ("contract_length_months", 48, "The funding is for four years."),
    ("contract_length_months", 48, "The award is for a period of four years beginning on 1 June 2026."),
    ("contract_length_months", 48, "The agreement will be let for 4 years."),
    ("contract_length_months", 48, "The service will be commissioned for an initial four years."),
    ("contract_length_months", 48, "The initial term is four years."),
    ("contract_length_months", 48, "The arrangement will continue for 48 months unless ended sooner."),
    ("contract_length_months", 48, "The contract period is 1 April 2027 to 31 March 2031."),
    ("contract_length_months", 48, "The contract will run from 1 April 2027 until 31 March 2031."),
    ("contract_length_months", 48, "The contract starts on 1 April 2027 and ends on 31 March 2031."),
    ("contract_length_months", 48, "| Term | 4 years |\n| --- | --- |\n| Start | 1 April 2027 |"),
    ("contract_length_months", 48, "The provider will be appointed for four years."),
    ("contract_length_months", 48, "The contract will be for a fixed term of four years."),
    ("contract_length_months", 48, "We will pay the grant for four years."),
    ("contract_length_months", 48, "The work will take four years."),
    ("contract_length_months", 48, "Duration: four years from the start date"),
    ("contract_length_months", None, "Bidders must have traded for four years."),
    ("contract_length_months", None, "Records are kept for four years."),
    ("contract_length_months", None, "Not less than 3 months written notice must be given."),
    ("contract_length_months", None, "The report covers the last four years."),
    ("contract_length_months", None, "We have run the service for four years."),
    ("contract_length_months", None, "Insurance must be kept up for six years after the contract ends."),
    (
        "extension_months",
        24,
        "The Council may, by not less than 3 months' written notice before the Initial Term "
        "expires, lengthen the Contract by up to two periods of 12 months each.",
    ),
    ("extension_months", 24, "The contract is for two years, and then up to two more, one at a time."),
    (
        "extension_months",
        24,
        "The Council may extend it by any period or periods which together do not exceed twenty-four months.",
    ),
    ("extension_months", 24, "The contract is for three years with an option of two more years."),
    ("extension_months", 24, "The contract is for three years, extendable by two years."),
    ("extension_months", 24, "There is an option to extend for a further two years."),
    ("extension_months", 24, "The contract may be extended twice, each time by a year."),
    ("extension_months", 24, "The contract may be renewed for two further years."),
    ("extension_months", 24, "We may add up to two more years."),
    ("extension_months", 24, "The contract is for 3 years (with the possibility of a further 2 years)."),
    ("extension_months", 24, "The contract is for three years with two possible one-year extensions."),
    ("extension_months", 24, "The contract is for 3 + 2 years."),
    ("extension_months", 24, "The contract period is three years initially, and could be prolonged by up to 2 years."),
    ("extension_months", 24, "| Contract period | 3 years |\n| --- | --- |\n| Extension | up to 24 months |"),
    ("extension_months", 24, "The Council has the right to extend the contract by up to 2 years in total."),
    ("extension_months", 24, "It may be carried on for two further years on the same prices."),
    ("extension_months", 24, "If things go well we may extend for one or two years."),
    ("extension_months", 12, "Two years from 1 June 2026, and a third year if the money is there."),
    ("extension_months", 12, "The contract is for two years and may be extended by a further year."),
    ("extension_months", None, "The deadline may be extended by two weeks."),
    ("extension_months", None, "The Council may not extend the contract."),
    ("extension_months", None, "Insurance must be renewed every 12 months."),
    ("lots", 0, "One contractor will look after all three sites; we shall not split the work."),
    ("lots", 0, "The Council has decided not to divide the contract into lots."),
    ("lots", 0, "The contract is not split into lots."),
    ("lots", 0, "There are no lots."),
    ("lots", 0, "The work will be let as one contract and not in lots."),
    ("lots", 0, "This is a single contract: it has not been divided into lots."),
    ("lots", 0, "We do not intend to break the contract into lots."),
    ("lots", 0, "We have not used lots because carers wanted one front door."),
    ("lots", 0, "There will be one contract for the whole county, with no lots."),
    ("lots", 0, "Lots: none"),
    ("lots", 3, "The contract is in three lots."),
    ("lots", 3, "There are three lots."),
    ("lots", 3, "We are offering three lots."),
    ("lots", 3, "The service is divided into 3 lots, one for each area."),
    ("lots", 3, "You may bid for any or all of the three lots."),
    (
        "lots",
        3,
        "| Area | What we will spend each year |\n| --- | --- |\n| Lot A - Upper | £74,000 |\n| "
        "Lot B - Middle | £92,500 |\n| Lot C - Coast | £61,250 |",
    ),
    ("lots", 3, "Lot 1 is the north. Lot 2 is the south. Lot 3 is the coast."),
    ("lots", 3, "Lots 1 to 3 are let separately."),
    ("lots", 3, "The requirement has been split into three parts (lots)."),
)


@pytest.mark.parametrize(("kind", "value", "text"), CASES)
def test_one_sentence_states_it(kind: str, value: object, text: str) -> None:
    assert read(text, kind) == ([] if value is None else [value])
