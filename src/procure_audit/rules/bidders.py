"""Bidders from YAML: the profiles that come with the program, a user's own, and the cited figures on bidders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, field

from ..data import data_file
from ..model import Accounts, CallError, Cited, Cost, Figures, Profile, Source, did_you_mean
from .files import read_mapping
from .lines import Place, decoded
from .spec import Basis, Identifier, Strict, Words

_WHAT = "a profile is a mapping with 'profile', 'title', 'income' and 'staff'"
_ENDINGS = (".yaml", ".yml")

Amount = Annotated[float, Meta(ge=0)]
Count = Annotated[int, Meta(ge=0)]
COVERS = (
    "public_liability",
    "employers_liability",
    "professional_indemnity",
    "product_liability",
    "medical_malpractice",
    "cyber",
    "motor",
    "all_risks",
    "other",
)
Cover = Annotated[str, Meta(extra_json_schema={"enum": list(COVERS)})]


class ProfileSpec(Strict, frozen=True):
    """A bidder. What is left out, it doesn't have."""

    profile: Identifier
    title: Words
    income: Annotated[Amount, Meta(description="of the last year, in whole units of the currency")]
    staff: Annotated[Count, Meta(description="people employed; 0 for volunteers alone")]
    reserves: Annotated[Amount, Meta(description="free reserves")] = 0
    insurance: Annotated[dict[Cover, Amount], Meta(description="sum insured of each type that is held")] = field(
        default_factory=dict
    )
    accounts: Annotated[
        Literal["unexamined", "examined", "audited"], Meta(description="how the yearly accounts are looked over")
    ] = "unexamined"
    accounts_years: Annotated[Count, Meta(description="years of which there are accounts")] = 0
    years: Annotated[Count, Meta(description="years for which it has worked")] = 0
    references: Annotated[Count, Meta(description="contracts or grants of which somebody can speak")] = 0
    certificates: tuple[Words, ...] = ()
    policies: Annotated[tuple[Words, ...], Meta(description='as people call them: "safeguarding"')] = ()
    parent_guarantee: Annotated[bool, Meta(description="whether a parent body would give a guarantee")] = False
    bond: Annotated[bool, Meta(description="whether a bank would give a bond")] = False
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")] = "GBP"
    basis: Annotated[dict[str, Words], Meta(description="what each figure rests on")] = field(default_factory=dict)


class SourceSpec(Strict, frozen=True):
    """Where a figure stands."""

    id: Words
    title: Words
    kind: Basis
    url: str = ""
    says: str = ""


class PointSpec(Strict, frozen=True):
    income: Annotated[float, Meta(gt=0)]
    per_cent_below: Annotated[float, Meta(ge=0, le=100)]


class IncomesSpec(Strict, frozen=True):
    source: SourceSpec
    says: Words
    points: Annotated[list[PointSpec], Meta(min_length=2)]

    def __post_init__(self) -> None:
        for low, high in zip(self.points, self.points[1:], strict=False):
            if not (low.income < high.income and low.per_cent_below <= high.per_cent_below):
                raise ValueError("the points must rise, in income and in share")


class CostSpec(Strict, frozen=True):
    insurance: Cover
    amount: Amount
    says: Words
    source: SourceSpec
    staff: Count = 0


class EvidenceSpec(Strict, frozen=True):
    """The cited figures on bidders."""

    incomes: IncomesSpec
    covers: tuple[CostSpec, ...] = ()
    scarce: tuple[CostSpec, ...] = ()


def load_profiles(names: Sequence[str | Path] = ()) -> tuple[Profile, ...]:
    """The bidders called *names* (one that comes with the program, or a file), each once; without any, all shipped.

    Raises CallError for an unknown name, PackError at file:line for a file that is wrong.
    """
    paths = [_find(name) for name in names] or shipped_profiles()
    profiles = {profile.name: profile for profile in map(load_profile, paths)}
    return tuple(profiles.values())


def shipped_profiles() -> list[Path]:
    """The files of the profiles that come with the program, from the smallest income up."""
    return sorted(
        data_file("rules", "profiles").glob("*.yaml"), key=lambda path: read_mapping(path, _WHAT)[0]["income"]
    )


def load_profile(path: Path) -> Profile:
    """The bidder that *path* describes."""
    raw, _ = read_mapping(path, _WHAT)
    place = Place(path)
    spec = decoded(raw, ProfileSpec, place)
    for key, names, known in (
        ("insurance", spec.insurance, COVERS),
        ("basis", spec.basis, ProfileSpec.__struct_fields__),
    ):
        for name in names:
            if name not in known:
                raise place.key(raw, key, name).wrong(f"'{name}' is not known here; {did_you_mean(name, known)}")
    return _profile(spec)


def load_figures(path: Path | None = None) -> Figures:
    """The cited figures of *path*, without it those that come with the program."""
    where = path or data_file("rules", "evidence.yaml")
    raw, _ = read_mapping(where, "the figures on bidders are a mapping with 'incomes'")
    spec = decoded(raw, EvidenceSpec, Place(where))
    points = tuple((point.income, point.per_cent_below / 100) for point in spec.incomes.points)
    return Figures(points, _cited(spec.incomes), tuple(map(_cost, spec.covers)), tuple(map(_cost, spec.scarce)))


def _find(name: str | Path) -> Path:
    shipped = {path.stem: path for path in data_file("rules", "profiles").glob("*.yaml")}
    if str(name) in shipped:
        return shipped[str(name)]
    if Path(name).is_file():
        return Path(name)
    if Path(name).suffix in _ENDINGS:
        raise CallError(f"there is no file {name} to read a bidder from")
    raise CallError(f"no bidder is called '{name}', and no such file is there; {did_you_mean(str(name), shipped)}")


def _profile(spec: ProfileSpec) -> Profile:
    return Profile(
        name=spec.profile,
        title=" ".join(spec.title.split()),
        income=spec.income,
        staff=spec.staff,
        insurance=tuple(spec.insurance.items()),
        accounts=Accounts(spec.accounts),
        accounts_years=spec.accounts_years,
        years=spec.years,
        references=spec.references,
        certificates=spec.certificates,
        policies=spec.policies,
        reserves=spec.reserves,
        parent_guarantee=spec.parent_guarantee,
        bond=spec.bond,
        currency=spec.currency,
        basis=tuple(spec.basis.items()),
    )


def _cited(spec: IncomesSpec | CostSpec) -> Cited:
    source = spec.source
    return Cited(spec.says, Source(source.id, source.title, "", source.says, source.url, source.kind))


def _cost(spec: CostSpec) -> Cost:
    return Cost(spec.insurance, spec.amount, spec.staff, _cited(spec))
