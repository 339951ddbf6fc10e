"""The official_roles table."""

from schemas import column, facts
from schemas.codes import COUNTRIES, ROLE_STATUSES
from schemas.column import Day, Text, Whole


class OfficialRoles(facts.Grounded):
    """One row per person, office and article that names the person with the office."""

    role_id: Text = column.text(
        "Identifies the role: a hash of its article, its evidence, the name and the title.", unique=True
    )
    official_id: Text = column.text("The person.", derived=True, references="officials.official_id")
    article_id: Text = facts.article_id()
    paragraph_id: Text = facts.paragraph_id()
    n_copies: Whole = facts.n_copies()
    rule: Text = facts.rule()
    corrected_by: Text = facts.corrected_by()
    name_text: Text = column.text("The name as the evidence spells it.")
    title: Text = column.text("The office in the article's own words, in the singular, without country and name.")
    organization: Text = column.text(
        "The ministry, party, company or body that the office belongs to, as the article has it.", nullable=True
    )
    country: Text = column.text("The state or body that the office serves.", nullable=True, codes=COUNTRIES)
    status: Text = column.text("Whether the person holds the office.", codes=ROLE_STATUSES)
    as_of: Day = column.day("The day that the statement is of: the article's publication date.", nullable=True)
    evidence: Text = facts.evidence()
    char_start: Whole = facts.char_start()
    char_end: Whole = facts.char_end()
    source_path: Text = facts.source_path()

    class Config:
        """The table's name."""

        name = "official_roles"
