"""The questions of the concreteness checks, and the word lists they look at. Constants only.

At most one question is shown, “keep as is” is the usual answer, each check can be turned off, and nothing
is blocked, scored or graded. The lists are English; other languages get the check for length alone. They miss
things: a fact may be plain without any of these words.
"""

from __future__ import annotations

from typing import Final

KEEP: Final = "keep as is"
CHANGE: Final = "change it"
WHY: Final = (
    "Plain facts are easier to believe on a bad day; that is our own reasoning. "
    "This is a question, not a mark."
)

QUESTIONS: Final[dict[str, str]] = {
    "C1": "Whose doing was it? “I …” is a possible start.",
    "C2": "What would someone in the room have seen you do?",
    "C3": "How did it go before, as you remember it?",
    "C4": "About how often, or how soon? A guess will do.",
    "C5": "Where was that, or who was there?",
    "C6": "And what do you do in its place?",
    "C7": "Which one time shows it?",
    "C8": "Keep it if it is true. Was a part of it also you?",
    "C9": "Is there one more detail that would help you know it again later?",
}
"""Check -> question. C1 first person, C2 an act, C3 then and now, C4 how often, C5 where, C6 what is there
instead of what is not, C7 one time instead of always, C8 discounting words, C9 too thin."""

NAMES: Final[dict[str, str]] = {
    "C1": "who did it",
    "C2": "something done",
    "C3": "then and now",
    "C4": "how often or how soon",
    "C5": "where or with whom",
    "C6": "what is done instead",
    "C7": "one time that shows it",
    "C8": "words that take the credit away",
    "C9": "enough words to know it again",
}
"""Check -> its name in settings."""

THIN_WORDS: Final = 4
"""Fewer words than this are thin (C9)."""
THIN_CHARACTERS: Final = 12
"""The same for texts without spaces between words, and for other languages."""

FIRST_PERSON: Final = frozenset(
    {"i", "i'm", "i've", "i'd", "i'll", "im", "ive", "my", "me", "mine", "myself", "we", "our"}
)

_ACT_VERBS: Final = """
    accept act add admit agree allow answer apologise apologize apply argue arrange arrive ask
    attend bake bathe begin bike book borrow breathe bring brush build buy call cancel carry catch
    challenge change check choose clean clear climb close come complete contact continue cook cope
    count cross cry cut cycle dance decide decline delay describe dig do draw dress drink drive eat
    email empty end enter exercise explain face feed fetch fill find finish fix fold follow forgive
    garden get give go greet handle hang hear help hold hoover hug ignore invite iron join keep kiss
    knit laugh laid lay learn leave let lift listen look made make manage mark meet mend mention
    message move name note notice offer open order organise organize pack paint park pause pay phone
    pick plan plant play post practise practice pray prepare promise pull push put question quit
    read recognise recognize refuse register remember remind repair reply report rest return reward
    ride ring run save say see sell send set share shave shop show shower sing sit skip sleep slow
    smile sort speak spend stand start state stay step stick stop stretch study suggest swim switch
    take talk teach tell text thank think throw tidy touch translate travel treat try turn type use
    visit wait wake walk wash watch water wear welcome wipe work write yawn answered asked ate
    bought brought called came chose did drank drove fed found gave got held heard kept left met
    paid ran rang read rode said sang sat saw sent showed slept spoke spent stood stuck swam taught
    thought told took tried went woke wore wrote answers asks attends brings buys calls checks comes
    cooks does drives eats feeds gets gives goes helps keeps leaves lets listens makes meets names
    notices pays phones puts reads replies rings runs says sees sends sits speaks stays stops takes
    talks tells texts thinks tries turns uses visits waits wakes walks washes works writes
"""
ACT_VERBS: Final = frozenset(_ACT_VERBS.split())
"""Words that say something was done; inner acts count (notice, question). Words in -ed, -ing too (C2)."""

_STATE_VERBS: Final = """
    am is are was were be been being feel feels felt feeling have has had seem seems seemed become
    became
"""
STATE_VERBS: Final = frozenset(_STATE_VERBS.split())
_STATE_ADJECTIVES: Final = """
    able alive alright angry anxious awake aware bad bored brave calm capable cheerful
    comfortable confident content coping depressed different down easier energetic exhausted
    fearful fine flat focused free functional glad good grateful great happier happy healthy hopeful
    hopeless independent lighter lonely low motivated nervous normal numb okay ok optimistic
    organised organized patient peaceful positive productive proud ready relaxed resilient sad safe
    scared secure settled social stable strong stressed tense tired together upset useless weak well
    worried
"""
STATE_ADJECTIVES: Final = frozenset(_STATE_ADJECTIVES.split())
"""With a state verb and no act, these describe a state (C2)."""

CONTRAST_WORDS: Final = (
    "instead",
    "instead of",
    "used to",
    "before",
    "now",
    "no longer",
    "without",
    "rather than",
    "any more",
    "anymore",
    "these days",
    "by then",
    "back then",
    "since",
    "until",
    "again",
)
"""Words that hold a then inside a now (C3). One of them is enough, and so are two filled boxes."""

_FREQUENCY_WORDS: Final = """
    one two three four five six seven eight nine ten eleven twelve twenty thirty half once twice
    thrice both few several most some every each within times time minutes minute hours hour days
    day weekly daily nightly weekends weekend week weeks month months monthly morning mornings
    evening evenings night nights today yesterday tonight usually often sometimes rarely first last
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday
    saturdays sunday sundays
"""
FREQUENCY_WORDS: Final = frozenset(_FREQUENCY_WORDS.split())
"""How often or how soon (C4); digits count too."""

_SITUATION_WORDS: Final = """
    at in on with when if during after before to from by near over under through across outside
    inside beside behind around between into past while whenever where for
"""
SITUATION_WORDS: Final = frozenset(_SITUATION_WORDS.split())
"""Words that usually bring a place, a person or an occasion with them (C5)."""

ABSENCE_WORDS: Final = (
    "not",
    "n't",
    "dont",
    "didnt",
    "cant",
    "wont",
    "never",
    "no longer",
    "without",
    "stopped",
    "quit",
    "avoid",
    "avoided",
    "less",
    "no more",
)
"""Words that say what is not there (C6). An aim such as not drinking is a proper aim: only a question."""

TRAIT_WORDS: Final = (
    "better",
    "worse",
    "stronger",
    "strong",
    "confident",
    "brave",
    "amazing",
    "wonderful",
    "a good person",
    "a better person",
    "a new person",
    "always",
    "never",
    "everything",
    "nothing",
    "everyone",
    "nobody",
    "all the time",
    "completely",
    "totally",
    "perfect",
    "perfectly",
)
"""Words for a person or for all of time, where one time would show more (C7)."""

DISCOUNT_WORDS: Final = (
    "just",
    "only",
    "merely",
    "luckily",
    "lucky",
    "by luck",
    "by chance",
    "at least",
    "anyone could",
    "anybody could",
    "everyone does",
    "everybody does",
    "no big deal",
    "nothing special",
    "it was easy",
    "it was nothing",
    "doesn't count",
    "does not count",
    "not really",
    "thanks to the med",
    "thanks to the tablet",
    "thanks to the pill",
    "thanks to my med",
    "because of the med",
    "because of the tablet",
    "because of the pill",
)
"""Words that hand the whole of it away (C8). They are never deleted, and may be true."""
