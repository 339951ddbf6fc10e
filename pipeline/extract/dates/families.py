# ruff: noqa: E501 -- one family a line reads best
"""The families of calendar expressions: a pattern and its reader each, one family a line, the words from the lexicon."""

import re
from collections.abc import Callable, Sequence

from pipeline.extract.dates import feasts, fiscal, readers, readers_counted
from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.words import alternatives

Reader = Callable[[re.Match[str]], Expression | Sequence[Expression] | None]

_M = alternatives("month")
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])"
_Y = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)"
_W = alternatives("weekday")
_WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_N = rf"(?:\d{{1,3}}|{alternatives('number')})"
_ORD = alternatives("ordinal")
_DASH = r"\s?[-–—]\s?"
_AND = r"\s(?:and|&)\s"
_TO = rf"(?:{_DASH}|\s(?:to|through|until|till|thru)\s)"
_SEC = (
    # first letters ahead of words in any case: to try each of them takes long, and most places have none
    r"(?P<sec>(?:(?i:(?=[elm])(?:early|mid|late))[-\s](?:in\s)?|(?i:(?=[ey])(?:end-|year[-\s]end\s))|"
    r"(?i:(?=[bceflmostv])(?:the\s)?(?:very\s)?(?=[bceflmos])(?:beginning|start|middle|end|close|outset|first\sdays|final\sdays|last\sdays|closing\sdays|opening\sdays)\sof\s)))"
)
_REL_YEAR = (
    r"(?P<rel>(?i:(?:of\s)?(?:(?:this|last|next|the\sprevious|the\spreceding|the\ssame|the\sfollowing|that|"
    r"the\scurrent|the\spast|the)\syear)))"
)
_YEAR = rf"(?:,?\s{{1,2}}(?:of\s|in\s)?(?:Juche\s\d{{1,3}}\s\()?(?P<year>{_Y}(?![-–]\d\d(?!\d))|['’]\d\d(?!\d|s))|,?\s{_REL_YEAR})"
_NOT_COUNT = r"(?!\s?(?:%|percent\b|per\scent|million|billion|people\b|other\b|(?!this\b)[a-z]{3,20}s\b))"
_SPAN = rf"(?:period|term|months?|quarter|half|week|day|time|timeframe|timespan|time[-\s](?:frame|span|period)|span|stretch|part|interval|{_N}[-\s]months?(?:\speriod)?)"
_TRADED = (
    r"(?=\s(?:[a-z]{3,12}\s){0,2}(?:exports?|imports?|shipments|turnover|trade|sales|purchases|deliveries|supplies|arrivals|total|totals|"
    r"figure|figures|volume|value|tally|deficit|surplus|balance|remittances|inflows|output|data|haul)\b)"
)
_HOLIDAY_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]")
    for name in sorted(feasts.RULES, key=lambda n: (-len(n), n))
)
_UNIT = r"(?P<unit>day|weekend|week|month|quarter|half|year|decade|morning|afternoon|evening|night)"


