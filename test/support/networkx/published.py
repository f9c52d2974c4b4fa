"""
Prints a published network as papers, and what networkx computes of it, as JSON: published.py NAME.

Papers and people are the two sides of a bipartite graph. Davis' women attended events together, which are the
papers; of the other networks each tie is as many papers of two as its weight says, one where it has none.
"""

import json
import sys
from itertools import combinations, islice

import networkx
from networkx.algorithms import bipartite


def southern_women():
    graph = networkx.davis_southern_women_graph()
    return [sorted(graph[event]) for event in graph.graph["bottom"]]


def ties(graph):
    for left, right, weight in graph.edges(data="weight", default=1):
        yield from [[str(left), str(right)]] * weight


networks = {
    "southern-women": southern_women,
    "florentine-families": lambda: ties(networkx.florentine_families_graph()),
    # Zachary counts from 1. His weights are kinds of meetings, which one paper of two for each tie leaves out.
    "karate-club": lambda: ([str(left + 1), str(right + 1)] for left, right in networkx.karate_club_graph().edges),
    "les-miserables": lambda: ties(networkx.les_miserables_graph()),
}


def both_sides(papers):
    graph = networkx.Graph()
    for number, people in enumerate(papers):
        graph.add_edges_from((number, person) for person in people)
    return graph


def paths(graph, left, right, k):
    by_hops = networkx.shortest_simple_paths(graph, left, right)
    by_strength = networkx.shortest_simple_paths(graph, left, right, weight="cost")
    return {
        "from": left,
        "to": right,
        "shortest": list(networkx.all_shortest_paths(graph, left, right)),
        "hops": [len(path) - 1 for path in islice(by_hops, k)],
        "costs": [networkx.path_weight(graph, path, "cost") for path in islice(by_strength, k)],
    }


def scores(graph, left, right):
    [(_, _, adamic_adar)] = networkx.adamic_adar_index(graph, [(left, right)])
    [(_, _, jaccard)] = networkx.jaccard_coefficient(graph, [(left, right)])
    [(_, _, resource_allocation)] = networkx.resource_allocation_index(graph, [(left, right)])
    return {
        "adamicAdar": adamic_adar,
        "commonCollaboratorCount": len(list(networkx.common_neighbors(graph, left, right))),
        "jaccard": jaccard,
        "resourceAllocation": resource_allocation,
    }


papers = list(networks[sys.argv[1]]())
sides = both_sides(papers)
people = sorted({person for paper in papers for person in paper})
# Newman's weights are the strengths.
graph = bipartite.collaboration_weighted_projected_graph(sides, people)
joint_papers = bipartite.weighted_projected_graph(sides, people)
for _, _, values in graph.edges(data=True):
    values["cost"] = 1 / values["weight"]

json.dump(
    {
        "papers": papers,
        "collaborations": [
            {"between": [left, right], "strength": strength, "paperCount": joint_papers[left][right]["weight"]}
            for left, right, strength in graph.edges(data="weight")
        ],
        "degrees": dict(graph.degree),
        "paths": [paths(graph, left, right, 3) for left, right in combinations(people, 2)],
        "suggested": {
            person: {
                other: scores(graph, person, other)
                for other in people
                if networkx.shortest_path_length(graph, person, other) == 2
            }
            for person in people
        },
    },
    sys.stdout,
)
