"""Reads a graph file with networkx and prints what is in it as JSON: read.py FORMAT FILE."""

import inspect
import json
import sys

import networkx


def node_link(path):
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    # The argument that names the list of edges was called `link` before networkx 3.4.
    arguments = inspect.signature(networkx.node_link_graph).parameters
    return networkx.node_link_graph(content, **{"edges" if "edges" in arguments else "link": "edges"})


readers = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf, "node-link": node_link}
graph = readers[sys.argv[1]](sys.argv[2])
json.dump(
    {
        "directed": graph.is_directed(),
        "nodes": [{"id": node, **values} for node, values in graph.nodes(data=True)],
        "edges": [
            {"source": source, "target": target, **values}
            for source, target, values in graph.edges(data=True)
        ],
        "graph": {name: value for name, value in graph.graph.items() if isinstance(value, str)},
    },
    sys.stdout,
)