FAMILIES: tuple[tuple[str, str, Reader], ...] = (
    *fiscal.FAMILIES,
    ("digits4:figure", r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>0[1-9]|1[0-2]|[1-9](?=/))(?P=sep)(?P<day>0[1-9]|[12]\d|3[01]|(?<=/)[1-9])(?!\d)", readers.iso),
    ("digits2:figure", r"(?<![\d./-])(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/])", readers.numeric),
    ("weekday:month month:counted", rf"(?:\b(?P<weekday>{_W}),?\s)?\b(?P<month>{_M})\s(?:the\s)?(?P<day>{_D}|{_ORD}(?=[,.;:)]|\s(?:19|20)\d\d|\s(?:in|at|and|the|is|was|for|with|by)\b|$))(?!\s{_M}\s\d{{4}})(?:(?:{_TO}|{_AND})(?P<last>{_D}){_NOT_COUNT})?{_YEAR}?", readers.month_days),
    ("weekday:counted digits2:day", rf"(?:\b(?P<weekday>{_W}),?\s(?:the\s)?)?(?<![\d.,$€£-])\b(?P<day>{_D})(?:(?:{_TO}|{_AND})(?P<last>{_D}))?\s(?:of\s)?(?P<month>{_M})(?!\w){_YEAR}?", readers.month_days),
    ("digits2:month", rf"(?<![\w.,$€£/-])(?P<day>{_D})-(?P<month>{_M})-(?P<year>(?:19|20)\d\d|\d\d)(?![\w-])", readers.month_days),
    ("month:figure", rf"\b(?P<month>{_M})\s(?P<days>{_D}(?:,\s{_D}){{1,4}},?\s(?:and|&)\s{_D}){_NOT_COUNT}(?!,?\s{_M}){_YEAR}?", readers.day_list),
    ("digits2:figures", rf"(?<![\d.,$€£-])\b(?P<days>{_D}(?:,\s{_D}){{1,4}},?\s(?:and|&)\s{_D})\s(?:of\s)?(?P<month>{_M})(?!\w){_YEAR}?", readers.day_list),
    ("the ordinal:day_of digits2:nth", rf"\b(?:(?i:the)\s)?(?P<ordinal>{_ORD}|\d{{1,2}}(?:st|nd|rd|th)(?=\sday))(?:\sday)?\sof\s(?P<month>{_M})(?!\w){_YEAR}?", readers.ordinal_day),
    ("the ordinal:weekday", rf"\b(?:(?i:the)\s)?(?P<ord>(?i:first|second|third|fourth|last))\s(?P<weekday>{_WEEKDAY})\s(?:of|in)\s(?P<month>{_M})(?!\w|\s?\d{{1,2}}\b){_YEAR}?", readers.weekday_of_month),
    ("month:figure", rf"\b(?P<month>{_M})\s(?P<day>{_D}){_DASH}(?P<month2>{_M})\s(?P<day2>{_D}){_YEAR}?", readers.two_months_days),
    ("digits2:month", rf"(?<![\d.,$€£-])\b(?P<day>{_D})\s(?P<month>{_M}){_DASH}(?P<day2>{_D})\s(?P<month2>{_M})(?!\w){_YEAR}?", readers.two_months_days),
    ("month:to_month", rf"\b(?P<month>{_M})(?:{_DASH}|/|\s(?:to|through)\s|-(?:to|through)-)(?P<month2>{_M})(?!\w|\s{_D})(?:(?:\s(?:quarter|period|half|season)\b)?{_YEAR})?", readers.month_span),
    ("the section:of_month month:of_year", rf"\b{_SEC}?(?P<month>{_M})(?!\w){_YEAR}", readers.month),
    ("the section:of_month month", rf"\b{_SEC}?\b(?P<month>{_M})(?!\w|\s?\d(?!\d?\s{_M}\s\d{{4}}))", readers.bare_month),
    ("the shift:this_month", rf"\b(?P<shift>(?i:last|next|this|this\spast|this\scoming|the\sprevious|the\spreceding|the\sfollowing))\s(?P<month>{_M})(?:\s(?P<day>{_D}))?(?!\w|\s?\d)", readers.shifted_month),
    ("shift:this_month", rf"\b(?P<shift>[Tt]hat)\s(?P<month>{_M})(?:\s(?P<day>{_D}))?(?=[.;:)]|,(?!\s\d{{4}})|\s(?:and|when|after|but|as|with)\b|$)", readers.shifted_month),
    ("the unit section:of_time digits4", rf"\b(?:{_SEC}(?:(?i:the\syear)\s)?|(?:(?i:the\syear)\s)?(?:(?<=\b[Pp]ost-)|(?<=\b[Pp]re-)|(?<![\d.,$€£¥₩#/–-])))(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[.,:]\d|[-–/]\d|s\b)(?!-[a-z])", readers.year),
    ("digits4:figure", r"(?<![\d.,$€£-])\b(?P<year>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)\d\d|\d\d)(?![\d%/-]|[.,]\d)", readers.years),
    ("the section:of_time ordinal:a_half digits4:tens digits2:tens quote decade", rf"\b(?:{_SEC}|(?:(?i:the)\s)?(?P<half>(?i:first|second|latter))\shalf\sof\s)?(?:(?i:the)\s)?(?:(?<!\w)['’]?(?P<digits>(?:1[89]|20)\d0|\d0)s|(?P<word>(?:(?<=the\s)|(?<=mid-)){alternatives('decade')}))\b", readers.decade),
    ("the digits4:part shift:year", rf"\b(?:the\s)?(?:(?P<year>{_Y})|(?P<rel>(?i:this|last|next|the\sprevious|the\scurrent)\syear)['’]s)\s(?P<ord>first|second|third|fourth|last|final)[\s-]quarter(?P<q>)(?!\w)", readers.quarter),
    ("the digits4:part shift:year", rf"\b(?:the\s)?(?:(?P<year>{_Y})|(?P<rel>(?i:this|last|next)\syear)['’]s)\s(?P<half>first|second|latter)[\s-]half(?P<month>)(?P<h>)(?!\w)", readers.half),
    ("the ordinal:a_quarter digits2:nth letter:figure", rf"\b(?:(?:the\s)?(?P<ord>(?i:first|second|third|fourth|last|final|1st|2nd|3rd|4th))[\s-](?i:quarter)|Q(?P<q>[1-4]))(?!\w){_YEAR}?", readers.quarter),
    ("the ordinal:a_half letter:figure", rf"\b(?:(?:(?i:the)\s)?(?P<half>(?i:first|second|latter|last))[\s-]half(?:\sof(?!\s(?:the\s)?['’]?(?:\d{{2,4}}s|decade|century|\d\dth))|(?=\s{_Y}(?!\w))|{_TRADED})|H(?P<h>[12])(?![A-Za-z]))(?:\s(?P<month>{_M})(?!\w))?{_YEAR}?", readers.half),
    ("the ordinal:number", rf"\b(?:the\s)?(?P<end>(?i:first))\s(?P<n>(?:two|three|2|3))\s(?P<unit>quarters)(?:\sof{_YEAR})?(?!\w)", readers.first_months),
    ("number:months digits2:months", rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Oo]ver\s)|(?<=\b[Ff]or\s)|(?<=\b[Dd]uring\s)|(?<=\b[Ii]n\sthe\s)|(?<=\b[Oo]ver\sthe\s)|(?<=\b[Ff]or\sthe\s))(?P<end>)(?P<n>{_N})\s(?P<unit>months)(?=\sof\s){_YEAR}(?!\w)", readers.first_months),
    ("the ordinal:number", rf"\b(?:the\s)?(?P<end>(?i:last|final))\s(?P<n>(?:two|three|2|3|{_N}))\s(?P<unit>quarters|months)(?:\sof)?{_YEAR}(?!\w)", readers.first_months),
    ("the ordinal:number", rf"\b(?:the\s)?(?P<end>(?i:first|opening|initial))\s(?P<n>{_N})\s(?P<unit>months?)(?:\sof{_YEAR})?(?!\w|\sof\s(?:the|its|their)\s(?:fiscal|financial|marketing|crop)\s)", readers.first_months),
    ("the shift:number", rf"\b(?:the\s)?(?P<end>)(?i:last|past)\s(?P<n>{_N})\s(?P<unit>months)(?=\sof\s(?:the|this|its)\s(?:current\s|ongoing\s|present\s)?(?:fiscal|financial)\syear\b)", readers.first_months),
    ("number:months digits2:months", rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Oo]ver\s)|(?<=\b[Ff]or\s)|(?<=\b[Dd]uring\s)|(?<=\b[Ii]n\sthe\s)|(?<=\b[Dd]uring\sthe\s))(?P<end>)(?P<n>{_N})\s(?P<unit>months)(?=\sof\s(?:the\s|this\s|its\s)?(?:current\s|ongoing\s|running\s|last\s|previous\s|preceding\s)?(?:fiscal|financial|FY))", readers.first_months),
    ("number:months digits2:months", rf"(?:(?<=\bin\s)|(?<=\bIn\s)|(?<=\bover\s)|(?<=\bOver\s)|(?<=\bfor\s)|(?<=\bFor\s)|(?<=\bduring\s))(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])\smonths(?:\sof)?\s(?P<year>{_Y})(?!\w)", readers.months_of),
    ("the:many", r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ff]or\s)|(?<=\b[Oo]ver\s))(?P<end>)the\s(?P<n>four|five|six|seven|eight|nine|ten|eleven)\s(?P<unit>months)(?=[.;)]|,\s(?:up|down|or|against|the)\b|\s(?:exports|imports|trade|turnover|shipments|sales|it|from|against|were|was|rose|fell|grew|came|stood|reached|dropped|declined|increased|decreased|totall?ed|amounted)\b)", readers.first_months),
    ("number:a_month digits2:a_month", rf"(?<![\w-])(?<![Ff]irst\s)(?<![Ll]ast\s)(?<![Nn]ext\s)(?<!\ba\s)(?P<end>)(?P<n>(?i:{_N}))-(?P<unit>month){_TRADED}", readers.first_months),
    ("number:year", rf"\b[Hh]alf-year{_TRADED}", readers.half_year),
    ("the ordinal:a_month", rf"\b(?:the\s)?(?P<ord>(?i:first|opening|second|third|last|final))\smonth\sof{_YEAR}(?!\w)", readers.nth_month),
    ("the month:a_quarter", rf"\b(?:the\s)?(?P<month>{_M})[\s-](?:quarter){_YEAR}?(?!\w)", readers.quarter_ended),
    ("the:half", r"(?:(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s)|(?<=\b[Ff]or\s)|(?<=\b[Oo]ver\s))the\s(?P<half>first|second)[\s-]half(?P<month>)(?P<h>)(?=[,.;)]|\s(?:and|but|from|to|as|with|after|when|while|by|against|were|was|rose|fell|it|the|exports|imports|trade|shipments|sales|turnover)\b|\s\(|\s[a-z]{3,15}ed\b|$)", readers.half),
    ("the ordinal:day_of", rf"\b(?:(?i:the)\s)?(?P<end>(?i:first|last|final))\sday\sof\s(?:(?P<month>{_M})(?!\w){_YEAR}?|(?P<of>{_Y}))", readers.end_day),
    ("ordinal:number", rf"\b(?i:first)\s(?P<n>{_N})\s(?P<unit>days|weeks)\sof\s(?:(?P<month>{_M})(?!\w){_YEAR}?|(?P<which>(?i:the|that|this|last|next))\smonth(?!\w))", readers.first_days),
    ("the ordinal:week", rf"\b(?:the\s)?(?P<ord>(?i:first|second|third|fourth|last))\sweek\s(?:of|in)\s(?P<month>{_M})(?!\w|\s\d{{1,2}}\b){_YEAR}?", readers.week_of_month),
    ("the unit", rf"\b(?i:(?:the\s)?week\s(?:of|beginning|starting|commencing))\s(?:on\s)?(?:{_W},?\s)?(?P<month>{_M})\s(?P<day>{_D}){_YEAR}?", readers.week_of_day),
    ("the unit", rf"\b(?i:(?:the\s)?week\s(?:of|beginning|starting|commencing))\s(?:on\s)?(?:{_W},?\s)?(?P<day>{_D})\s(?P<month>{_M})(?!\w){_YEAR}?", readers.week_of_day),
    ("the section:of_time season", rf"\b{_SEC}?(?:(?i:the)\s)?(?P<season>(?i:spring|summer|autumn|fall|winter)){_YEAR}", readers.season),
    ("the section:of_same shift:this_season", rf"\b{_SEC}?(?P<shift>(?i:the\snext|the\sfollowing|the\sprevious|last|next|this\spast|this\scoming|this|that))\s(?:(?i:early|mid|late)[-\s])?(?P<season>(?i:spring|summer|autumn|fall|winter))(?!\w)", readers.season),
    ("the section:of_time season", r"(?:(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s)|(?<=\b[Bb]y\s)|(?<=\buntil\s)|(?<=\b[Oo]ver\s)|(?<=\binto\s)|(?<=\b[Ss]ince\s)|(?<=\bthis\s)|(?<=\bof\s)(?=the\s))(?:the\s)?(?P<sec>(?:early|mid|late)[-\s])?(?:the\s)?(?P<season>spring|summer|autumn|winter|(?<=the\s)fall(?!\s(?:in|of)\b))(?!\w|\s[A-Z]|\s(?:sports|games|season|wheat|crops?|school|camp|house))", readers.season),
    ("the compare:year unit", r"\b(?:the\s)?(?:comparable\s|corresponding\s)?(?P<word>(?i:year-(?:ago|earlier)))(?:\s(?:period|quarter|month|half|week|level|figure))?(?!\w)", readers_counted.year_before),
    ("the:period", r"(?:(?:(?<=\bin\s)|(?<=\bfor\s)|(?<=\bduring\s)|(?<=\bof\s))the\s(?P<unit>quarter|half-year|full\syear(?!\s(?:of\s)?(?:19|20)\d\d))|\b(?i:the)\slatest\s(?P<latest>quarter|half-year|period))(?![\w-])", readers_counted.this_unit),
    ("the:unit", r"(?i:(?<=\bfor\s)|(?<=\bduring\s))the\s(?P<unit>week|month|year)(?![\w-]|\s(?:\d|[a-z]{2,12}ed\b|of|before|after|since|that|when|ahead|to|until)\b)", readers_counted.told_unit),
    ("the:unit", r"(?:(?<=\AIn\s)|(?<=[.\n]\sIn\s)|(?<=[.\n]In\s))the\s(?P<unit>morning|afternoon|evening)(?=,?\s(?!of\b))", readers_counted.told_unit),
    ("the:unit", r"(?<=[a-z]\sin\s)(?<!later\sin\s)(?<!early\sin\s)(?<!late\sin\s)(?<!earlier\sin\s)the\s(?P<unit>afternoon|evening)(?=[.,;]|\sand\s|$)", readers_counted.told_unit),
    ("the:unit", r"(?<=\b[Oo]n\s)the\s(?P<unit>day)(?=[.,;)]|\s(?:and|but|by)\b|$)", readers_counted.told_unit),
    ("spelled", r"\b(?P<century>nineteen|twenty|eighteen)\s(?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?P<ones>one|two|three|four|five|six|seven|eight|nine))?|(?P<teens>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))(?!\w)", readers.spelled_year),
    ("the:unit", r"\b(?:(?i:the)\syear\s)two\sthousand(?:\s(?:and\s)?(?P<ones>one|two|three|four|five|six|seven|eight|nine))?(?P<century>)(?P<tens>)(?P<teens>)(?!\w)", readers.spelled_year),
    ("the shift:this_weekday weekday", rf"\b(?:(?P<shift>(?i:last|next|this|this\spast|this\scoming|the\sfollowing|the\sprevious|past|coming))\s)?(?P<weekday>{_WEEKDAY})(?:\s(?P<week>(?i:of\slast|of\sthis|of\snext|last|this|next))\sweek)?\b", readers.on_weekday),
    ("the unit day_word shift:night", r"\b(?i:(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow|yesterday|tomorrow\sweek|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))\b", readers_counted.day_word),
    ("the compare:span", rf"\b(?:the\s)?(?i:(?:same|corresponding|comparable|equivalent|like|matching|identical|similar)\s{_SPAN}(?:\sof\stime)?)\s(?:in\s|of\s)?(?:(?P<year>{_Y})|(?P<which>(?i:last|this|next|the\sprevious|the\spreceding|the\spast|the\sprior))\s(?:year|season)|(?P<before>(?i:(?:a|one)\s(?:year|season)\s(?:ago|earlier|before|previously)|the\s(?:year|season)\s(?:before|earlier))))(?![\w-])", readers_counted.same_period),
    ("the shift:year", rf"\b(?P<which>(?i:last|the\sprevious|the\spreceding|the\spast))\syear['’]s\s(?:same|corresponding|comparable|equivalent|like)\s{_SPAN}(?P<year>)(?P<before>)(?![\w-])", readers_counted.same_period),
    ("the:pointed", rf"\bthe\s(?:said|mentioned|aforementioned|aforesaid)\s(?:{_N}[-\s])?(?:time[-\s](?:frame|span|period)|{_SPAN})(?:\s(?:in\s|of\s)?(?P<year>{_Y}))?(?![\w-])", readers_counted.pointed_period),
    ("the:figure", rf"\b(?:the\s)(?P<year>{_Y})\s(?P<which>quarter)(?P<before>)(?![\w-])", readers_counted.same_period),
    ("the section:of_same when:of_same shift:a_unit compare:a_unit", rf"\b(?:{_SEC}|(?i:earlier|later)\s)?(?P<which>(?i:(?:the\s)?(?:last|this|next|previous|preceding|following|coming|current|same)|that))\s(?:(?i:calendar)\s)?{_UNIT}(?![\w-])", readers_counted.unit),
    ("when:within", rf"\b(?i:earlier|later|elsewhere)\s(?:(?i:on)\s)?(?i:in)\s(?i:the)\s(?:same\s)?{_UNIT}(?!\w)", readers_counted.within_unit),
    ("the section:of_same", rf"\b{_SEC}(?i:the)\s(?P<unit>(?i:week|month|quarter|year|decade))(?!\w)", readers_counted.section_of_unit),
    ("the unit", r"\b(?i:(?:the\s)?year[-\s]end)\b", readers_counted.year_end),
    ("the:unit", r"\b(?P<over>(?i:the)\s(?P<unit>(?i:weekend)))\b(?!\sof\b)", readers_counted.section_of_unit),
    ("number:units digits2:unit digits3:unit", rf"\b(?P<n>(?i:{_N}|half\sa))[\s-](?P<unit>day|week|fortnight|month|year|decade|century|centurie)s?\s(?P<word>(?i:ago|earlier|later|previously|from\snow|hence)|(?i:before|after)(?=[,.;]))(?:\s(?P<sub>this\s(?:month|week)|today))?(?!\w)", readers_counted.count_of_units),
    ("the:unit", r"\b(?i:the)\s(?P<unit>week|month|quarter|year)\s(?P<word>before|after|earlier|later)(?=[,.;)]|\s(?:that|in|at|to|with|by|from|and|but|as|when)\b|\s(?:[A-Z][\w'’-]{1,20}|it|they|there|the\s[a-z]{3,12})\shad\b|$)", readers_counted.unit_before),
    ("the:unit", r"\b(?i:the)\s(?P<unit>week|month|year)\sbefore\slast(?!\w)", readers_counted.before_last),
    ("the unit number:day_of", r"\b(?i:the|a)\sday\s(?P<word>(?i:before|after|earlier|later))(?=[,.;]|\s(?:that|in|at|to|with|by|from)\b|$)", readers_counted.day_before),
    ("the:counted", rf"(?i:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bsince\s)|(?<=\bbefore\s)|(?<=\bbetween\s)|(?<=\band\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?=the\s\S{{3,14}}\sof\s(?:this|that|last|next|the\ssame)\smonth\b))((?i:the)\s(?P<ord>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORD}))(?:\sof\s(?P<month>the|that|this|last|next|the\ssame)\smonth)?)(?=[,.;)]|\s(?:and|to|at|in|for|with|when|after|before|that)\b|(?<!anniversary)\s(?:the|he|she|it|they|its|his|her|their|both)\s|$)", readers_counted.day_of_month),
    ("shift:this_holiday holiday:named feast", rf"\b(?:(?P<shift>(?i:last|next|this(?:\s(?:past|coming))?))\s)?(?P<name>{_HOLIDAY_NAMES})(?!\w)(?:,?\s(?P<year>{_Y}))?", readers.holiday),
    ("the digits2:nth", r"\b(?i:the\s)?(?P<n>1[1-9]|2[01])(?:th|st)[\s-](?i:century)\b", readers.century),
)  # fmt: skip
"""First words (`starts`), pattern and reader; of two matches that overlap `scan` takes the one that begins first, then the longer."""
