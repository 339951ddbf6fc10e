"""The tables' contract: pandera models, and what is generated from them (Arrow schemas, datapackage, dictionary)."""
