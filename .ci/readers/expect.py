"""What the JSON export says that every other export must hold, and how far each may differ from it."""
import json
import re
from collections import defaultdict

problems = []


def differ(where, got, want):
    if got != want:
        problems.append(f"{where}: {short(got)}, want {short(want)}")


def short(value):
    text = repr(value)
    return text if len(text) < 400 else text[:400] + "…"


def xml(text):
    """What XML 1.0 can hold of text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def plain(text):
    """What a format without escapes holds of text."""
    return re.sub("[\x7f-\x9f]", "", xml(text))


def joined(values):
    return "|".join(sorted({v.replace("|", "¦") for v in values if v}, key=lambda v: v.encode()))


def deep(clean, value):
    """value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {k: deep(clean, v) for k, v in value.items()}
    return [deep(clean, v) for v in value] if isinstance(value, list) else value


class Graph:
    """The graph of a JSON export: nodes by ID, edges by ID, and edges folded by source, target, relation and modality."""

    def __init__(self, path):
        graph = json.load(open(path, encoding="utf-8"))["graph"]
        self.nodes = {id: dict(label=n["label"], **{"text": "", **n["metadata"]}) for id, n in graph["nodes"].items()}
        self.edges = {}
        folded = defaultdict(list)
        for e in graph["edges"]:
            m = {"claimed": "", **e["metadata"]}
            self.edges[e["id"]] = dict(source=e["source"], target=e["target"], relation=e["relation"], label=e["label"], **m)
            folded[e["source"], e["target"], e["relation"], m["modality"]].append(m)
        self.folded = {key: self.fold(key, all) for key, all in folded.items()}

    @staticmethod
    def fold(key, all):
        own = lambda m: {"edge": {k: m[k] for k in ("date", "role", "claimed", "confidence", "rule")}} if len(all) > 1 else {}
        evidence = [{**x, **own(m)} for m in all for x in m["evidence"]]
        return dict(relation=key[2], modality=key[3], date=joined(m["date"] for m in all), role=joined(m["role"] for m in all),
                    claimed=joined(m["claimed"] for m in all), confidence=max(m["confidence"] for m in all), weight=weight(evidence), rule=joined(m["rule"] for m in all), evidence=evidence)

    def flat_nodes(self, clean):
        """Nodes with aliases joined, empty values left out."""
        return {id: {k: v for k, v in deep(clean, {**n, "aliases": joined(n["aliases"])}).items() if v} for id, n in self.nodes.items()}

    def flat_folded(self, clean):
        return {key: {k: v for k, v in deep(clean, e).items() if v != ""} for key, e in self.folded.items()}


def weight(evidence):
    return float(max(1, sum(1 for x in evidence if not x.get("copy"))))


def days(date):
    """The first and the last day of an ISO 8601 date or interval."""
    import calendar
    first, last = (date.split("/") * 2)[:2]
    first += "-01-01"[len(first) - 4:] if len(first) < 10 else ""
    if len(last) == 4:
        last += "-12-31"
    if len(last) == 7:
        last += "-%02d" % calendar.monthrange(int(last[:4]), int(last[5:]))[1]
    return first, last
