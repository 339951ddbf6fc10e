"""Words that end the name of goods, describe them, or stand instead of them; the goods themselves are a lexicon."""

from pipeline.extract.quantities.words import word_set

ENDS = word_set(
    "to from in into for by with via through at on during since until between under over after before as and "
    "or but while which that who is are was were be been being has have had will would reached totaled "
    "totalled amounted stood came rose fell grew dropped increased decreased declined climbed jumped a an the "
    "each per last this next year month day annually daily worth than its making accounted account valued "
    "sent shipped delivered donated exported imported bought sold abroad home left arrived crossed could may "
    "might shall should must not so if when where because against of up down free out made go went gone "
    "remains remain remained fetched earned cost costs brought paid took including such like"
)
"""Where a phrase that names goods is over."""
NOT_GOODS = word_set(
    "value volume volumes total amount worth goods's bilateral overall annual monthly more most much many "
    "other some all both two-way record new trade export exports import imports aid further additional rest "
    "remainder remaining half exchange turnover level it them that those this these ones number figure "
    "figures percent sum money cash share quarter year month period previous the same first second third "
    "fourth last revenue income terms dollars dollar earnings countries country foreign domestic global world "
    "total's sales shipments deliveries supplies supply purchases cost costs agreement contract contracts deal deals "
    "package projects project goods' transactions payments products' case part fact line addition order "
    "response return exports' capacity growth increase decrease decline drop fall rise fiscal debt debts "
    "loans loan investment investments assistance grants grant donations donation relief funds financing "
    "types kinds varieties sorts type kind variety grades different various requirement requirements need needs demand "
    "credit credits promised pledged planned agreed which who another only currently such production output "
    "produced exported imported traded mentioned consumption exporting importing region regions province provinces "
    "territory territories oblast krai district area island islands kingdom republic state states bloc union service "
    "neighbour neighbor neighbours neighbors partner partners"
)
"""At the ends of such a phrase these are no part of the goods."""
ADJECTIVES = word_set(
    "crude refined raw used new second-hand fresh frozen dried canned heavy light natural liquefied white "
    "brown basmati thermal coking steam iron copper hot-rolled cold-rolled medical agricultural industrial "
    "non-oil surplus soft concessional medicinal electric electrical electronic military high-purity "
    "sunflower soybean palm wheat corn cotton rare scrap processed unprocessed enriched chemical mineral "
    "winter humanitarian passenger diesel fire fishery marine dairy"
)
"""Before goods these are a part of their name."""
PIECES = word_set(
    "units pieces bags bottles sacks boxes cartons crates bales drums cans tins packs packets pallets heads "
    "doses vials jabs sets cases truckloads loads rolls sheets bunches stems trays jars tubs kegs"
)
"""What goods are counted or packed in, which are named elsewhere."""
PACKED = word_set("bags bottles boxes cartons cases crates cans tins packets packs pallets vials doses")
"""Those of them that are hardly ever the goods themselves."""
GENERIC = word_set(
    "goods products merchandise commodities supplies product commodity items times materials freight services"
)
"""Alone these name no goods in particular."""
HEADS = word_set(
    "data price prices minister ministry ministers company companies firm firms giant producer producers "
    "exporter exporters importer importers industry sector market markets field fields pipeline pipelines "
    "project projects plant plants agency agencies workers officials official trader traders buyer buyers "
    "revenue revenues deal deals talks embargo ban tax taxes refinery refineries mine mines factory factories "
    "crisis boom fund funds makers maker smelter port ports terminal terminals station stations grid line "
    "lines business businesses operator operators corporation bank farmers growers shop shops office "
    "executive executives fleet assets stake stakes"
)
"""Behind the name of goods these speak of something else ("oil minister", "tanker data")."""
MAKERS = word_set(
    "plants plant factories factory growers farmers mills miller millers mines mine miners producers producer "
    "exporters exporter traders refiners refineries makers maker breeders smelters companies firms suppliers supplier "
    "processors manufacturers ranchers fishermen packers shippers gardens estates planters foundries industry "
    "industries sector sectors"
)
"""Behind the name of goods, as a subject, these sell what they are named after ("urea plants", "rubber growers")."""
THESE = word_set("the this that these those such said same")
"""Before a word of GENERIC these point to goods told of before ("of the product", "of such commodities")."""
KINDS_OF = word_set("types kinds varieties sorts type kind variety grades")
"""Before "of" these leave it to what follows what the goods are."""
BESIDE_GOODS = {
    "percent": frozenset({"more", "fewer", "less"}),
    "currency": frozenset({"from"}),
    "mass": frozenset({"for"}),
}
"""What stands between an amount and its goods ("9 percent more cars", "$9 million from tea", "9 tonnes for sugar")."""
