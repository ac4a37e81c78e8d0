# Answers with networkx what networkx_test.go asks on standard input.
import itertools
import json
import sys

import networkx as nx


def lengths(graph, pair, k):
    try:
        return [len(p) - 1 for p in itertools.islice(nx.shortest_simple_paths(graph, *pair), k)]
    except nx.NetworkXNoPath:
        return []


def answer(question):
    graph = nx.DiGraph() if question["directed"] else nx.Graph()
    graph.add_nodes_from(question["nodes"])
    graph.add_edges_from((a, b) for a, b in question["edges"] if a != b)
    between = nx.betweenness_centrality(graph)
    pairs = question["pairs"] or []
    return {
        "simple": [lengths(graph, pair, question["k"]) for pair in pairs],
        "all": [sum(1 for _ in nx.all_simple_paths(graph, *pair, cutoff=question["max_hops"])) for pair in pairs],
        "betweenness": [between[n] for n in question["nodes"]],
    }


json.dump([answer(q) for q in json.load(sys.stdin)], sys.stdout)
