# Answers with networkx what networkx_test.go asks on standard input.
import itertools
import json
import sys

import networkx as nx
from networkx.algorithms.community import louvain_communities, modularity
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank


def lengths(graph, pair, k):
    try:
        return [len(p) - 1 for p in itertools.islice(nx.shortest_simple_paths(graph, *pair), k)]
    except nx.NetworkXNoPath:
        return []


def groups(question):
    out = {}
    for node, group in zip(question["nodes"], question["communities"]):
        out.setdefault(group, set()).add(node)
    return list(out.values())


def answer(question):
    graph = nx.DiGraph() if question["directed"] else nx.Graph()
    graph.add_nodes_from(question["nodes"])
    graph.add_edges_from((a, b) for a, b in question["edges"] if a != b)
    between = nx.betweenness_centrality(graph)
    whole = nx.Graph()
    whole.add_nodes_from(question["nodes"])
    whole.add_edges_from((a, b) for a, b in question["links"])
    walked = nx.DiGraph()
    walked.add_nodes_from(question["nodes"])
    walked.add_edges_from((a, b) for a, b in question["walks"])
    rank = pagerank(walked, tol=1e-13, max_iter=2000)
    joined = whole.number_of_edges() > 0
    pairs = question["pairs"] or []
    return {
        "simple": [lengths(graph, pair, question["k"]) for pair in pairs],
        "all": [sum(1 for _ in nx.all_simple_paths(graph, *pair, cutoff=question["max_hops"])) for pair in pairs],
        "betweenness": [between[n] for n in question["nodes"]],
        "rank": [rank[n] for n in question["nodes"]],
        "degrees": [whole.degree(n) for n in question["nodes"]],
        "components": sorted(len(c) for c in nx.connected_components(whole)),
        "modularity": modularity(whole, groups(question)) if joined else 0,
        "louvain": modularity(whole, louvain_communities(whole, seed=1)) if joined else 0,
    }


json.dump([answer(q) for q in json.load(sys.stdin)], sys.stdout)
