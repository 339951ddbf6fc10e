"""What the sentences so far said of states and bodies, for claims that point back: "the ministry's head", "its king".

Few claims do: each thing is read out of the sentences when it is first asked for, and each sentence once.
"""

from collections.abc import Mapping, Sequence

from pipeline.extract.officials.acting import subject_state
from pipeline.extract.officials.vocabulary import Sort, body_sorts, role_words
from pipeline.extract.officials.words import Words

POINTING_BACK = frozenset(("its", "their"))
"""Owners of titles that may mean a body: "its chief"."""
_GROUPS = role_words("groups")
_NOUNS = Sort.PUBLIC | Sort.PRIVATE | Sort.WORD
_CALLED = {
    "company": frozenset(("company", "firm", "giant", "group", "corporation", "producer", "operator", "bank", "its")),
    "agency": frozenset(("agency", "service", "office", "its")),
    "media": frozenset(("agency", "newspaper", "broadcaster", "its")),
    "party": frozenset(("party", "its")),
    "private": frozenset(("company", "firm", "giant", "group", "corporation", "producer", "bank", "its")),
}
"""Kind of body to the words that a text calls it again with; any other is "its" and "their"."""


class Backdrop:
    """What a claim may point back to. `now` is the index of the sentence at hand."""

    def __init__(self, sentences: Sequence[Words]) -> None:
        self.now = 0
        self._sentences = sentences
        self._read: dict[str, int] = {}
        self._anchors: dict[str, str] = {}
        self._body: str | None = None
        self._context: str | None = None
        self._public: dict[str, bool] = {}

    def _unread(self, thing: str, behind: int) -> Sequence[Words]:
        """The sentences before the one at `behind` out of which `thing` was not read yet."""
        first, self._read[thing] = self._read.get(thing, 0), behind
        return self._sentences[first:behind]

    def anchors(self) -> Mapping[str, str]:
        """Nouns to the states that they are of, the sentence at hand included.

        "Russia's Military Academy" makes "academy" Russian, and "a delegation from Baghdad" the delegation that is
        spoken of from then on.
        """
        for words in self._unread("anchors", self.now + 1):
            _note_anchors(words, self._anchors)
        return self._anchors

    def body(self) -> str | None:
        """The state of the last body, which "its" may mean; None where one was named last and nobody said whose."""
        for words in self._unread("body", self.now):
            code = last_body(words, len(words))
            if code is not None or names_body(words, len(words)):
                self._body = code
        return self._body

    def last_named(self) -> str | None:
        """The state named last in the sentence before."""
        before = self._sentences[self.now - 1].countries if self.now else {}
        return next((span.mention.code for span in reversed(before.values())), None)

    def context(self) -> str | None:
        """The state that the last sentence with one was on."""
        for words in self._unread("context", self.now):
            self._context = subject_state(words, len(words)) or self._context
        return self._context

    def public(self) -> Mapping[str, bool]:
        """The words that a text calls bodies again with, to whether they mean a public one."""
        for words in self._unread("public", self.now):
            _note_public(words, self._public)
        return self._public


def _note_anchors(words: Words, anchors: dict[str, str]) -> None:
    for span in words.country_ends.values():
        if span.start > 1 and words.low[span.start - 1] in ("from", "of"):
            noun = words.low[span.start - 2]
            if noun in _GROUPS:
                anchors[noun] = span.mention.code
        if span.mention.kind == "place":
            continue
        for index in range(span.end, min(span.end + 6, len(words))):
            sort = words.sort[index]
            if sort & _NOUNS or words.low[index] in _GROUPS:
                anchors[words.low[index]] = span.mention.code
            elif not (words.capital[index] or sort & Sort.PORTFOLIO or words.low[index] in ("of", "the", "and")):
                break


def _note_public(words: Words, public: dict[str, bool]) -> None:
    """Learn from a sentence: bodies of the lexicon, and the first noun for a body ("the farm ministry")."""
    for span in words.bodies.values():
        for called in _CALLED.get(span.body.kind, POINTING_BACK):
            public[called] = span.body.kind not in ("private", "press")
    if words.bodies or not names_body(words, len(words)):
        return
    index = next(index for index, sort in enumerate(words.sort) if sort in body_sorts())
    public["its"] = public[words.low[index]] = bool(words.sort[index] & Sort.PUBLIC)


def last_body(words: Words, behind: int) -> str | None:
    """The state or body that the last organisation before the word `behind` serves."""
    named = (k for k, span in reversed(words.body_ends.items()) if k < behind and span.body.kind != "press")
    other = (k for k, s in reversed(words.country_ends.items()) if k < behind and s.mention.kind == "organization")
    body, organization = next(named, -1), next(other, -1)
    if body >= organization:
        return words.body_ends[body].body.code if body >= 0 else None
    return words.country_ends[organization].mention.code


def names_body(words: Words, behind: int) -> bool:
    """Whether a common noun before the word `behind` names a body, "the farm ministry"."""
    return not body_sorts().isdisjoint(words.sort[:behind])
