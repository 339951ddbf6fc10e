"""Sidecars: `NAME.meta.json` beside `NAME.txt` says title, published_on, url and publisher of that article."""

import json

from pipeline.intake.decode import decode
from pipeline.intake.errors import Refused
from pipeline.intake.metadata import Fields, read_fields

SUFFIX = ".meta.json"


def sidecar_names(path: str) -> tuple[str, str]:
    """The paths that the sidecar of `path` may have: `a/b.txt.meta.json`, else `a/b.meta.json`."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return path + SUFFIX, f"{folder}/{stem}{SUFFIX}" if folder else stem + SUFFIX


def read_sidecar(data: bytes) -> Fields:
    """The fields of a sidecar. Raises Refused with rule `sidecar` where it is no JSON object."""
    try:
        values = json.loads(decode(data).text)
    except Refused as refused:
        raise Refused("sidecar", f"the sidecar cannot be read: {refused.reason}") from refused
    except (ValueError, RecursionError) as error:
        raise Refused("sidecar", f"the sidecar is no JSON: {str(error)[:100]}") from error
    if not isinstance(values, dict):
        raise Refused("sidecar", 'the sidecar is no JSON object: write {"published_on": "YYYY-MM-DD", …}')
    return read_fields(values)
