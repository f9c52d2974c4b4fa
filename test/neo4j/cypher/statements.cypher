// ping
// Checks whether the database answers.
RETURN 1;

// indexStates
// Reads which indexes exist, and whether they are filled.
SHOW INDEXES YIELD name, state
RETURN name, state;

// author_id
// Makes Author.id unique, and nodes quick to find by it.
CREATE CONSTRAINT author_id IF NOT EXISTS FOR (node:Author) REQUIRE node.id IS UNIQUE;

// institution_id
// Makes Institution.id unique, and nodes quick to find by it.
CREATE CONSTRAINT institution_id IF NOT EXISTS FOR (node:Institution) REQUIRE node.id IS UNIQUE;

// paper_id
// Makes Paper.id unique, and nodes quick to find by it.
CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (node:Paper) REQUIRE node.id IS UNIQUE;

// topic_id
// Makes Topic.id unique, and nodes quick to find by it.
CREATE CONSTRAINT topic_id IF NOT EXISTS FOR (node:Topic) REQUIRE node.id IS UNIQUE;

// graph_id
// Makes Graph.id unique, and nodes quick to find by it.
CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (node:Graph) REQUIRE node.id IS UNIQUE;

// key_key
// Makes Key.key unique, and nodes quick to find by it.
CREATE CONSTRAINT key_key IF NOT EXISTS FOR (node:Key) REQUIRE node.key IS UNIQUE;

// missing_key
// Makes Missing.key unique, and nodes quick to find by it.
CREATE CONSTRAINT missing_key IF NOT EXISTS FOR (node:Missing) REQUIRE node.key IS UNIQUE;

// document_name
// Makes Document.name unique, and nodes quick to find by it.
CREATE CONSTRAINT document_name IF NOT EXISTS FOR (node:Document) REQUIRE node.name IS UNIQUE;

// kept_key
// Makes Kept.key unique, and nodes quick to find by it.
CREATE CONSTRAINT kept_key IF NOT EXISTS FOR (node:Kept) REQUIRE node.key IS UNIQUE;

// author_by_folded_name_id
// Serves pages of all Author nodes in the order NAME.
CREATE INDEX author_by_folded_name_id IF NOT EXISTS FOR (node:Author) ON (node.folded, node.name, node.id);

// author_by_mostPapers_id
// Serves pages of all Author nodes in the order MOST_PAPERS.
CREATE INDEX author_by_mostPapers_id IF NOT EXISTS FOR (node:Author) ON (node.mostPapers, node.id);

// author_by_mostCollaborators_id
// Serves pages of all Author nodes in the order MOST_COLLABORATORS.
CREATE INDEX author_by_mostCollaborators_id IF NOT EXISTS FOR (node:Author) ON (node.mostCollaborators, node.id);

// institution_by_folded_name_id
// Serves pages of all Institution nodes in the order NAME.
CREATE INDEX institution_by_folded_name_id IF NOT EXISTS FOR (node:Institution) ON (node.folded, node.name, node.id);

// institution_by_mostPapers_id
// Serves pages of all Institution nodes in the order MOST_PAPERS.
CREATE INDEX institution_by_mostPapers_id IF NOT EXISTS FOR (node:Institution) ON (node.mostPapers, node.id);

// paper_by_newest_id
// Serves pages of all Paper nodes in the order NEWEST.
CREATE INDEX paper_by_newest_id IF NOT EXISTS FOR (node:Paper) ON (node.newest, node.id);

// paper_by_oldest_id
// Serves pages of all Paper nodes in the order OLDEST.
CREATE INDEX paper_by_oldest_id IF NOT EXISTS FOR (node:Paper) ON (node.oldest, node.id);

// paper_by_mostCited_id
// Serves pages of all Paper nodes in the order MOST_CITED.
CREATE INDEX paper_by_mostCited_id IF NOT EXISTS FOR (node:Paper) ON (node.mostCited, node.id);

// topic_by_folded_name_id
// Serves pages of all Topic nodes in the order NAME.
CREATE INDEX topic_by_folded_name_id IF NOT EXISTS FOR (node:Topic) ON (node.folded, node.name, node.id);

// topic_by_mostPapers_id
// Serves pages of all Topic nodes in the order MOST_PAPERS.
CREATE INDEX topic_by_mostPapers_id IF NOT EXISTS FOR (node:Topic) ON (node.mostPapers, node.id);

// kept_by_type
// Makes Kept nodes quick to find by type.
CREATE INDEX kept_by_type IF NOT EXISTS FOR (node:Kept) ON (node.type);

// paper_by_venueName
// Makes Paper nodes quick to find by venueName.
CREATE INDEX paper_by_venueName IF NOT EXISTS FOR (node:Paper) ON (node.venueName);

// paper_by_teamSize
// Makes Paper nodes quick to find by teamSize.
CREATE INDEX paper_by_teamSize IF NOT EXISTS FOR (node:Paper) ON (node.teamSize);

// institution_by_countryCode
// Makes Institution nodes quick to find by countryCode.
CREATE INDEX institution_by_countryCode IF NOT EXISTS FOR (node:Institution) ON (node.countryCode);

// paper_by_claims
// Makes Paper nodes quick to find by claims.
CREATE INDEX paper_by_claims IF NOT EXISTS FOR (node:Paper) ON (node.claims);

// authored_by_claims
// Finds the few authorships whose records claim an identifier.
CREATE INDEX authored_by_claims IF NOT EXISTS FOR ()-[edge:AUTHORED]-() ON (edge.claims);

// author_words
// Finds Author nodes by words of their folded names or titles.
CREATE FULLTEXT INDEX author_words IF NOT EXISTS FOR (node:Author) ON EACH [node.spellings, node.innerWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

// institution_words
// Finds Institution nodes by words of their folded names or titles.
CREATE FULLTEXT INDEX institution_words IF NOT EXISTS FOR (node:Institution) ON EACH [node.spellings, node.innerWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

// paper_words
// Finds Paper nodes by words of their folded names or titles.
CREATE FULLTEXT INDEX paper_words IF NOT EXISTS FOR (node:Paper) ON EACH [node.spellings, node.innerWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

// topic_words
// Finds Topic nodes by words of their folded names or titles.
CREATE FULLTEXT INDEX topic_words IF NOT EXISTS FOR (node:Topic) ON EACH [node.spellings, node.innerWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

// awaitIndexes
// Waits until every index is filled, for 600 seconds at most.
CALL db.awaitIndexes(600);

// graphState
// Reads whether an import is unfinished, which collaboration cap the stored relationships follow, and whether citations are counted.
MATCH (graph:Graph {id: 'graph'})
RETURN graph.unfinished AS unfinished, graph.collaborationCap AS collaborationCap,
  coalesce(graph.citationsAreCounted, false) AS citationsAreCounted;

// createGraph
// Creates the one Graph node, which holds the version and the state of the stored graph as a whole.
:param collaborationCap => 100;
:param now => '2026-01-01T00:00:00.000Z';
MERGE (graph:Graph {id: 'graph'})
ON CREATE SET graph.dataVersion = 0, graph.asOf = $now, graph.unfinished = false,
  graph.collaborationCap = $collaborationCap, graph.citationsAreCounted = true;

// countAllCitations
// Counts the citations of all papers, for a graph written by a version of this program that did not. Older versions of Neo4j Browser need `:auto` before it.
MATCH (node:Paper)
CALL (node) {
  WITH node, COUNT { (node)<-[:CITES]-() } AS stored
  SET node.storedCitations = stored, node.mostCited = CASE
    WHEN stored = 0 AND node.citationCount IS NULL THEN 9007199254740991
    WHEN stored > coalesce(node.citationCount, 0) THEN -stored
    ELSE -node.citationCount
  END
} IN TRANSACTIONS OF 10000 ROWS;

// markCitationsCounted
// Records on the Graph node that all papers have the number of stored papers that cite them.
MATCH (graph:Graph {id: 'graph'})
SET graph.citationsAreCounted = true;

// takeLease
// Takes the import lease if nobody holds it or it has expired. No row: another import holds it.
:param owner => '8c1a8e0e-6f6d-4f0e-9a55-2f0a3f6d3b1c';
:param milliseconds => 30000;
MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
WITH graph WHERE graph.importOwner IS NULL OR graph.importExpires < timestamp()
SET graph.importOwner = $owner, graph.importExpires = timestamp() + $milliseconds
RETURN graph.unfinished AS unfinished, graph.collaborationCap AS collaborationCap;

// knownEntities
// Finds the entity that each id or key belongs to. Each kind has a parameter of its own, so that its index is used.
:param AUTHOR => ['author:orcid:0000-0002-1825-0097', 'author:dblp:l%2FEduardHHovy'];
:param INSTITUTION => ['institution:ror:05x2bcf33', 'institution:ror:03vek6s52'];
:param PAPER => ['paper:acl:P18-1001', 'paper:doi:10.1145/3292500'];
:param TOPIC => ['topic:openalex:T10028', 'topic:keyword:parsing'];
MATCH (node:Author) WHERE node.id IN $AUTHOR
RETURN node.id AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (key:Key) WHERE key.key IN $AUTHOR
MATCH (node:Author {id: key.owner})
RETURN key.key AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (node:Institution) WHERE node.id IN $INSTITUTION
RETURN node.id AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (key:Key) WHERE key.key IN $INSTITUTION
MATCH (node:Institution {id: key.owner})
RETURN key.key AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (node:Paper) WHERE node.id IN $PAPER
RETURN node.id AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (key:Key) WHERE key.key IN $PAPER
MATCH (node:Paper {id: key.owner})
RETURN key.key AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (node:Topic) WHERE node.id IN $TOPIC
RETURN node.id AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint
UNION ALL
MATCH (key:Key) WHERE key.key IN $TOPIC
MATCH (node:Topic {id: key.owner})
RETURN key.key AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint;

// storedPapers
// Reads papers with all data that their records have stated.
:param ids => ['paper:acl:P18-1001'];
MATCH (paper:Paper) WHERE paper.id IN $ids
RETURN paper{.id, .keys, .source, .fingerprint, .teamSize, .title, .date, .year, .paperType, .venueName, .url, .codeUrl, .citationCount, .isRetracted, .authorCount, .authorListIsComplete, .abstract, .titleLatex, .abstractLatex, .claims} AS paper,
  COLLECT {
    MATCH (author)-[authored:AUTHORED]->(paper)
    WITH authored, author ORDER BY authored.position, author.id
    RETURN authored{.*, authorId: author.id}
  } AS authorships,
  COLLECT {
    MATCH (paper)-[edge:ABOUT]->(node)
    RETURN edge{id: node.id, .score}
  } AS paperTopics,
  COLLECT { MATCH (paper)-[edge:CITES]->() UNWIND edge.keys AS key RETURN {id: key} }
    + COLLECT { MATCH (paper)-[:REFERS_TO]->(missing:Missing) RETURN {id: missing.key} } AS references;

// sharedPaper
// Tells whether a stored paper lists both authors.
:param left => 'author:orcid:0000-0002-1825-0097';
:param right => 'author:dblp:l%2FEduardHHovy';
RETURN EXISTS {
  MATCH (:Author {id: $left})-[:AUTHORED]->(paper)<-[:AUTHORED]-(:Author {id: $right})
} AS shared;

// authorNames
// Reads the names of an author on each paper.
:param id => 'author:orcid:0000-0002-1825-0097';
MATCH (:Author {id: $id})-[authored:AUTHORED]->(paper)
RETURN paper.id AS paperId, authored{.printed, .curated, alternatives: coalesce(authored.alternatives, [])} AS name;

// keptOfType
// Reads all records of a type that are stored beside the graph.
:param type => 'correction';
MATCH (kept:Kept {type: $type})
RETURN kept.id AS id, kept.text AS text ORDER BY id;

// keptByKey
// Reads some of the records that are stored beside the graph.
:param keys => ['paper paper:acl:P18-1001'];
MATCH (kept:Kept) WHERE kept.key IN $keys
RETURN kept.id AS id, kept.text AS text ORDER BY id;

// papersOfEntities
// Finds the papers by authors, about topics and from institutions.
:param AUTHOR => ['author:orcid:0000-0002-1825-0097'];
:param INSTITUTION => ['institution:ror:05x2bcf33'];
:param PAPER => [];
:param TOPIC => ['topic:openalex:T10028'];
MATCH (node:Author) WHERE node.id IN $AUTHOR
MATCH (node)-[:AUTHORED]->(paper)
RETURN paper.id AS id
UNION
MATCH (node:Institution) WHERE node.id IN $INSTITUTION
MATCH (node)<-[:WRITTEN_AT]-(paper)
RETURN paper.id AS id
UNION
MATCH (node:Topic) WHERE node.id IN $TOPIC
MATCH (node)<-[:ABOUT]-(paper)
RETURN paper.id AS id;

// entityFacts
// Reads what records state of institutions and topics.
:param AUTHOR => [];
:param INSTITUTION => ['institution:ror:05x2bcf33'];
:param PAPER => [];
:param TOPIC => ['topic:openalex:T10028'];
MATCH (node:Institution) WHERE node.id IN $INSTITUTION
RETURN node.id AS id, node{.name, .institutionType, .countryCode, .city} AS facts
UNION ALL
MATCH (node:Topic) WHERE node.id IN $TOPIC
RETURN node.id AS id, node{.name, .level, .isTaxonomy, .fingerprint} AS facts;

// renewLease
// Extends the import lease. No row: another import took it over.
:param owner => '8c1a8e0e-6f6d-4f0e-9a55-2f0a3f6d3b1c';
:param milliseconds => 30000;
MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
WITH graph WHERE graph.importOwner = $owner
SET graph.importExpires = timestamp() + $milliseconds
RETURN graph.unfinished AS unfinished;

// storedKeys
// Reads the keys of the entities of a batch that are stored, and which of $paperKeys belong to missing papers.
:param AUTHOR => ['author:orcid:0000-0002-1825-0097', 'author:dblp:l%2FEduardHHovy'];
:param INSTITUTION => ['institution:ror:05x2bcf33', 'institution:ror:03vek6s52'];
:param PAPER => ['paper:doi:10.1145/3292500', 'paper:acl:P18-1001', 'paper:doi:10.1145/3292500'];
:param TOPIC => ['topic:openalex:T10028', 'topic:keyword:parsing'];
:param paperKeys => ['paper:doi:10.1145/3292500', 'paper:acl:P18-1001', 'paper:arxiv:1805.01052'];
MATCH (node:Author) WHERE node.id IN $AUTHOR
RETURN node.id AS id, node.keys AS keys
UNION ALL
MATCH (node:Institution) WHERE node.id IN $INSTITUTION
RETURN node.id AS id, node.keys AS keys
UNION ALL
MATCH (node:Paper) WHERE node.id IN $PAPER
RETURN node.id AS id, node.keys AS keys
UNION ALL
MATCH (node:Topic) WHERE node.id IN $TOPIC
RETURN node.id AS id, node.keys AS keys
UNION ALL
MATCH (missing:Missing) WHERE missing.key IN $paperKeys
RETURN missing.key AS id, null AS keys;

// suspendLinks CITES
// Takes keys from papers: a CITES relationship that such a key stated becomes a REFERS_TO relationship, until another paper gets the key.
:param rows => [{key: 'paper:doi:10.18653/v1/p18-1001', owner: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.owner})
MATCH (linking)-[edge:CITES]->(paper) WHERE row.key IN edge.keys
MERGE (missing:Missing {key: row.key})
MERGE (linking)-[:REFERS_TO]->(missing)
SET paper:Stale, edge.keys = [key IN edge.keys WHERE key <> row.key]
WITH DISTINCT edge WHERE size(edge.keys) = 0
DELETE edge;

// removeKeys
// Deletes keys that entities no longer have. addKeys, which runs later, creates those that moved.
:param rows => [{key: 'paper:doi:10.18653/v1/p18-1001', owner: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MATCH (key:Key {key: row.key}) WHERE key.owner = row.owner
DELETE key;

// addKeys
// Creates keys, or moves them to the entity that has them from now on.
:param rows => [{key: 'paper:arxiv:1805.01052', owner: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MERGE (key:Key {key: row.key})
SET key.owner = row.owner;

// writeAuthors
// Creates authors and sets their keys. Until the import finishes, a new author has the name that the first paper prints.
:param rows => [{id: 'author:orcid:0000-0002-1825-0097', keys: ['author:orcid:0000-0002-1825-0097'], name: 'Ben Athiwaratkun'}];
UNWIND $rows AS row
MERGE (author:Author {id: row.id})
ON CREATE SET author.name = row.name, author.paperCount = 0, author.collaboratorCount = 0
SET author:Stale, author.keys = row.keys;

// write INSTITUTION
// Creates or changes Institution nodes. Fields that are absent keep their stored values.
:param rows => [{id: 'institution:ror:05x2bcf33', keys: ['institution:ror:05x2bcf33'], isWhole: false, facts: {name: 'Cornell', institutionType: 'EDUCATION', countryCode: 'US', alternativeNames: null, folded: 'cornell', spellings: ['cornell'], innerWords: null}, unnamed: {name: 'institution:ror:05x2bcf33', alternativeNames: null, folded: 'institution ror 05x2bcf33', spellings: ['institution ror 05x2bcf33'], innerWords: null}}];
UNWIND $rows AS row
OPTIONAL MATCH (stored:Institution {id: row.id})
WITH row, stored
WHERE stored IS NULL OR row.isWhole OR stored.keys <> row.keys
  OR any(fact IN keys(row.facts) WHERE coalesce(
    stored[fact] <> row.facts[fact],
    stored[fact] IS NOT NULL OR row.facts[fact] IS NOT NULL
  ))
MERGE (node:Institution {id: row.id})
ON CREATE SET node:Stale, node.paperCount = 0, node.mostPapers = 0, node += row.unnamed
SET node += row.facts, node.keys = row.keys;

// write TOPIC
// Creates or changes Topic nodes. Fields that are absent keep their stored values.
:param rows => [{id: 'topic:openalex:T10028', keys: ['topic:openalex:T10028'], isWhole: false, facts: {name: 'Word embeddings', level: 'TOPIC', isTaxonomy: true, fingerprint: 'cafe', alternativeNames: null, folded: 'word embeddings', spellings: ['word embeddings'], innerWords: null}, unnamed: {name: 'topic:openalex:T10028', alternativeNames: null, folded: 'topic openalex t10028', spellings: ['topic openalex t10028'], innerWords: null}}];
UNWIND $rows AS row
OPTIONAL MATCH (stored:Topic {id: row.id})
WITH row, stored
WHERE stored IS NULL OR row.isWhole OR stored.keys <> row.keys
  OR any(fact IN keys(row.facts) WHERE coalesce(
    stored[fact] <> row.facts[fact],
    stored[fact] IS NOT NULL OR row.facts[fact] IS NOT NULL
  ))
MERGE (node:Topic {id: row.id})
ON CREATE SET node:Stale, node.paperCount = 0, node.mostPapers = 0, node += row.unnamed
SET node += row.facts, node.keys = row.keys;

// writeBroader
// Replaces the broader topics of topics.
:param rows => [{topicId: 'topic:openalex:T10028', broaderIds: ['topic:keyword:parsing']}];
UNWIND $rows AS row
MATCH (topic:Topic {id: row.topicId})
CALL (topic, row) {
  MATCH (topic)-[old:BROADER]->(broader) WHERE NOT broader.id IN row.broaderIds
  DELETE old
}
UNWIND row.broaderIds AS broaderId
MATCH (broader:Topic {id: broaderId}) WHERE broader <> topic
MERGE (topic)-[:BROADER]->(broader);

// writePaperKeys
// Sets the keys of papers that do not change otherwise.
:param rows => [{id: 'paper:doi:10.1145/3292500', keys: ['paper:doi:10.1145/3292500']}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
SET paper.keys = row.keys;

// merge AUTHOR
// Merges the Author $from into $into, which already has the keys of both.
:param from => 'author:dblp:l%2FEduardHHovy';
:param into => 'author:orcid:0000-0002-1825-0097';
MATCH (node:Author {id: $from})
MATCH (into:Author {id: $into})
SET into:Stale
WITH node, into
CALL (node) {
  MATCH (node)-[:AUTHORED]->(paper)
  MATCH (paper)-[:ABOUT|AUTHORED|WRITTEN_AT]-(near)
  SET near:NearStale
}
CALL (node, into) {
  MATCH (node)-[old:AUTHORED]->(other)
  WHERE other <> into AND NOT EXISTS { (into)-[:AUTHORED]->(other) }
  CREATE (into)-[moved:AUTHORED]->(other)
  SET moved = properties(old)
}
DETACH DELETE node;

// merge INSTITUTION
// Merges the Institution $from into $into, which already has the keys of both.
:param from => 'institution:ror:03vek6s52';
:param into => 'institution:ror:05x2bcf33';
MATCH (node:Institution {id: $from})
MATCH (into:Institution {id: $into})
SET into:Stale
WITH node, into
CALL (node) {
  MATCH (node)<-[:WRITTEN_AT]-(paper)
  MATCH (paper)-[:ABOUT|AUTHORED|WRITTEN_AT]-(near)
  SET near:NearStale
}
CALL (node, into) {
  MATCH (node)<-[:WRITTEN_AT]-(paper)
  MERGE (paper)-[:WRITTEN_AT]->(into)
  WITH node, into, paper
  MATCH (paper)<-[authored:AUTHORED]-() WHERE node.id IN authored.institutionIds
  SET authored.institutionIds = [id IN authored.institutionIds | CASE id WHEN node.id THEN into.id ELSE id END]
}
DETACH DELETE node;

// merge PAPER
// Merges the Paper $from into $into, which already has the keys of both.
:param from => 'paper:doi:10.1145/3292500';
:param into => 'paper:acl:P18-1001';
MATCH (node:Paper {id: $from})
MATCH (into:Paper {id: $into})
SET into:Stale
WITH node, into
CALL (node) {
  MATCH (node)-[:ABOUT|AUTHORED|WRITTEN_AT|CITES]-(near)
  SET near:Stale
}
CALL (node, into) {
  MATCH (node)<-[old:CITES]-(linking) WHERE linking <> into
  MERGE (linking)-[edge:CITES]->(into)
  SET into:Stale, edge.keys = coalesce(edge.keys, []) + old.keys
}
DETACH DELETE node;

// merge TOPIC
// Merges the Topic $from into $into, which already has the keys of both.
:param from => 'topic:keyword:parsing';
:param into => 'topic:openalex:T10028';
MATCH (node:Topic {id: $from})
MATCH (into:Topic {id: $into})
SET into:Stale
WITH node, into
CALL (node) {
  MATCH (node)<-[:ABOUT]-(paper)
  MATCH (paper)-[:ABOUT|AUTHORED|WRITTEN_AT]-(near)
  SET near:NearStale
}
CALL (node, into) {
  MATCH (node)<-[old:ABOUT]-(other)
  WHERE other <> into AND NOT EXISTS { (into)<-[:ABOUT]-(other) }
  CREATE (into)<-[moved:ABOUT]-(other)
  SET moved = properties(old)
}
CALL (node, into) {
  MATCH (node)-[old:BROADER]->(other)
  WHERE other <> into AND NOT EXISTS { (into)-[:BROADER]->(other) }
  CREATE (into)-[moved:BROADER]->(other)
  SET moved = properties(old)
}
CALL (node, into) {
  MATCH (node)<-[old:BROADER]-(other)
  WHERE other <> into AND NOT EXISTS { (into)<-[:BROADER]-(other) }
  CREATE (into)<-[moved:BROADER]-(other)
  SET moved = properties(old)
}
SET into.isTaxonomy = coalesce(into.isTaxonomy, false) OR coalesce(node.isTaxonomy, false)
DETACH DELETE node;

// markAroundPapers
// Before papers are replaced or removed, gives the label NearStale to the nodes that are connected with them; returns what the derived relationships whose two ends are institutions or topics need (PaperPairs).
:param rows => [{id: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper) {
  MATCH (paper)-[:ABOUT|AUTHORED|WRITTEN_AT]-(node)
  SET node:NearStale
}
RETURN paper{.id, .year, .teamSize} AS paper, {
  ABOUT: COLLECT { MATCH (paper)-[:ABOUT]->(node) RETURN node.id },
  WRITTEN_AT: COLLECT { MATCH (paper)-[:WRITTEN_AT]->(node) RETURN node.id }
} AS targets;

// removeLinks
// Deletes all links of papers, and marks the papers to which they lead as stale.
:param rows => [{id: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper) {
  MATCH (paper)-[old:CITES|REFERS_TO]->(linked)
  DELETE old
  WITH linked WHERE linked:Paper
  SET linked:Stale
};

// writePapers
// Creates papers, or replaces all their properties.
:param rows => [{id: 'paper:acl:P18-1001', properties: {id: 'paper:acl:P18-1001', keys: ['paper:acl:P18-1001', 'paper:arxiv:1805.01052'], source: 'acl-anthology', fingerprint: 'c0ffee', title: 'Probabilistic FastText for Multi-Sense Word Embeddings', abstract: 'We introduce …', titleLatex: null, abstractLatex: null, date: '2018-07-15', year: 2018, paperType: 'CONFERENCE_PAPER', venueName: 'ACL', url: 'https://aclanthology.org/P18-1001', codeUrl: null, citationCount: 12, isRetracted: false, authorCount: 2, authorListIsComplete: true, teamSize: 2, claims: null, newest: -17727, oldest: 17727, storedCitations: 0, mostCited: -12, strength: 1000000000, spellings: ['probabilistic fasttext for multi sense word embeddings'], innerWords: null}}];
UNWIND $rows AS row
MERGE (paper:Paper {id: row.id})
SET paper:Stale, paper = row.properties;

// remove ABOUT
// Deletes the relationships between papers and Topic nodes that differ from the new ones; returns the ids of the nodes whose relationships are kept.
:param rows => [{id: 'paper:acl:P18-1001', targets: {`topic:openalex:T10028`: {score: 900000000}}}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper, row) {
  MATCH (paper)-[old:ABOUT]->(node)
  WHERE NOT coalesce(properties(old) = row.targets[node.id], false)
  SET node:NearStale
  DELETE old
}
RETURN row.id AS id, COLLECT { MATCH (paper)-[:ABOUT]->(node) RETURN node.id } AS kept;

// write ABOUT
// Connects papers with Topic nodes.
:param rows => [{id: 'paper:acl:P18-1001', isNear: true, targets: [{id: 'topic:openalex:T10028', properties: {score: 900000000}}]}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.targets AS target
MATCH (node:Topic {id: target.id})
CREATE (paper)-[edge:ABOUT]->(node)
SET edge = target.properties
FOREACH (near IN CASE WHEN row.isNear THEN [node] ELSE [] END | SET near:NearStale)
FOREACH (stale IN CASE WHEN row.isNear THEN [] ELSE [node] END | SET stale:Stale);

// remove AUTHORED
// Deletes the relationships between papers and Author nodes that differ from the new ones; returns the ids of the nodes whose relationships are kept.
:param rows => [{id: 'paper:acl:P18-1001', targets: {`author:orcid:0000-0002-1825-0097`: {position: 1, printed: 'Ben Athiwaratkun', affiliationsAsPrinted: ['Dep\'t of Statistics'], institutionIds: ['institution:ror:05x2bcf33']}}}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper, row) {
  MATCH (paper)<-[old:AUTHORED]-(node)
  WHERE NOT coalesce(properties(old) = row.targets[node.id], false)
  SET node:Stale
  DELETE old
}
RETURN row.id AS id, COLLECT { MATCH (paper)<-[:AUTHORED]-(node) RETURN node.id } AS kept;

// write AUTHORED
// Connects papers with Author nodes.
:param rows => [{id: 'paper:acl:P18-1001', isNear: true, targets: [{id: 'author:orcid:0000-0002-1825-0097', properties: {position: 1, printed: 'Ben Athiwaratkun', curated: null, alternatives: null, isCorresponding: null, claims: null, affiliationsAsPrinted: ['Dep\'t of Statistics'], institutionIds: ['institution:ror:05x2bcf33']}}]}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.targets AS target
MATCH (node:Author {id: target.id})
CREATE (paper)<-[edge:AUTHORED]-(node)
SET edge = target.properties
SET node:Stale;

// remove WRITTEN_AT
// Deletes the relationships between papers and Institution nodes that differ from the new ones; returns the ids of the nodes whose relationships are kept.
:param rows => [{id: 'paper:acl:P18-1001', targets: {`institution:ror:05x2bcf33`: {}}}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper, row) {
  MATCH (paper)-[old:WRITTEN_AT]->(node)
  WHERE NOT coalesce(properties(old) = row.targets[node.id], false)
  SET node:NearStale
  DELETE old
}
RETURN row.id AS id, COLLECT { MATCH (paper)-[:WRITTEN_AT]->(node) RETURN node.id } AS kept;

// write WRITTEN_AT
// Connects papers with Institution nodes.
:param rows => [{id: 'paper:acl:P18-1001', isNear: true, targets: [{id: 'institution:ror:05x2bcf33', properties: {}}]}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.targets AS target
MATCH (node:Institution {id: target.id})
CREATE (paper)-[edge:WRITTEN_AT]->(node)
SET edge = target.properties
FOREACH (near IN CASE WHEN row.isNear THEN [node] ELSE [] END | SET near:NearStale)
FOREACH (stale IN CASE WHEN row.isNear THEN [] ELSE [node] END | SET stale:Stale);

// markAuthors
// Gives the label Stale to the authors of papers. Runs if the year, the number of authors or the topics of the papers change, or if the papers are removed.
:param rows => [{id: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})<-[:AUTHORED]-(author)
SET author:Stale;

// change ACTIVE_IN
// Adds to ACTIVE_IN relationships the papers that they gain or lose (PairChange), and deletes those without papers. Returns those that lost a paper of their first or last year, whose years findYears must set.
:param rows => [{from: 'institution:ror:03vek6s52', to: 'topic:keyword:parsing', papers: -1, firstYear: null, lastYear: null, lostYears: [2017]}, {from: 'institution:ror:03vek6s52', to: 'topic:openalex:T10028', papers: -1, firstYear: null, lastYear: null, lostYears: [2017]}, {from: 'institution:ror:05x2bcf33', to: 'topic:keyword:parsing', papers: -1, firstYear: null, lastYear: null, lostYears: [2017]}, {from: 'institution:ror:05x2bcf33', to: 'topic:openalex:T10028', papers: 0, firstYear: 2018, lastYear: 2018, lostYears: [2017]}];
UNWIND $rows AS row
MATCH (from:Institution {id: row.from})
MATCH (to:Topic {id: row.to})
MERGE (from)-[edge:ACTIVE_IN]->(to)
ON CREATE SET edge.papers = 0
SET edge.papers = edge.papers + row.papers,
  edge.firstYear = CASE WHEN edge.firstYear < row.firstYear OR row.firstYear IS NULL THEN edge.firstYear ELSE row.firstYear END,
  edge.lastYear = CASE WHEN edge.lastYear > row.lastYear OR row.lastYear IS NULL THEN edge.lastYear ELSE row.lastYear END
WITH row, from, to, CASE WHEN edge.papers > 0 THEN edge END AS kept, CASE WHEN edge.papers <= 0 THEN edge END AS empty
DELETE empty
WITH row, from, to, kept WHERE kept.firstYear IN row.lostYears OR kept.lastYear IN row.lostYears
RETURN row.from AS from, row.to AS to, from.paperCount <= to.paperCount AS isFromSmaller;

// find years of ACTIVE_IN from nodes
// Sets the first and the last year of ACTIVE_IN relationships that start at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.
:param rows => [{id: 'institution:ror:05x2bcf33', others: ['topic:openalex:T10028']}];
:param cap => 100;
UNWIND $rows AS row
MATCH (from:Institution {id: row.id})
CALL (from, row) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:ABOUT]->(to)
  WHERE to.id IN row.others
  RETURN to, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:ACTIVE_IN]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear;

// find years of ACTIVE_IN to nodes
// Sets the first and the last year of ACTIVE_IN relationships that end at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.
:param rows => [{id: 'topic:openalex:T10028', others: ['institution:ror:05x2bcf33']}];
:param cap => 100;
UNWIND $rows AS row
MATCH (to:Topic {id: row.id})
CALL (to, row) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:ABOUT]->(to)
  WHERE from.id IN row.others
  RETURN from, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:ACTIVE_IN]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear;

// change PARTNERS_WITH
// Adds to PARTNERS_WITH relationships the papers that they gain or lose (PairChange), and deletes those without papers. Returns those that lost a paper of their first or last year, whose years findYears must set.
:param rows => [{from: 'institution:ror:03vek6s52', to: 'institution:ror:05x2bcf33', papers: -1, firstYear: null, lastYear: null, lostYears: [2017]}];
UNWIND $rows AS row
MATCH (from:Institution {id: row.from})
MATCH (to:Institution {id: row.to})
MERGE (from)-[edge:PARTNERS_WITH]->(to)
ON CREATE SET edge.papers = 0
SET edge.papers = edge.papers + row.papers,
  edge.firstYear = CASE WHEN edge.firstYear < row.firstYear OR row.firstYear IS NULL THEN edge.firstYear ELSE row.firstYear END,
  edge.lastYear = CASE WHEN edge.lastYear > row.lastYear OR row.lastYear IS NULL THEN edge.lastYear ELSE row.lastYear END
WITH row, from, to, CASE WHEN edge.papers > 0 THEN edge END AS kept, CASE WHEN edge.papers <= 0 THEN edge END AS empty
DELETE empty
WITH row, from, to, kept WHERE kept.firstYear IN row.lostYears OR kept.lastYear IN row.lostYears
RETURN row.from AS from, row.to AS to, from.paperCount <= to.paperCount AS isFromSmaller;

// find years of PARTNERS_WITH from nodes
// Sets the first and the last year of PARTNERS_WITH relationships that start at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.
:param rows => [{id: 'institution:ror:05x2bcf33', others: ['institution:ror:03vek6s52']}];
:param cap => 100;
UNWIND $rows AS row
MATCH (from:Institution {id: row.id})
CALL (from, row) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:WRITTEN_AT]->(to)
  WHERE to.id IN row.others AND from.id < to.id AND paper.teamSize <= $cap
  RETURN to, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:PARTNERS_WITH]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear;

// find years of PARTNERS_WITH to nodes
// Sets the first and the last year of PARTNERS_WITH relationships that end at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.
:param rows => [{id: 'institution:ror:03vek6s52', others: ['institution:ror:05x2bcf33']}];
:param cap => 100;
UNWIND $rows AS row
MATCH (to:Institution {id: row.id})
CALL (to, row) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:WRITTEN_AT]->(to)
  WHERE from.id IN row.others AND from.id < to.id AND paper.teamSize <= $cap
  RETURN from, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:PARTNERS_WITH]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear;

// change RELATED_TO
// Adds to RELATED_TO relationships the papers that they gain or lose (PairChange), and deletes those without papers. Returns those that lost a paper of their first or last year, whose years findYears must set.
:param rows => [{from: 'topic:keyword:parsing', to: 'topic:openalex:T10028', papers: -1, firstYear: null, lastYear: null, lostYears: [2017]}];
UNWIND $rows AS row
MATCH (from:Topic {id: row.from})
MATCH (to:Topic {id: row.to})
MERGE (from)-[edge:RELATED_TO]->(to)
ON CREATE SET edge.papers = 0
SET edge.papers = edge.papers + row.papers,
  edge.firstYear = CASE WHEN edge.firstYear < row.firstYear OR row.firstYear IS NULL THEN edge.firstYear ELSE row.firstYear END,
  edge.lastYear = CASE WHEN edge.lastYear > row.lastYear OR row.lastYear IS NULL THEN edge.lastYear ELSE row.lastYear END
WITH row, from, to, CASE WHEN edge.papers > 0 THEN edge END AS kept, CASE WHEN edge.papers <= 0 THEN edge END AS empty
DELETE empty
WITH row, from, to, kept WHERE kept.firstYear IN row.lostYears OR kept.lastYear IN row.lostYears
RETURN row.from AS from, row.to AS to, from.paperCount <= to.paperCount AS isFromSmaller;

// find years of RELATED_TO from nodes
// Sets the first and the last year of RELATED_TO relationships that start at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.
:param rows => [{id: 'topic:keyword:parsing', others: ['topic:openalex:T10028']}];
:param cap => 100;
UNWIND $rows AS row
MATCH (from:Topic {id: row.id})
CALL (from, row) {
  MATCH (from)<-[:ABOUT]-(paper)-[:ABOUT]->(to)
  WHERE to.id IN row.others AND from.id < to.id
  RETURN to, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:RELATED_TO]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear;

// find years of RELATED_TO to nodes
// Sets the first and the last year of RELATED_TO relationships that end at the nodes of the rows (NodePairs) to those of the papers that both ends share. Reads the papers of each node once.
:param rows => [{id: 'topic:openalex:T10028', others: ['topic:keyword:parsing']}];
:param cap => 100;
UNWIND $rows AS row
MATCH (to:Topic {id: row.id})
CALL (to, row) {
  MATCH (from)<-[:ABOUT]-(paper)-[:ABOUT]->(to)
  WHERE from.id IN row.others AND from.id < to.id
  RETURN from, min(paper.year) AS firstYear, max(paper.year) AS lastYear
}
MATCH (from)-[edge:RELATED_TO]->(to)
SET edge.firstYear = firstYear, edge.lastYear = lastYear;

// resolveMissingPapers
// Gives keys of missing papers to stored papers: links to such a key now lead to the stored paper. Returns the references of these papers.
:param rows => [{key: 'paper:arxiv:1805.01052', owner: 'paper:acl:P18-1001'}];
UNWIND $rows AS row
MATCH (missing:Missing {key: row.key})
MATCH (paper:Paper {id: row.owner})
SET paper:Stale
WITH missing, paper
CALL (missing, paper) {
  MATCH (linking)-[:REFERS_TO]->(missing) WHERE linking <> paper
  MERGE (linking)-[edge:CITES]->(paper)
  ON CREATE SET edge.keys = [missing.key]
  ON MATCH SET edge.keys = edge.keys + missing.key
}
WITH paper.id AS id, missing, coalesce(missing.references, []) AS references
DETACH DELETE missing
RETURN id, references;

// writeLinks CITES
// Writes all links of papers that have none yet. A link to the paper itself is dropped.
:param rows => [{id: 'paper:acl:P18-1001', keys: ['paper:doi:10.1145/3292500']}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.keys AS name
OPTIONAL MATCH (key:Key {key: name})
OPTIONAL MATCH (target:Paper {id: coalesce(key.owner, name)})
WITH paper, target, collect(name) AS names
CALL (paper, target, names) {
  WITH paper, target, names WHERE target IS NOT NULL AND target <> paper
  CREATE (paper)-[:CITES {keys: names}]->(target)
  SET target:Stale
}
CALL (paper, target, names) {
  WITH paper, target, names WHERE target IS NULL
  UNWIND names AS name
  MERGE (missing:Missing {key: name})
  CREATE (paper)-[:REFERS_TO]->(missing)
};

// addReferences
// Adds references to those that papers already have; returns how many are new.
:param rows => [{id: 'paper:acl:P18-1001', keys: ['paper:doi:10.1145/3292500']}];
UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.keys AS name
OPTIONAL MATCH (key:Key {key: name})
OPTIONAL MATCH (target:Paper {id: coalesce(key.owner, name)})
WITH paper, name, target
WHERE CASE
  WHEN target IS NULL THEN NOT EXISTS { (paper)-[:REFERS_TO]->(:Missing {key: name}) }
  ELSE target <> paper
    AND NOT EXISTS { MATCH (paper)-[cites:CITES]->(target) WHERE name IN cites.keys }
END
CALL (paper, target, name) {
  WITH paper, target, name WHERE target IS NOT NULL
  MERGE (paper)-[cites:CITES]->(target)
  SET target:Stale, cites.keys = [key IN coalesce(cites.keys, []) WHERE key <> name] + name
}
CALL (paper, target, name) {
  WITH paper, target, name WHERE target IS NULL
  MERGE (missing:Missing {key: name})
  MERGE (paper)-[:REFERS_TO]->(missing)
}
RETURN count(*) AS added;

// citingPapers
// Finds the stored paper that has each key; null if no stored paper has it.
:param rows => [{from: 'paper:acl:P18-1001'}, {from: 'paper:doi:10.18653/v1/p18-1001'}];
UNWIND $rows AS row
OPTIONAL MATCH (key:Key {key: row.from})
OPTIONAL MATCH (paper:Paper {id: coalesce(key.owner, row.from)})
RETURN row.from AS from, paper.id AS id;

// addReferencesOfMissingPapers
// Stores the references of papers that are not stored; returns how many references are new.
:param rows => [{from: 'paper:doi:10.18653/v1/p18-1001', id: null, keys: ['paper:acl:P18-1001']}];
UNWIND $rows AS row
MERGE (missing:Missing {key: row.from})
WITH missing, [key IN row.keys WHERE NOT key IN coalesce(missing.references, [])] AS added
WHERE size(added) > 0
SET missing.references = coalesce(missing.references, []) + added
RETURN sum(size(added)) AS added;

// removeEntities AUTHOR
// Removes Author nodes, whose keys are already removed.
:param ids => ['author:dblp:l%2FEduardHHovy'];
MATCH (node:Author) WHERE node.id IN $ids
DETACH DELETE node;

// removeEntities INSTITUTION
// Removes Institution nodes, whose keys are already removed.
:param ids => ['institution:ror:03vek6s52'];
MATCH (node:Institution) WHERE node.id IN $ids
DETACH DELETE node;

// removeEntities PAPER
// Removes Paper nodes, whose keys are already removed.
:param ids => ['paper:doi:10.1145/3292500'];
MATCH (node:Paper) WHERE node.id IN $ids
DETACH DELETE node;

// removeEntities TOPIC
// Removes Topic nodes, whose keys are already removed.
:param ids => ['topic:keyword:parsing'];
MATCH (node:Topic) WHERE node.id IN $ids
DETACH DELETE node;

// writeKept
// Stores records beside the graph.
:param rows => [{type: 'correction', id: '1', text: '{}', key: 'correction 1'}];
UNWIND $rows AS row
MERGE (kept:Kept {key: row.key})
SET kept.type = row.type, kept.id = row.id, kept.text = row.text;

// removeKept
// Removes records that are stored beside the graph.
:param keys => ['paper paper:acl:P18-1001'];
MATCH (kept:Kept) WHERE kept.key IN $keys
DELETE kept;

// markUnfinished
// Marks the graph as changed by an import that has not finished.
MATCH (graph:Graph {id: 'graph'})
SET graph.unfinished = true;

// writeDocuments
// Stores texts under their names, such as the progress of live sources.
:param rows => [{name: 'source ada', text: '{"name":"ada"}'}];
UNWIND $rows AS row
MERGE (document:Document {name: row.name})
SET document.text = row.text;

// removeDocuments
// Removes stored texts.
:param names => ['source old'];
MATCH (document:Document) WHERE document.name IN $names
DELETE document;

// makeAllStale
// Marks all nodes as stale, because the collaboration cap changed. Older versions of Neo4j Browser need `:auto` before it.
MATCH (node:Author|Institution|Topic)
CALL (node) { SET node:Stale } IN TRANSACTIONS OF 10000 ROWS;

// staleIds
// Reads the ids of the nodes with the labels Stale and NearStale, by kind.
MATCH (node:Author&(Stale|NearStale))
RETURN 'AUTHOR' AS kind, collect(CASE WHEN node:Stale THEN node.id END) AS stale,
  collect(CASE WHEN NOT node:Stale THEN node.id END) AS near
UNION ALL
MATCH (node:Institution&(Stale|NearStale))
RETURN 'INSTITUTION' AS kind, collect(CASE WHEN node:Stale THEN node.id END) AS stale,
  collect(CASE WHEN NOT node:Stale THEN node.id END) AS near
UNION ALL
MATCH (node:Paper&(Stale|NearStale))
RETURN 'PAPER' AS kind, collect(CASE WHEN node:Stale THEN node.id END) AS stale,
  collect(CASE WHEN NOT node:Stale THEN node.id END) AS near
UNION ALL
MATCH (node:Topic&(Stale|NearStale))
RETURN 'TOPIC' AS kind, collect(CASE WHEN node:Stale THEN node.id END) AS stale,
  collect(CASE WHEN NOT node:Stale THEN node.id END) AS near;

// removeWithoutPapers AUTHOR
// Deletes Author nodes without papers, and their keys.
:param ids => ['author:orcid:0000-0002-1825-0097', 'author:orcid:0000-0002-1825-0097'];
UNWIND $ids AS id
MATCH (node:Author {id: id})
WITH node WHERE NOT EXISTS { (node)-[:AUTHORED]->() } AND NOT coalesce(node.isTaxonomy, false)
CALL (node) {
  UNWIND node.keys AS ownKey
  MATCH (key:Key {key: ownKey}) WHERE key.owner = node.id
  DELETE key
}
DETACH DELETE node;

// removeWithoutPapers INSTITUTION
// Deletes Institution nodes without papers, and their keys.
:param ids => ['institution:ror:05x2bcf33', 'institution:ror:05x2bcf33'];
UNWIND $ids AS id
MATCH (node:Institution {id: id})
WITH node WHERE NOT EXISTS { (node)<-[:WRITTEN_AT]-() } AND NOT coalesce(node.isTaxonomy, false)
CALL (node) {
  UNWIND node.keys AS ownKey
  MATCH (key:Key {key: ownKey}) WHERE key.owner = node.id
  DELETE key
}
DETACH DELETE node;

// removeWithoutPapers TOPIC
// Deletes Topic nodes without papers, and their keys.
:param ids => ['topic:openalex:T10028', 'topic:openalex:T10028'];
UNWIND $ids AS id
MATCH (node:Topic {id: id})
WITH node WHERE NOT EXISTS { (node)<-[:ABOUT]-() } AND NOT coalesce(node.isTaxonomy, false)
CALL (node) {
  UNWIND node.keys AS ownKey
  MATCH (key:Key {key: ownKey}) WHERE key.owner = node.id
  DELETE key
}
DETACH DELETE node;

// printedNames
// Reads the keys of authors, and the names of these authors as papers print them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
UNWIND $ids AS id
MATCH (node:Author {id: id})
RETURN id, node.keys AS keys, node.name AS name, node.alternativeNames AS alternativeNames,
  node.identification AS identification,
  COLLECT { MATCH (node)-[authored:AUTHORED]->() RETURN authored{.printed, .curated, alternatives: coalesce(authored.alternatives, [])} } AS printed;

// nameAuthors
// Sets the names of authors, and the way in which each author is identified.
:param rows => [{id: 'author:orcid:0000-0002-1825-0097', names: {name: 'Ben Athiwaratkun', alternativeNames: null, folded: 'ben athiwaratkun', spellings: ['ben athiwaratkun'], innerWords: null, identification: 'IDENTIFIER'}}];
UNWIND $rows AS row
MATCH (author:Author {id: row.id})
SET author += row.names;

// derive ACTIVE_IN from stale nodes
// Derives anew, from the papers that both ends share, the ACTIVE_IN relationships that start at the nodes $ids, if the other end has the label Stale or NearStale.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
UNWIND $ids AS id
MATCH (from:Institution {id: id})
CALL (from) { MATCH (from)-[old:ACTIVE_IN]->(to) WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) DELETE old }
CALL (from) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:ABOUT]->(to)
  WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale'])
  WITH from, to, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:ACTIVE_IN]->(to)
  SET edge = properties
};

// derive ACTIVE_IN to stale nodes
// Derives anew, from the papers that both ends share, the ACTIVE_IN relationships that end at the nodes $ids, if the other end has the label NearStale.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
UNWIND $ids AS id
MATCH (to:Topic {id: id})
CALL (to) { MATCH (from)-[old:ACTIVE_IN]->(to) WHERE 'NearStale' IN labels(from) DELETE old }
CALL (to) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:ABOUT]->(to)
  WHERE 'NearStale' IN labels(from)
  WITH to, from, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:ACTIVE_IN]->(to)
  SET edge = properties
};

// derive AFFILIATED_WITH from stale nodes
// Derives anew, from the papers that both ends share, the AFFILIATED_WITH relationships that start at the nodes $ids, if the other end has the label Stale or NearStale.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
UNWIND $ids AS id
MATCH (from:Author {id: id})
CALL (from) { MATCH (from)-[old:AFFILIATED_WITH]->(to) WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) DELETE old }
CALL (from) {
  MATCH (from)-[authored:AUTHORED]->(paper)-[:WRITTEN_AT]->(to)
  WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) AND to.id IN authored.institutionIds
  WITH from, to, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:AFFILIATED_WITH]->(to)
  SET edge = properties
};

// derive AFFILIATED_WITH to stale nodes
// Derives anew, from the papers that both ends share, the AFFILIATED_WITH relationships that end at the nodes $ids, if the other end has the label NearStale.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
UNWIND $ids AS id
MATCH (to:Institution {id: id})
CALL (to) { MATCH (from)-[old:AFFILIATED_WITH]->(to) WHERE 'NearStale' IN labels(from) DELETE old }
CALL (to) {
  MATCH (from)-[authored:AUTHORED]->(paper)-[:WRITTEN_AT]->(to)
  WHERE 'NearStale' IN labels(from) AND to.id IN authored.institutionIds
  WITH to, from, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:AFFILIATED_WITH]->(to)
  SET edge = properties
};

// derive CO_AUTHORED from stale nodes
// Derives anew, from the papers that both ends share, the CO_AUTHORED relationships that start at the nodes $ids, if the other end has the label Stale or NearStale.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
UNWIND $ids AS id
MATCH (from:Author {id: id})
CALL (from) { MATCH (from)-[old:CO_AUTHORED]->(to) WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) DELETE old }
CALL (from) {
  MATCH (from)-[:AUTHORED]->(paper)<-[:AUTHORED]-(to)
  WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) AND from.id < to.id AND 2 <= paper.teamSize <= $cap
  WITH from, to, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year), strength: sum(paper.strength)} AS properties
  CREATE (from)-[edge:CO_AUTHORED]->(to)
  SET edge = properties
};

// derive CO_AUTHORED to stale nodes
// Derives anew, from the papers that both ends share, the CO_AUTHORED relationships that end at the nodes $ids, if the other end has the label NearStale.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
UNWIND $ids AS id
MATCH (to:Author {id: id})
CALL (to) { MATCH (from)-[old:CO_AUTHORED]->(to) WHERE 'NearStale' IN labels(from) DELETE old }
CALL (to) {
  MATCH (from)-[:AUTHORED]->(paper)<-[:AUTHORED]-(to)
  WHERE 'NearStale' IN labels(from) AND from.id < to.id AND 2 <= paper.teamSize <= $cap
  WITH to, from, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year), strength: sum(paper.strength)} AS properties
  CREATE (from)-[edge:CO_AUTHORED]->(to)
  SET edge = properties
};

// derive PARTNERS_WITH from stale nodes
// Derives anew, from the papers that both ends share, the PARTNERS_WITH relationships that start at the nodes $ids, if the other end has the label Stale or NearStale.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
UNWIND $ids AS id
MATCH (from:Institution {id: id})
CALL (from) { MATCH (from)-[old:PARTNERS_WITH]->(to) WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) DELETE old }
CALL (from) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:WRITTEN_AT]->(to)
  WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) AND from.id < to.id AND paper.teamSize <= $cap
  WITH from, to, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:PARTNERS_WITH]->(to)
  SET edge = properties
};

// derive PARTNERS_WITH to stale nodes
// Derives anew, from the papers that both ends share, the PARTNERS_WITH relationships that end at the nodes $ids, if the other end has the label NearStale.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
UNWIND $ids AS id
MATCH (to:Institution {id: id})
CALL (to) { MATCH (from)-[old:PARTNERS_WITH]->(to) WHERE 'NearStale' IN labels(from) DELETE old }
CALL (to) {
  MATCH (from)<-[:WRITTEN_AT]-(paper)-[:WRITTEN_AT]->(to)
  WHERE 'NearStale' IN labels(from) AND from.id < to.id AND paper.teamSize <= $cap
  WITH to, from, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:PARTNERS_WITH]->(to)
  SET edge = properties
};

// derive RELATED_TO from stale nodes
// Derives anew, from the papers that both ends share, the RELATED_TO relationships that start at the nodes $ids, if the other end has the label Stale or NearStale.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
UNWIND $ids AS id
MATCH (from:Topic {id: id})
CALL (from) { MATCH (from)-[old:RELATED_TO]->(to) WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) DELETE old }
CALL (from) {
  MATCH (from)<-[:ABOUT]-(paper)-[:ABOUT]->(to)
  WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) AND from.id < to.id
  WITH from, to, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:RELATED_TO]->(to)
  SET edge = properties
};

// derive RELATED_TO to stale nodes
// Derives anew, from the papers that both ends share, the RELATED_TO relationships that end at the nodes $ids, if the other end has the label NearStale.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
UNWIND $ids AS id
MATCH (to:Topic {id: id})
CALL (to) { MATCH (from)-[old:RELATED_TO]->(to) WHERE 'NearStale' IN labels(from) DELETE old }
CALL (to) {
  MATCH (from)<-[:ABOUT]-(paper)-[:ABOUT]->(to)
  WHERE 'NearStale' IN labels(from) AND from.id < to.id
  WITH to, from, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:RELATED_TO]->(to)
  SET edge = properties
};

// derive WORKS_ON from stale nodes
// Derives anew, from the papers that both ends share, the WORKS_ON relationships that start at the nodes $ids, if the other end has the label Stale or NearStale.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
UNWIND $ids AS id
MATCH (from:Author {id: id})
CALL (from) { MATCH (from)-[old:WORKS_ON]->(to) WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale']) DELETE old }
CALL (from) {
  MATCH (from)-[:AUTHORED]->(paper)-[:ABOUT]->(to)
  WHERE any(label IN labels(to) WHERE label IN ['Stale', 'NearStale'])
  WITH from, to, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:WORKS_ON]->(to)
  SET edge = properties
};

// derive WORKS_ON to stale nodes
// Derives anew, from the papers that both ends share, the WORKS_ON relationships that end at the nodes $ids, if the other end has the label NearStale.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
UNWIND $ids AS id
MATCH (to:Topic {id: id})
CALL (to) { MATCH (from)-[old:WORKS_ON]->(to) WHERE 'NearStale' IN labels(from) DELETE old }
CALL (to) {
  MATCH (from)-[:AUTHORED]->(paper)-[:ABOUT]->(to)
  WHERE 'NearStale' IN labels(from)
  WITH to, from, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)} AS properties
  CREATE (from)-[edge:WORKS_ON]->(to)
  SET edge = properties
};

// settle AUTHOR
// Counts the neighbors of Author nodes and removes the labels Stale and NearStale.
:param ids => ['author:orcid:0000-0002-1825-0097', 'author:orcid:0000-0002-1825-0097'];
UNWIND $ids AS id
MATCH (node:Author {id: id})
WITH node, COUNT { (node)-[:AUTHORED]->() } AS paperCount, COUNT { (node)-[:CO_AUTHORED]-() } AS collaboratorCount
SET node.paperCount = paperCount, node.mostPapers = -paperCount,
  node.collaboratorCount = collaboratorCount, node.mostCollaborators = -collaboratorCount
REMOVE node:Stale:NearStale;

// settle INSTITUTION
// Counts the neighbors of Institution nodes and removes the labels Stale and NearStale.
:param ids => ['institution:ror:05x2bcf33', 'institution:ror:05x2bcf33'];
UNWIND $ids AS id
MATCH (node:Institution {id: id})
WITH node, COUNT { (node)<-[:WRITTEN_AT]-() } AS paperCount
SET node.paperCount = paperCount, node.mostPapers = -paperCount
REMOVE node:Stale:NearStale;

// settle PAPER
// Counts the stored papers that cite Paper nodes and removes the label Stale.
:param ids => ['paper:acl:P18-1001', 'paper:acl:P18-1001'];
UNWIND $ids AS id
MATCH (node:Paper {id: id})
WITH node, COUNT { (node)<-[:CITES]-() } AS stored
SET node.storedCitations = stored, node.mostCited = CASE
  WHEN stored = 0 AND node.citationCount IS NULL THEN 9007199254740991
  WHEN stored > coalesce(node.citationCount, 0) THEN -stored
  ELSE -node.citationCount
END
REMOVE node:Stale;

// settle TOPIC
// Counts the neighbors of Topic nodes and removes the labels Stale and NearStale.
:param ids => ['topic:openalex:T10028', 'topic:openalex:T10028'];
UNWIND $ids AS id
MATCH (node:Topic {id: id})
WITH node, COUNT { (node)<-[:ABOUT]-() } AS paperCount
SET node.paperCount = paperCount, node.mostPapers = -paperCount
REMOVE node:Stale:NearStale;

// markFinished
// Ends an import: adds 1 to the version of the graph, logs the ids of changed entities (null: too many) and gives the lease back. No row: the lease was lost.
:param ids => null;
:param removed => null;
:param owner => '8c1a8e0e-6f6d-4f0e-9a55-2f0a3f6d3b1c';
:param now => '2026-01-01T00:00:00.000Z';
:param collaborationCap => 100;
MATCH (graph:Graph {id: 'graph'}) WHERE graph.importOwner = $owner
MERGE (change:Change {version: graph.dataVersion + 1})
SET change.since = graph.asOf, change.ids = $ids, change.removed = $removed
WITH graph
CALL (graph) {
  MATCH (old:Change) WHERE old.version <= graph.dataVersion + 1 - 100
  DELETE old
}
SET graph.unfinished = false, graph.dataVersion = graph.dataVersion + 1, graph.asOf = $now,
  graph.collaborationCap = $collaborationCap
REMOVE graph.importOwner, graph.importExpires
RETURN graph.dataVersion AS dataVersion;

// releaseLease
// Gives the import lease back.
:param owner => '8c1a8e0e-6f6d-4f0e-9a55-2f0a3f6d3b1c';
MATCH (graph:Graph {id: 'graph'}) WHERE graph.importOwner = $owner
REMOVE graph.importOwner, graph.importExpires;

// entities AUTHOR
// Reads Author nodes by their ids.
:param ids => ['author:orcid:0000-0002-1825-0097'];
MATCH (node:Author) WHERE node.id IN $ids
RETURN node.id AS key, 'AUTHOR' AS kind, [node.id, node.paperCount, node.name, node.keys, node.alternativeNames] AS node;

// entities by key
// Reads entities by keys: identifiers, or ids of entities that were merged into them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
MATCH (key:Key) WHERE key.key IN $ids
MATCH (node:Author {id: key.owner})
RETURN key.key AS key, 'AUTHOR' AS kind, [node.id, node.paperCount, node.name, node.keys, node.alternativeNames] AS node
UNION ALL
MATCH (key:Key) WHERE key.key IN $ids
MATCH (node:Institution {id: key.owner})
RETURN key.key AS key, 'INSTITUTION' AS kind, [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city] AS node
UNION ALL
MATCH (key:Key) WHERE key.key IN $ids
MATCH (node:Paper {id: key.owner})
RETURN key.key AS key, 'PAPER' AS kind, [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize] AS node
UNION ALL
MATCH (key:Key) WHERE key.key IN $ids
MATCH (node:Topic {id: key.owner})
RETURN key.key AS key, 'TOPIC' AS kind, [node.id, node.paperCount, node.name, node.level, node.keys] AS node;

// entities INSTITUTION
// Reads Institution nodes by their ids.
:param ids => ['institution:ror:05x2bcf33'];
MATCH (node:Institution) WHERE node.id IN $ids
RETURN node.id AS key, 'INSTITUTION' AS kind, [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city] AS node;

// entities PAPER
// Reads Paper nodes by their ids.
:param ids => ['paper:acl:P18-1001'];
MATCH (node:Paper) WHERE node.id IN $ids
RETURN node.id AS key, 'PAPER' AS kind, [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize] AS node;

// entities TOPIC
// Reads Topic nodes by their ids.
:param ids => ['topic:openalex:T10028'];
MATCH (node:Topic) WHERE node.id IN $ids
RETURN node.id AS key, 'TOPIC' AS kind, [node.id, node.paperCount, node.name, node.level, node.keys] AS node;

// entities
// Reads entities of several kinds by their ids.
:param ids => ['author:orcid:0000-0002-1825-0097', 'author:dblp:l%2FEduardHHovy', 'institution:ror:05x2bcf33', 'institution:ror:03vek6s52', 'paper:acl:P18-1001', 'paper:doi:10.1145/3292500', 'topic:openalex:T10028', 'topic:keyword:parsing'];
MATCH (node:Author) WHERE node.id IN $ids
RETURN node.id AS key, 'AUTHOR' AS kind, [node.id, node.paperCount, node.name, node.keys, node.alternativeNames] AS node
UNION ALL
MATCH (node:Institution) WHERE node.id IN $ids
RETURN node.id AS key, 'INSTITUTION' AS kind, [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city] AS node
UNION ALL
MATCH (node:Paper) WHERE node.id IN $ids
RETURN node.id AS key, 'PAPER' AS kind, [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize] AS node
UNION ALL
MATCH (node:Topic) WHERE node.id IN $ids
RETURN node.id AS key, 'TOPIC' AS kind, [node.id, node.paperCount, node.name, node.level, node.keys] AS node;

// abstracts
// Reads the abstracts of papers that have one.
:param ids => ['paper:acl:P18-1001'];
MATCH (paper:Paper) WHERE paper.id IN $ids AND paper.abstract IS NOT NULL
RETURN paper.id AS id, paper.abstract AS abstract;

// latexTexts
// Reads the titles and abstracts as LaTeX of papers that have them.
:param ids => ['paper:acl:P18-1001'];
MATCH (paper:Paper)
WHERE paper.id IN $ids AND (paper.titleLatex IS NOT NULL OR paper.abstractLatex IS NOT NULL)
RETURN paper.id AS id, paper.titleLatex AS titleLatex, paper.abstractLatex AS abstractLatex;

// metrics
// Reads what the metrics of authors are computed from.
:param ids => ['author:orcid:0000-0002-1825-0097'];
MATCH (graph:Graph {id: 'graph'})
MATCH (author:Author) WHERE author.id IN $ids
RETURN author.id AS id, author.collaboratorCount AS collaboratorCount, graph.asOf AS asOf,
  COLLECT {
    MATCH (author)-[:AUTHORED]->(paper)
    RETURN {year: paper.year, citations: {
      reported: paper.citationCount, stored: coalesce(paper.storedCitations, 0)
    }}
  } AS papers;

// documents
// Reads all texts that are stored beside the graph.
MATCH (document:Document)
RETURN document.name AS name, document.text AS text;

// statistics
// Counts nodes and relationships. Neo4j stores all of these counts except the last one.
:param cap => 100;
MATCH (graph:Graph {id: 'graph'})
CALL () { MATCH (node:Author) RETURN count(node) AS authorCount }
CALL () { MATCH (node:Paper) RETURN count(node) AS paperCount }
CALL () { MATCH (node:Topic) RETURN count(node) AS topicCount }
CALL () { MATCH (node:Institution) RETURN count(node) AS institutionCount }
CALL () { MATCH ()-[edge:AUTHORED]->() RETURN count(edge) AS authorshipCount }
CALL () { MATCH ()-[edge:CO_AUTHORED]->() RETURN count(edge) AS collaborationCount }
CALL () { MATCH ()-[edge:CITES]->() RETURN count(edge) AS citationLinkCount }
CALL () {
  MATCH (node:Paper) WHERE node.teamSize > $cap
  RETURN count(node) AS papersTooLargeForCollaboration
}
RETURN authorCount, paperCount, topicCount, institutionCount, authorshipCount, collaborationCount,
  citationLinkCount, papersTooLargeForCollaboration, graph.asOf AS asOf;

// neighbors authorInstitutions: MOST_PAPERS
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors authorInstitutions: next page, counted, brief
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:AFFILIATED_WITH]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors authorInstitutions: last page before a position
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors authorPapers: NEWEST
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN id, page0;

// neighbors authorPapers: OLDEST
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge
  ORDER BY node.oldest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN id, page0;

// neighbors authorPapers: MOST_CITED
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge
  ORDER BY node.mostCited, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN id, page0;

// neighbors authorPapers: next page, counted, brief
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.position]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:AUTHORED]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors authorPapers: last page before a position
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors authorPapers: filtered by years, paperTypes, venueNames, topicIds, authorIds, title, hasCode, next page, counted
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {paperTypes: ['ARTICLE', 'CONFERENCE_PAPER'], venueNames: ['ACL'], topicIds: ['topic:openalex:T10028'], authorIds: ['author:orcid:0000-0002-1825-0097'], hasCode: true, from: 2015, to: 2024, title: '+(graph*) +(draw*)'};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter0.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics0
}
CALL () {
  CALL () {
    MATCH (entity:Author) WHERE entity.id IN $filter0.authorIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.authorIds AND NOT EXISTS { (:Author {id: key.key}) }
    MATCH (entity:Author {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS authors0
}
CALL () {
  CALL db.index.fulltext.queryNodes('paper_words', $filter0.title) YIELD node
  RETURN collect(node) AS titled0
}
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source, topics0, authors0, titled0) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source, topics0, authors0, titled0) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, topics0, authors0, titled0) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  RETURN count(*) AS total0
}
RETURN id, page0, previous0, total0;

// neighbors collaborators: MOST_PAPERS
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
RETURN id, page0;

// neighbors collaborators: MOST_RECENT
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge
  ORDER BY coalesce(-edge.lastYear, 9007199254740991), -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
RETURN id, page0;

// neighbors collaborators: STRONGEST
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge
  ORDER BY -edge.strength, -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
RETURN id, page0;

// neighbors collaborators: next page, counted, brief
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:CO_AUTHORED]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors collaborators: last page before a position
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength < $after0[1] OR (-edge.strength = $after0[1] AND node.id < $after0[2]))))
  ORDER BY -edge.papers DESC, -edge.strength DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength < $after0[1] OR (-edge.strength = $after0[1] AND node.id < $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors collaborators: filtered by years, topicIds, institutionIds, venueNames, maxAuthorsPerPaper, minPapers, next page, counted
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {topicIds: ['topic:openalex:T10028'], institutionIds: ['institution:ror:05x2bcf33'], venueNames: ['ACL'], maxAuthorsPerPaper: 10, minPapers: 2, from: 2015};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter0.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics0
}
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter0.institutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.institutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS institutions0
}
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source, topics0, institutions0) {
  MATCH (source)-[:AUTHORED]->(paper)<-[:AUTHORED]-(node)
  WHERE 2 <= paper.teamSize <= $cap
  AND ($filter0.from IS NULL OR paper.year >= $filter0.from)
  AND ($filter0.to IS NULL OR paper.year <= $filter0.to)
  AND ($filter0.venueNames IS NULL OR paper.venueName IN $filter0.venueNames)
  AND ($filter0.maxAuthorsPerPaper IS NULL OR paper.authorCount <= $filter0.maxAuthorsPerPaper)
  AND EXISTS { MATCH (paper)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (paper)-[:WRITTEN_AT]->(related) WHERE related IN institutions0 }
  WITH node, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge
  WHERE edge.papers >= coalesce($filter0.minPapers, 1) AND ($filter0.identification IS NULL OR node.identification IN $filter0.identification)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source, topics0, institutions0) {
  MATCH (source)-[:AUTHORED]->(paper)<-[:AUTHORED]-(node)
  WHERE 2 <= paper.teamSize <= $cap
  AND ($filter0.from IS NULL OR paper.year >= $filter0.from)
  AND ($filter0.to IS NULL OR paper.year <= $filter0.to)
  AND ($filter0.venueNames IS NULL OR paper.venueName IN $filter0.venueNames)
  AND ($filter0.maxAuthorsPerPaper IS NULL OR paper.authorCount <= $filter0.maxAuthorsPerPaper)
  AND EXISTS { MATCH (paper)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (paper)-[:WRITTEN_AT]->(related) WHERE related IN institutions0 }
  WITH node, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge
  WHERE edge.papers >= coalesce($filter0.minPapers, 1) AND ($filter0.identification IS NULL OR node.identification IN $filter0.identification)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, topics0, institutions0) {
  MATCH (source)-[:AUTHORED]->(paper)<-[:AUTHORED]-(node)
  WHERE 2 <= paper.teamSize <= $cap
  AND ($filter0.from IS NULL OR paper.year >= $filter0.from)
  AND ($filter0.to IS NULL OR paper.year <= $filter0.to)
  AND ($filter0.venueNames IS NULL OR paper.venueName IN $filter0.venueNames)
  AND ($filter0.maxAuthorsPerPaper IS NULL OR paper.authorCount <= $filter0.maxAuthorsPerPaper)
  AND EXISTS { MATCH (paper)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (paper)-[:WRITTEN_AT]->(related) WHERE related IN institutions0 }
  WITH node, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge
  WHERE edge.papers >= coalesce($filter0.minPapers, 1) AND ($filter0.identification IS NULL OR node.identification IN $filter0.identification)
  RETURN count(*) AS total0
}
RETURN id, page0, previous0, total0;

// neighbors authorTopics: MOST_PAPERS
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors authorTopics: next page, counted, brief
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:WORKS_ON]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors authorTopics: last page before a position
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors institutionTopics: MOST_PAPERS
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors institutionTopics: next page, counted, brief
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:ACTIVE_IN]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors institutionTopics: last page before a position
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors institutionAuthors: MOST_PAPERS
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors institutionAuthors: next page, counted, brief
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:AFFILIATED_WITH]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors institutionAuthors: last page before a position
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors partners: MOST_PAPERS
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors partners: next page, counted, brief
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:PARTNERS_WITH]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors partners: last page before a position
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors institutionPapers: NEWEST
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
RETURN id, page0;

// neighbors institutionPapers: OLDEST
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge
  ORDER BY node.oldest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
RETURN id, page0;

// neighbors institutionPapers: MOST_CITED
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge
  ORDER BY node.mostCited, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
RETURN id, page0;

// neighbors institutionPapers: next page, counted, brief
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], null]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:WRITTEN_AT]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors institutionPapers: last page before a position
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors institutionPapers: filtered by years, paperTypes, venueNames, topicIds, authorIds, title, hasCode, next page, counted
// Reads pages of the neighbors of Institution nodes.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {paperTypes: ['ARTICLE', 'CONFERENCE_PAPER'], venueNames: ['ACL'], topicIds: ['topic:openalex:T10028'], authorIds: ['author:orcid:0000-0002-1825-0097'], hasCode: true, from: 2015, to: 2024, title: '+(graph*) +(draw*)'};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter0.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics0
}
CALL () {
  CALL () {
    MATCH (entity:Author) WHERE entity.id IN $filter0.authorIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.authorIds AND NOT EXISTS { (:Author {id: key.key}) }
    MATCH (entity:Author {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS authors0
}
CALL () {
  CALL db.index.fulltext.queryNodes('paper_words', $filter0.title) YIELD node
  RETURN collect(node) AS titled0
}
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source, topics0, authors0, titled0) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
CALL (source, topics0, authors0, titled0) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, topics0, authors0, titled0) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  RETURN count(*) AS total0
}
RETURN id, page0, previous0, total0;

// neighbors paperTopics: HIGHEST_SCORE
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge
  ORDER BY coalesce(-edge.score, 9007199254740991), node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.score]]) AS page0
}
RETURN id, page0;

// neighbors paperTopics: next page, counted, brief
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge WHERE (coalesce(-edge.score, 9007199254740991) > $after0[0] OR (coalesce(-edge.score, 9007199254740991) = $after0[0] AND node.id > $after0[1]))
  ORDER BY coalesce(-edge.score, 9007199254740991), node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], [edge.score]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge WHERE NOT (coalesce(-edge.score, 9007199254740991) > $after0[0] OR (coalesce(-edge.score, 9007199254740991) = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:ABOUT]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors paperTopics: last page before a position
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge WHERE (coalesce(-edge.score, 9007199254740991) < $after0[0] OR (coalesce(-edge.score, 9007199254740991) = $after0[0] AND node.id < $after0[1]))
  ORDER BY coalesce(-edge.score, 9007199254740991) DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.score]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge WHERE NOT (coalesce(-edge.score, 9007199254740991) < $after0[0] OR (coalesce(-edge.score, 9007199254740991) = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors paperAuthors: PRINTED
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge
  ORDER BY edge.position, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN id, page0;

// neighbors paperAuthors: next page, counted, brief
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge WHERE (edge.position > $after0[0] OR (edge.position = $after0[0] AND node.id > $after0[1]))
  ORDER BY edge.position, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.position]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge WHERE NOT (edge.position > $after0[0] OR (edge.position = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:AUTHORED]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors paperAuthors: last page before a position
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge WHERE (edge.position < $after0[0] OR (edge.position = $after0[0] AND node.id < $after0[1]))
  ORDER BY edge.position DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge WHERE NOT (edge.position < $after0[0] OR (edge.position = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors references: NEWEST
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
RETURN id, page0;

// neighbors references: next page, counted, brief
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], null]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:CITES]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors references: last page before a position
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors citedBy: NEWEST
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
RETURN id, page0;

// neighbors citedBy: next page, counted, brief
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], null]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:CITES]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors citedBy: last page before a position
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors paperInstitutions: NAME
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], null]) AS page0
}
RETURN id, page0;

// neighbors paperInstitutions: next page, counted, brief
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => ['a', 'a', 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge WHERE (node.folded > $after0[0] OR (node.folded = $after0[0] AND (node.name > $after0[1] OR (node.name = $after0[1] AND node.id > $after0[2]))))
  ORDER BY node.folded, node.name, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode], null]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge WHERE NOT (node.folded > $after0[0] OR (node.folded = $after0[0] AND (node.name > $after0[1] OR (node.name = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:WRITTEN_AT]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors paperInstitutions: last page before a position
// Reads pages of the neighbors of Paper nodes.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param after0 => ['a', 'a', 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge WHERE (node.folded < $after0[0] OR (node.folded = $after0[0] AND (node.name < $after0[1] OR (node.name = $after0[1] AND node.id < $after0[2]))))
  ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], null]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge WHERE NOT (node.folded < $after0[0] OR (node.folded = $after0[0] AND (node.name < $after0[1] OR (node.name = $after0[1] AND node.id < $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors topicPapers: NEWEST
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
RETURN id, page0;

// neighbors topicPapers: OLDEST
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge
  ORDER BY node.oldest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
RETURN id, page0;

// neighbors topicPapers: MOST_CITED
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge
  ORDER BY node.mostCited, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
RETURN id, page0;

// neighbors topicPapers: next page, counted, brief
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.score]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:ABOUT]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors topicPapers: last page before a position
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors topicPapers: filtered by years, paperTypes, venueNames, topicIds, authorIds, title, hasCode, next page, counted
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {paperTypes: ['ARTICLE', 'CONFERENCE_PAPER'], venueNames: ['ACL'], topicIds: ['topic:openalex:T10028'], authorIds: ['author:orcid:0000-0002-1825-0097'], hasCode: true, from: 2015, to: 2024, title: '+(graph*) +(draw*)'};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter0.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics0
}
CALL () {
  CALL () {
    MATCH (entity:Author) WHERE entity.id IN $filter0.authorIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.authorIds AND NOT EXISTS { (:Author {id: key.key}) }
    MATCH (entity:Author {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS authors0
}
CALL () {
  CALL db.index.fulltext.queryNodes('paper_words', $filter0.title) YIELD node
  RETURN collect(node) AS titled0
}
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source, topics0, authors0, titled0) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
CALL (source, topics0, authors0, titled0) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, topics0, authors0, titled0) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.paperTypes IS NULL OR node.paperType IN $filter0.paperTypes)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter0.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors0 }
  AND node IN titled0
  RETURN count(*) AS total0
}
RETURN id, page0, previous0, total0;

// neighbors topicInstitutions: MOST_PAPERS
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors topicInstitutions: next page, counted, brief
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:ACTIVE_IN]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors topicInstitutions: last page before a position
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors broader: NAME
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page0
}
RETURN id, page0;

// neighbors broader: next page, counted, brief
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => ['a', 'a', 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge WHERE (node.folded > $after0[0] OR (node.folded = $after0[0] AND (node.name > $after0[1] OR (node.name = $after0[1] AND node.id > $after0[2]))))
  ORDER BY node.folded, node.name, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], null]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge WHERE NOT (node.folded > $after0[0] OR (node.folded = $after0[0] AND (node.name > $after0[1] OR (node.name = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:BROADER]->() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors broader: last page before a position
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => ['a', 'a', 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge WHERE (node.folded < $after0[0] OR (node.folded = $after0[0] AND (node.name < $after0[1] OR (node.name = $after0[1] AND node.id < $after0[2]))))
  ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge WHERE NOT (node.folded < $after0[0] OR (node.folded = $after0[0] AND (node.name < $after0[1] OR (node.name = $after0[1] AND node.id < $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors narrower: NAME
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page0
}
RETURN id, page0;

// neighbors narrower: next page, counted, brief
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => ['a', 'a', 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge WHERE (node.folded > $after0[0] OR (node.folded = $after0[0] AND (node.name > $after0[1] OR (node.name = $after0[1] AND node.id > $after0[2]))))
  ORDER BY node.folded, node.name, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], null]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge WHERE NOT (node.folded > $after0[0] OR (node.folded = $after0[0] AND (node.name > $after0[1] OR (node.name = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:BROADER]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors narrower: last page before a position
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => ['a', 'a', 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge WHERE (node.folded < $after0[0] OR (node.folded = $after0[0] AND (node.name < $after0[1] OR (node.name = $after0[1] AND node.id < $after0[2]))))
  ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge WHERE NOT (node.folded < $after0[0] OR (node.folded = $after0[0] AND (node.name < $after0[1] OR (node.name = $after0[1] AND node.id < $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors relatedTopics: MOST_PAPERS
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors relatedTopics: next page, counted, brief
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)-[:RELATED_TO]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors relatedTopics: last page before a position
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors topicAuthors: MOST_PAPERS
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN id, page0;

// neighbors topicAuthors: next page, counted, brief
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source) {
  RETURN COUNT { (source)<-[:WORKS_ON]-() } AS total0
}
RETURN id, page0, previous0, total0;

// neighbors topicAuthors: last page before a position
// Reads pages of the neighbors of Topic nodes.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN id, page0, previous0;

// neighbors authorPapers: only counted
// Reads pages of the neighbors of Author nodes.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 1;
:param filter0 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  RETURN COUNT { (source)-[:AUTHORED]->() } AS total0
}
RETURN id, total0;

// list PAPER: only counted
// Reads a page of all Paper nodes that pass a filter.
:param limit => 1;
:param filter => {};
CALL () {
  MATCH (node:Paper)
  RETURN count(node) AS total
  }
RETURN total;

// neighborhoods authorInstitutions authorPapers collaborators authorTopics: several relations
// Reads pages of the neighbors of Author nodes, and the nodes themselves.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
UNWIND $ids AS id
MATCH (source:Author {id: id})
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit1
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page1
}
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit2
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page2
}
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit3
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page3
}
RETURN id, [source.id, source.paperCount, source.name, source.keys, source.alternativeNames] AS entity, page0, page1, page2, page3;

// egoNetwork AUTHOR
// Reads one Author node, pages of its neighbors, the links among all of them, and counts its neighbors.
:param id => 'author:orcid:0000-0002-1825-0097';
:param relations => ['ABOUT', 'ACTIVE_IN', 'AFFILIATED_WITH', 'AUTHORED', 'BROADER', 'CITES', 'CO_AUTHORED', 'PARTNERS_WITH', 'RELATED_TO', 'WORKS_ON', 'WRITTEN_AT'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
MATCH (source:Author {id: $id})
CALL (source) {
  MATCH (source)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0, collect(node) AS nodes0
}
CALL (source) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit1
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page1, collect(node) AS nodes1
}
CALL (source) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WITH node, edge
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit2
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page2, collect(node) AS nodes2
}
CALL (source) {
  MATCH (source)-[edge:WORKS_ON]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit3
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page3, collect(node) AS nodes3
}
WITH *, [source] + nodes0 + nodes1 + nodes2 + nodes3 AS nodes
CALL (nodes) {
  UNWIND nodes AS repeated
  WITH DISTINCT repeated AS node
  MATCH (node)-[edge:ABOUT|ACTIVE_IN|AFFILIATED_WITH|AUTHORED|BROADER|CITES|CO_AUTHORED|PARTNERS_WITH|RELATED_TO|WORKS_ON|WRITTEN_AT]->(target)
    WHERE target IN nodes
  RETURN collect([node.id, target.id, type(edge), CASE type(edge) WHEN 'ABOUT' THEN [edge.score] WHEN 'ACTIVE_IN' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AFFILIATED_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AUTHORED' THEN [edge.position] WHEN 'CO_AUTHORED' THEN [edge.papers, edge.firstYear, edge.lastYear, edge.strength] WHEN 'PARTNERS_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'RELATED_TO' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'WORKS_ON' THEN [edge.papers, edge.firstYear, edge.lastYear] END]) AS edges
}
RETURN source.id AS id, [source.id, source.paperCount, source.name, source.keys, source.alternativeNames] AS entity, page0, page1, page2, page3,
  edges, {
    AUTHOR: CASE WHEN 'CO_AUTHORED' IN $relations THEN COUNT { (source)-[:CO_AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)<-[:AFFILIATED_WITH]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)<-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)<-[:WORKS_ON]-() } ELSE 0 END,
    INSTITUTION: CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)-[:AFFILIATED_WITH]->() } ELSE 0 END
    + CASE WHEN 'PARTNERS_WITH' IN $relations THEN COUNT { (source)-[:PARTNERS_WITH]-() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)-[:WRITTEN_AT]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)<-[:ACTIVE_IN]-() } ELSE 0 END,
    PAPER: CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)<-[:WRITTEN_AT]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)<-[:ABOUT]-() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:CITES]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    },
    TOPIC: CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)-[:WORKS_ON]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)-[:ACTIVE_IN]->() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)-[:ABOUT]->() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:BROADER|RELATED_TO]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }
  } AS counts;

// neighborhoods institutionTopics institutionAuthors partners institutionPapers: several relations
// Reads pages of the neighbors of Institution nodes, and the nodes themselves.
:param ids => ['institution:ror:05x2bcf33'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
UNWIND $ids AS id
MATCH (source:Institution {id: id})
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit1
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page1
}
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit2
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page2
}
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit3
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page3
}
RETURN id, [source.id, source.paperCount, source.name, source.countryCode, source.keys, source.institutionType, source.city] AS entity, page0, page1, page2, page3;

// egoNetwork INSTITUTION
// Reads one Institution node, pages of its neighbors, the links among all of them, and counts its neighbors.
:param id => 'institution:ror:05x2bcf33';
:param relations => ['ABOUT', 'ACTIVE_IN', 'AFFILIATED_WITH', 'AUTHORED', 'BROADER', 'CITES', 'CO_AUTHORED', 'PARTNERS_WITH', 'RELATED_TO', 'WORKS_ON', 'WRITTEN_AT'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
MATCH (source:Institution {id: $id})
CALL (source) {
  MATCH (source)-[edge:ACTIVE_IN]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0, collect(node) AS nodes0
}
CALL (source) {
  MATCH (source)<-[edge:AFFILIATED_WITH]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit1
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page1, collect(node) AS nodes1
}
CALL (source) {
  MATCH (source)-[edge:PARTNERS_WITH]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit2
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page2, collect(node) AS nodes2
}
CALL (source) {
  MATCH (source)<-[edge:WRITTEN_AT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit3
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page3, collect(node) AS nodes3
}
WITH *, [source] + nodes0 + nodes1 + nodes2 + nodes3 AS nodes
CALL (nodes) {
  UNWIND nodes AS repeated
  WITH DISTINCT repeated AS node
  MATCH (node)-[edge:ABOUT|ACTIVE_IN|AFFILIATED_WITH|AUTHORED|BROADER|CITES|CO_AUTHORED|PARTNERS_WITH|RELATED_TO|WORKS_ON|WRITTEN_AT]->(target)
    WHERE target IN nodes
  RETURN collect([node.id, target.id, type(edge), CASE type(edge) WHEN 'ABOUT' THEN [edge.score] WHEN 'ACTIVE_IN' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AFFILIATED_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AUTHORED' THEN [edge.position] WHEN 'CO_AUTHORED' THEN [edge.papers, edge.firstYear, edge.lastYear, edge.strength] WHEN 'PARTNERS_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'RELATED_TO' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'WORKS_ON' THEN [edge.papers, edge.firstYear, edge.lastYear] END]) AS edges
}
RETURN source.id AS id, [source.id, source.paperCount, source.name, source.countryCode, source.keys, source.institutionType, source.city] AS entity, page0, page1, page2, page3,
  edges, {
    AUTHOR: CASE WHEN 'CO_AUTHORED' IN $relations THEN COUNT { (source)-[:CO_AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)<-[:AFFILIATED_WITH]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)<-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)<-[:WORKS_ON]-() } ELSE 0 END,
    INSTITUTION: CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)-[:AFFILIATED_WITH]->() } ELSE 0 END
    + CASE WHEN 'PARTNERS_WITH' IN $relations THEN COUNT { (source)-[:PARTNERS_WITH]-() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)-[:WRITTEN_AT]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)<-[:ACTIVE_IN]-() } ELSE 0 END,
    PAPER: CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)<-[:WRITTEN_AT]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)<-[:ABOUT]-() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:CITES]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    },
    TOPIC: CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)-[:WORKS_ON]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)-[:ACTIVE_IN]->() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)-[:ABOUT]->() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:BROADER|RELATED_TO]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }
  } AS counts;

// neighborhoods paperTopics paperAuthors references citedBy paperInstitutions: several relations
// Reads pages of the neighbors of Paper nodes, and the nodes themselves.
:param ids => ['paper:acl:P18-1001'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
:param limit4 => 11;
:param filter4 => {};
UNWIND $ids AS id
MATCH (source:Paper {id: id})
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge
  ORDER BY coalesce(-edge.score, 9007199254740991), node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.score]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge
  ORDER BY edge.position, node.id LIMIT $limit1
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page1
}
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit2
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page2
}
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit3
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page3
}
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit4
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], null]) AS page4
}
RETURN id, [source.id, source.title, source.date, source.year, source.citationCount, source.storedCitations, source.keys, source.paperType, source.venueName, source.url, source.codeUrl, source.isRetracted, source.authorCount, source.authorListIsComplete, source.teamSize] AS entity, page0, page1, page2, page3, page4;

// egoNetwork PAPER
// Reads one Paper node, pages of its neighbors, the links among all of them, and counts its neighbors.
:param id => 'paper:acl:P18-1001';
:param relations => ['ABOUT', 'ACTIVE_IN', 'AFFILIATED_WITH', 'AUTHORED', 'BROADER', 'CITES', 'CO_AUTHORED', 'PARTNERS_WITH', 'RELATED_TO', 'WORKS_ON', 'WRITTEN_AT'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
:param limit4 => 11;
:param filter4 => {};
MATCH (source:Paper {id: $id})
CALL (source) {
  MATCH (source)-[edge:ABOUT]->(node)
  WITH node, edge
  ORDER BY coalesce(-edge.score, 9007199254740991), node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.score]]) AS page0, collect(node) AS nodes0
}
CALL (source) {
  MATCH (source)<-[edge:AUTHORED]-(node)
  WITH node, edge
  ORDER BY edge.position, node.id LIMIT $limit1
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page1, collect(node) AS nodes1
}
CALL (source) {
  MATCH (source)-[edge:CITES]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit2
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page2, collect(node) AS nodes2
}
CALL (source) {
  MATCH (source)<-[edge:CITES]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit3
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], null]) AS page3, collect(node) AS nodes3
}
CALL (source) {
  MATCH (source)-[edge:WRITTEN_AT]->(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit4
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], null]) AS page4, collect(node) AS nodes4
}
WITH *, [source] + nodes0 + nodes1 + nodes2 + nodes3 + nodes4 AS nodes
CALL (nodes) {
  UNWIND nodes AS repeated
  WITH DISTINCT repeated AS node
  MATCH (node)-[edge:ABOUT|ACTIVE_IN|AFFILIATED_WITH|AUTHORED|BROADER|CITES|CO_AUTHORED|PARTNERS_WITH|RELATED_TO|WORKS_ON|WRITTEN_AT]->(target)
    WHERE target IN nodes
  RETURN collect([node.id, target.id, type(edge), CASE type(edge) WHEN 'ABOUT' THEN [edge.score] WHEN 'ACTIVE_IN' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AFFILIATED_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AUTHORED' THEN [edge.position] WHEN 'CO_AUTHORED' THEN [edge.papers, edge.firstYear, edge.lastYear, edge.strength] WHEN 'PARTNERS_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'RELATED_TO' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'WORKS_ON' THEN [edge.papers, edge.firstYear, edge.lastYear] END]) AS edges
}
RETURN source.id AS id, [source.id, source.title, source.date, source.year, source.citationCount, source.storedCitations, source.keys, source.paperType, source.venueName, source.url, source.codeUrl, source.isRetracted, source.authorCount, source.authorListIsComplete, source.teamSize] AS entity, page0, page1, page2, page3, page4,
  edges, {
    AUTHOR: CASE WHEN 'CO_AUTHORED' IN $relations THEN COUNT { (source)-[:CO_AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)<-[:AFFILIATED_WITH]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)<-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)<-[:WORKS_ON]-() } ELSE 0 END,
    INSTITUTION: CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)-[:AFFILIATED_WITH]->() } ELSE 0 END
    + CASE WHEN 'PARTNERS_WITH' IN $relations THEN COUNT { (source)-[:PARTNERS_WITH]-() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)-[:WRITTEN_AT]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)<-[:ACTIVE_IN]-() } ELSE 0 END,
    PAPER: CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)<-[:WRITTEN_AT]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)<-[:ABOUT]-() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:CITES]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    },
    TOPIC: CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)-[:WORKS_ON]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)-[:ACTIVE_IN]->() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)-[:ABOUT]->() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:BROADER|RELATED_TO]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }
  } AS counts;

// neighborhoods topicPapers topicInstitutions broader narrower relatedTopics topicAuthors: several relations
// Reads pages of the neighbors of Topic nodes, and the nodes themselves.
:param ids => ['topic:openalex:T10028'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
:param limit4 => 11;
:param filter4 => {};
:param limit5 => 11;
:param filter5 => {};
UNWIND $ids AS id
MATCH (source:Topic {id: id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit1
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page1
}
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit2
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page2
}
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit3
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page3
}
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit4
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page4
}
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit5
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page5
}
RETURN id, [source.id, source.paperCount, source.name, source.level, source.keys] AS entity, page0, page1, page2, page3, page4, page5;

// egoNetwork TOPIC
// Reads one Topic node, pages of its neighbors, the links among all of them, and counts its neighbors.
:param id => 'topic:openalex:T10028';
:param relations => ['ABOUT', 'ACTIVE_IN', 'AFFILIATED_WITH', 'AUTHORED', 'BROADER', 'CITES', 'CO_AUTHORED', 'PARTNERS_WITH', 'RELATED_TO', 'WORKS_ON', 'WRITTEN_AT'];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
:param limit1 => 11;
:param filter1 => {};
:param limit2 => 11;
:param filter2 => {};
:param limit3 => 11;
:param filter3 => {};
:param limit4 => 11;
:param filter4 => {};
:param limit5 => 11;
:param filter5 => {};
MATCH (source:Topic {id: $id})
CALL (source) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0, collect(node) AS nodes0
}
CALL (source) {
  MATCH (source)<-[edge:ACTIVE_IN]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit1
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], [edge.papers, edge.firstYear, edge.lastYear]]) AS page1, collect(node) AS nodes1
}
CALL (source) {
  MATCH (source)-[edge:BROADER]->(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit2
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page2, collect(node) AS nodes2
}
CALL (source) {
  MATCH (source)<-[edge:BROADER]-(node)
  WITH node, edge
  ORDER BY node.folded, node.name, node.id LIMIT $limit3
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], null]) AS page3, collect(node) AS nodes3
}
CALL (source) {
  MATCH (source)-[edge:RELATED_TO]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit4
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page4, collect(node) AS nodes4
}
CALL (source) {
  MATCH (source)<-[edge:WORKS_ON]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit5
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page5, collect(node) AS nodes5
}
WITH *, [source] + nodes0 + nodes1 + nodes2 + nodes3 + nodes4 + nodes5 AS nodes
CALL (nodes) {
  UNWIND nodes AS repeated
  WITH DISTINCT repeated AS node
  MATCH (node)-[edge:ABOUT|ACTIVE_IN|AFFILIATED_WITH|AUTHORED|BROADER|CITES|CO_AUTHORED|PARTNERS_WITH|RELATED_TO|WORKS_ON|WRITTEN_AT]->(target)
    WHERE target IN nodes
  RETURN collect([node.id, target.id, type(edge), CASE type(edge) WHEN 'ABOUT' THEN [edge.score] WHEN 'ACTIVE_IN' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AFFILIATED_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AUTHORED' THEN [edge.position] WHEN 'CO_AUTHORED' THEN [edge.papers, edge.firstYear, edge.lastYear, edge.strength] WHEN 'PARTNERS_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'RELATED_TO' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'WORKS_ON' THEN [edge.papers, edge.firstYear, edge.lastYear] END]) AS edges
}
RETURN source.id AS id, [source.id, source.paperCount, source.name, source.level, source.keys] AS entity, page0, page1, page2, page3, page4, page5,
  edges, {
    AUTHOR: CASE WHEN 'CO_AUTHORED' IN $relations THEN COUNT { (source)-[:CO_AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)<-[:AFFILIATED_WITH]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)<-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)<-[:WORKS_ON]-() } ELSE 0 END,
    INSTITUTION: CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (source)-[:AFFILIATED_WITH]->() } ELSE 0 END
    + CASE WHEN 'PARTNERS_WITH' IN $relations THEN COUNT { (source)-[:PARTNERS_WITH]-() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)-[:WRITTEN_AT]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)<-[:ACTIVE_IN]-() } ELSE 0 END,
    PAPER: CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (source)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (source)<-[:WRITTEN_AT]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)<-[:ABOUT]-() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:CITES]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    },
    TOPIC: CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (source)-[:WORKS_ON]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (source)-[:ACTIVE_IN]->() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (source)-[:ABOUT]->() } ELSE 0 END
    + COUNT {
      MATCH (source)-[edge:BROADER|RELATED_TO]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }
  } AS counts;

// commonNeighbors joint authorPapers: NEWEST
// Reads for each of $pairs a page of the papers that make both collaborators, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors joint authorPapers: next page, counted, brief
// Reads for each of $pairs a page of the papers that make both collaborators, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.position]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors joint authorPapers: last page before a position
// Reads for each of $pairs a page of the papers that make both collaborators, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors joint authorPapers: filtered by years, topicIds, institutionIds, venueNames, maxAuthorsPerPaper, minPapers, next page, counted
// Reads for each of $pairs a page of the papers that make both collaborators, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {topicIds: ['topic:openalex:T10028'], institutionIds: ['institution:ror:05x2bcf33'], venueNames: ['ACL'], maxAuthorsPerPaper: 10, minPapers: 2, from: 2015};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter0.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics0
}
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter0.institutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter0.institutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS institutions0
}
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other, topics0, institutions0) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  AND ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.maxAuthorsPerPaper IS NULL OR node.authorCount <= $filter0.maxAuthorsPerPaper)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)-[:WRITTEN_AT]->(related) WHERE related IN institutions0 }
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source, other, topics0, institutions0) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  AND ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.maxAuthorsPerPaper IS NULL OR node.authorCount <= $filter0.maxAuthorsPerPaper)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)-[:WRITTEN_AT]->(related) WHERE related IN institutions0 }
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other, topics0, institutions0) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WHERE 2 <= node.teamSize <= $cap
  AND ($filter0.from IS NULL OR node.year >= $filter0.from)
  AND ($filter0.to IS NULL OR node.year <= $filter0.to)
  AND ($filter0.venueNames IS NULL OR node.venueName IN $filter0.venueNames)
  AND ($filter0.maxAuthorsPerPaper IS NULL OR node.authorCount <= $filter0.maxAuthorsPerPaper)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics0 }
  AND EXISTS { MATCH (node)-[:WRITTEN_AT]->(related) WHERE related IN institutions0 }
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors shared collaborators: MOST_PAPERS
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node), (other)-[:CO_AUTHORED]-(node)
  WITH node, edge
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors shared collaborators: next page, counted, brief
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node), (other)-[:CO_AUTHORED]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node), (other)-[:CO_AUTHORED]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node), (other)-[:CO_AUTHORED]-(node)
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors shared collaborators: last page before a position
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node), (other)-[:CO_AUTHORED]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength < $after0[1] OR (-edge.strength = $after0[1] AND node.id < $after0[2]))))
  ORDER BY -edge.papers DESC, -edge.strength DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node), (other)-[:CO_AUTHORED]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength < $after0[1] OR (-edge.strength = $after0[1] AND node.id < $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors shared authorPapers: NEWEST
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors shared authorPapers: next page, counted, brief
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.position]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors shared authorPapers: last page before a position
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node), (other)-[:AUTHORED]->(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors shared topicPapers: NEWEST
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node), (other)<-[:ABOUT]-(node)
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors shared topicPapers: next page, counted, brief
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node), (other)<-[:ABOUT]-(node)
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.score]]) AS page0
}
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node), (other)<-[:ABOUT]-(node)
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node), (other)<-[:ABOUT]-(node)
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors shared topicPapers: last page before a position
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node), (other)<-[:ABOUT]-(node)
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node), (other)<-[:ABOUT]-(node)
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors shared authorTopics: MOST_PAPERS
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:WORKS_ON]->(node), (other)-[:WORKS_ON]->(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors shared authorTopics: next page, counted, brief
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:WORKS_ON]->(node), (other)-[:WORKS_ON]->(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:WORKS_ON]->(node), (other)-[:WORKS_ON]->(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)-[edge:WORKS_ON]->(node), (other)-[:WORKS_ON]->(node)
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors shared authorTopics: last page before a position
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:WORKS_ON]->(node), (other)-[:WORKS_ON]->(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:WORKS_ON]->(node), (other)-[:WORKS_ON]->(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors shared topicAuthors: MOST_PAPERS
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:WORKS_ON]-(node), (other)<-[:WORKS_ON]-(node)
  WITH node, edge
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors shared topicAuthors: next page, counted, brief
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:WORKS_ON]-(node), (other)<-[:WORKS_ON]-(node)
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  ORDER BY -edge.papers, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source, other) {
  MATCH (source)<-[edge:WORKS_ON]-(node), (other)<-[:WORKS_ON]-(node)
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)<-[edge:WORKS_ON]-(node), (other)<-[:WORKS_ON]-(node)
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors shared topicAuthors: last page before a position
// Reads for each of $pairs a page of the nodes that both have as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:WORKS_ON]-(node), (other)<-[:WORKS_ON]-(node)
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  ORDER BY -edge.papers DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear]]) AS page0
}
CALL (source, other) {
  MATCH (source)<-[edge:WORKS_ON]-(node), (other)<-[:WORKS_ON]-(node)
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors separate collaborators: MOST_PAPERS
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:CO_AUTHORED]-(node) }
  WITH node, edge
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors separate collaborators: next page, counted, brief
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:CO_AUTHORED]-(node) }
  WITH node, edge WHERE (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  ORDER BY -edge.papers, -edge.strength, node.id LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:CO_AUTHORED]-(node) }
  WITH node, edge WHERE NOT (-edge.papers > $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength > $after0[1] OR (-edge.strength = $after0[1] AND node.id > $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:CO_AUTHORED]-(node) }
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors separate collaborators: last page before a position
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, -3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:CO_AUTHORED]-(node) }
  WITH node, edge WHERE (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength < $after0[1] OR (-edge.strength = $after0[1] AND node.id < $after0[2]))))
  ORDER BY -edge.papers DESC, -edge.strength DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], [edge.papers, edge.firstYear, edge.lastYear, edge.strength]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:CO_AUTHORED]-(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:CO_AUTHORED]-(node) }
  WITH node, edge WHERE NOT (-edge.papers < $after0[0] OR (-edge.papers = $after0[0] AND (-edge.strength < $after0[1] OR (-edge.strength = $after0[1] AND node.id < $after0[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors separate authorPapers: NEWEST
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:AUTHORED]->(node) }
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors separate authorPapers: next page, counted, brief
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:AUTHORED]->(node) }
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.position]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:AUTHORED]->(node) }
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:AUTHORED]->(node) }
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors separate authorPapers: last page before a position
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'author:orcid:0000-0002-1825-0097', to: 'author:dblp:l%2FEduardHHovy'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Author {id: pair.from})
MATCH (other:Author {id: pair.to})
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:AUTHORED]->(node) }
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]) AS page0
}
CALL (source, other) {
  MATCH (source)-[edge:AUTHORED]->(node)
  WHERE node <> other AND NOT EXISTS { (other)-[:AUTHORED]->(node) }
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// commonNeighbors separate topicPapers: NEWEST
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE node <> other AND NOT EXISTS { (other)<-[:ABOUT]-(node) }
  WITH node, edge
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
RETURN pair.from AS from, pair.to AS to, page0;

// commonNeighbors separate topicPapers: next page, counted, brief
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE node <> other AND NOT EXISTS { (other)<-[:ABOUT]-(node) }
  WITH node, edge WHERE (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  ORDER BY node.newest, node.id LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations], [edge.score]]) AS page0
}
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE node <> other AND NOT EXISTS { (other)<-[:ABOUT]-(node) }
  WITH node, edge WHERE NOT (node.newest > $after0[0] OR (node.newest = $after0[0] AND node.id > $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE node <> other AND NOT EXISTS { (other)<-[:ABOUT]-(node) }
  RETURN count(*) AS total0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0, total0;

// commonNeighbors separate topicPapers: last page before a position
// Reads for each of $pairs a page of the nodes that only the first has as neighbors, with the edge to the first.
:param pairs => [{from: 'topic:openalex:T10028', to: 'topic:keyword:parsing'}];
:param cap => 100;
:param limit0 => 11;
:param after0 => [-3, 'a'];
:param filter0 => {};
UNWIND $pairs AS pair
MATCH (source:Topic {id: pair.from})
MATCH (other:Topic {id: pair.to})
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE node <> other AND NOT EXISTS { (other)<-[:ABOUT]-(node) }
  WITH node, edge WHERE (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  ORDER BY node.newest DESC, node.id DESC LIMIT $limit0
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], [edge.score]]) AS page0
}
CALL (source, other) {
  MATCH (source)<-[edge:ABOUT]-(node)
  WHERE node <> other AND NOT EXISTS { (other)<-[:ABOUT]-(node) }
  WITH node, edge WHERE NOT (node.newest < $after0[0] OR (node.newest = $after0[0] AND node.id < $after0[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous0
}
RETURN pair.from AS from, pair.to AS to, page0, previous0;

// collaborations
// Reads the CO_AUTHORED relationships of $pairs, each of which starts with the smaller id.
:param pairs => [{from: 'author:dblp:l%2FEduardHHovy', to: 'author:orcid:0000-0002-1825-0097'}];
:param cap => 100;
:param filter => {};
UNWIND $pairs AS pair
MATCH (left:Author {id: pair.from})
MATCH (right:Author {id: pair.to})
MATCH (left)-[edge:CO_AUTHORED]->(right)
RETURN pair.from AS from, pair.to AS to, [edge.papers, edge.firstYear, edge.lastYear, edge.strength] AS edge;

// collaborations filtered
// Computes the CO_AUTHORED relationships of $pairs over the joint papers that pass a filter.
:param pairs => [{from: 'author:dblp:l%2FEduardHHovy', to: 'author:orcid:0000-0002-1825-0097'}];
:param cap => 100;
:param filter => {topicIds: ['topic:openalex:T10028'], institutionIds: ['institution:ror:05x2bcf33'], venueNames: ['ACL'], maxAuthorsPerPaper: 10, minPapers: 2, from: 2015};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics
}
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter.institutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.institutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS institutions
}
UNWIND $pairs AS pair
MATCH (left:Author {id: pair.from})
MATCH (right:Author {id: pair.to})
CALL (left, right, topics, institutions) {
  MATCH (left)-[:AUTHORED]->(paper)<-[:AUTHORED]-(right)
  WHERE 2 <= paper.teamSize <= $cap
  AND ($filter.from IS NULL OR paper.year >= $filter.from)
  AND ($filter.to IS NULL OR paper.year <= $filter.to)
  AND ($filter.venueNames IS NULL OR paper.venueName IN $filter.venueNames)
  AND ($filter.maxAuthorsPerPaper IS NULL OR paper.authorCount <= $filter.maxAuthorsPerPaper)
  AND EXISTS { MATCH (paper)-[:ABOUT]->(related) WHERE related IN topics }
  AND EXISTS { MATCH (paper)-[:WRITTEN_AT]->(related) WHERE related IN institutions }
  RETURN {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year),
    strength: sum(paper.strength)} AS edge
}
WITH pair, edge WHERE edge.papers >= coalesce($filter.minPapers, 1)
RETURN pair.from AS from, pair.to AS to, [edge.papers, edge.firstYear, edge.lastYear, edge.strength] AS edge;

// list AUTHOR: NAME
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Author) WHERE node.folded IS NOT NULL AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
RETURN page;

// list AUTHOR: MOST_PAPERS
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Author) WHERE node.mostPapers IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.mostPapers, node.id LIMIT $limit
  }
  WITH node ORDER BY node.mostPapers, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
RETURN page;

// list AUTHOR: MOST_COLLABORATORS
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Author) WHERE node.mostCollaborators IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.mostCollaborators, node.id LIMIT $limit
  }
  WITH node ORDER BY node.mostCollaborators, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
RETURN page;

// list AUTHOR: next page, counted, brief
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Author) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id > $after[2]
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Author) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Author) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name], node.collaboratorCount]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Author) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id <= $after[2] }
  OR EXISTS { MATCH (node:Author) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL }
  OR EXISTS { MATCH (node:Author) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL } AS previous
  }
CALL () {
  MATCH (node:Author)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list AUTHOR: last page before a position
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Author) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id < $after[2]
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Author) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Author) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  }
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  }
  WITH node ORDER BY node.folded DESC, node.name DESC, node.id DESC
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Author) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id >= $after[2] }
  OR EXISTS { MATCH (node:Author) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL }
  OR EXISTS { MATCH (node:Author) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL } AS previous
  }
RETURN page, previous;

// list AUTHOR: filtered by topicIds, next page, counted
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {topicIds: ['topic:openalex:T10028']};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics
}
CALL (topics) {
  CALL (topics) {
  UNWIND topics AS target
    MATCH (target)<-[:WORKS_ON]-(node)
  WITH DISTINCT node WHERE EXISTS { MATCH (node)-[:WORKS_ON]->(related) WHERE related IN topics }
  AND ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  AND (node.folded > $after[0] OR (node.folded = $after[0] AND (node.name > $after[1] OR (node.name = $after[1] AND node.id > $after[2]))))
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
CALL (topics) {
  UNWIND topics AS target
    MATCH (target)<-[:WORKS_ON]-(node)
  WITH DISTINCT node WHERE EXISTS { MATCH (node)-[:WORKS_ON]->(related) WHERE related IN topics }
  AND ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  AND NOT (node.folded > $after[0] OR (node.folded = $after[0] AND (node.name > $after[1] OR (node.name = $after[1] AND node.id > $after[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL (topics) {
  UNWIND topics AS target
    MATCH (target)<-[:WORKS_ON]-(node)
  WITH DISTINCT node WHERE EXISTS { MATCH (node)-[:WORKS_ON]->(related) WHERE related IN topics }
  AND ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list AUTHOR: filtered by institutionIds, next page, counted
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {institutionIds: ['institution:ror:05x2bcf33']};
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter.institutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.institutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS institutions
}
CALL (institutions) {
  CALL (institutions) {
  UNWIND institutions AS target
    MATCH (target)<-[:AFFILIATED_WITH]-(node)
  WITH DISTINCT node WHERE EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(related) WHERE related IN institutions }
  AND ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  AND (node.folded > $after[0] OR (node.folded = $after[0] AND (node.name > $after[1] OR (node.name = $after[1] AND node.id > $after[2]))))
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
CALL (institutions) {
  UNWIND institutions AS target
    MATCH (target)<-[:AFFILIATED_WITH]-(node)
  WITH DISTINCT node WHERE EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(related) WHERE related IN institutions }
  AND ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  AND NOT (node.folded > $after[0] OR (node.folded = $after[0] AND (node.name > $after[1] OR (node.name = $after[1] AND node.id > $after[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL (institutions) {
  UNWIND institutions AS target
    MATCH (target)<-[:AFFILIATED_WITH]-(node)
  WITH DISTINCT node WHERE EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(related) WHERE related IN institutions }
  AND ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list AUTHOR: filtered by countryCodes, next page, counted
// Reads a page of all Author nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {countryCodes: ['DE']};
CALL () {
  CALL () {
  MATCH (target:Institution) WHERE target.countryCode IN $filter.countryCodes
    MATCH (target)<-[:AFFILIATED_WITH]-(node)
  WITH DISTINCT node WHERE ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  AND (node.folded > $after[0] OR (node.folded = $after[0] AND (node.name > $after[1] OR (node.name = $after[1] AND node.id > $after[2]))))
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.keys, node.alternativeNames], node.collaboratorCount]) AS page
  }
CALL () {
  MATCH (target:Institution) WHERE target.countryCode IN $filter.countryCodes
    MATCH (target)<-[:AFFILIATED_WITH]-(node)
  WITH DISTINCT node WHERE ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  AND NOT (node.folded > $after[0] OR (node.folded = $after[0] AND (node.name > $after[1] OR (node.name = $after[1] AND node.id > $after[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL () {
  MATCH (target:Institution) WHERE target.countryCode IN $filter.countryCodes
    MATCH (target)<-[:AFFILIATED_WITH]-(node)
  WITH DISTINCT node WHERE ($filter.countryCodes IS NULL OR EXISTS {
    MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution.countryCode IN $filter.countryCodes
  })
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list INSTITUTION: NAME
// Reads a page of all Institution nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Institution) WHERE node.folded IS NOT NULL AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city]]) AS page
  }
RETURN page;

// list INSTITUTION: MOST_PAPERS
// Reads a page of all Institution nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Institution) WHERE node.mostPapers IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.mostPapers, node.id LIMIT $limit
  }
  WITH node ORDER BY node.mostPapers, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city]]) AS page
  }
RETURN page;

// list INSTITUTION: next page, counted, brief
// Reads a page of all Institution nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id > $after[2]
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Institution) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id <= $after[2] }
  OR EXISTS { MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL }
  OR EXISTS { MATCH (node:Institution) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL } AS previous
  }
CALL () {
  MATCH (node:Institution)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list INSTITUTION: last page before a position
// Reads a page of all Institution nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id < $after[2]
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Institution) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  }
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  }
  WITH node ORDER BY node.folded DESC, node.name DESC, node.id DESC
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id >= $after[2] }
  OR EXISTS { MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL }
  OR EXISTS { MATCH (node:Institution) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL } AS previous
  }
RETURN page, previous;

// list INSTITUTION: filtered by countryCodes, institutionTypes, next page, counted
// Reads a page of all Institution nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {countryCodes: ['DE'], institutionTypes: ['EDUCATION']};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id > $after[2]
  AND ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes)
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL
  AND ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes)
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Institution) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  AND ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes)
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id <= $after[2]
  AND ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes) }
  OR EXISTS { MATCH (node:Institution) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL
  AND ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes) }
  OR EXISTS { MATCH (node:Institution) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  AND ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes) } AS previous
  }
CALL () {
  MATCH (node:Institution) WHERE ($filter.countryCodes IS NULL OR node.countryCode IN $filter.countryCodes)
  AND ($filter.institutionTypes IS NULL OR node.institutionType IN $filter.institutionTypes)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list PAPER: NEWEST
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.newest IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
RETURN page;

// list PAPER: OLDEST
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.oldest IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.oldest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.oldest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
RETURN page;

// list PAPER: MOST_CITED
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.mostCited IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.mostCited, node.id LIMIT $limit
  }
  WITH node ORDER BY node.mostCited, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
RETURN page;

// list PAPER: next page, counted, brief
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.newest = $after[0] AND node.id > $after[1]
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Paper) WHERE node.newest > $after[0] AND node.id IS NOT NULL
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Paper) WHERE node.newest = $after[0] AND node.id <= $after[1] }
  OR EXISTS { MATCH (node:Paper) WHERE node.newest < $after[0] AND node.id IS NOT NULL } AS previous
  }
CALL () {
  MATCH (node:Paper)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list PAPER: last page before a position
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.newest = $after[0] AND node.id < $after[1]
  RETURN node ORDER BY node.newest DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Paper) WHERE node.newest < $after[0] AND node.id IS NOT NULL
  RETURN node ORDER BY node.newest DESC, node.id DESC LIMIT $limit
  }
  RETURN node ORDER BY node.newest DESC, node.id DESC LIMIT $limit
  }
  WITH node ORDER BY node.newest DESC, node.id DESC
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Paper) WHERE node.newest = $after[0] AND node.id >= $after[1] }
  OR EXISTS { MATCH (node:Paper) WHERE node.newest > $after[0] AND node.id IS NOT NULL } AS previous
  }
RETURN page, previous;

// list PAPER: filtered by years, paperTypes, hasCode, next page, counted
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {paperTypes: ['ARTICLE', 'CONFERENCE_PAPER'], hasCode: true, from: 2015, to: 2024};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.newest = $after[0] AND node.id > $after[1]
  AND ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Paper) WHERE node.newest > $after[0] AND node.id IS NOT NULL
  AND ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Paper) WHERE node.newest = $after[0] AND node.id <= $after[1]
  AND ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode) }
  OR EXISTS { MATCH (node:Paper) WHERE node.newest < $after[0] AND node.id IS NOT NULL
  AND ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode) } AS previous
  }
CALL () {
  MATCH (node:Paper) WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list PAPER: filtered by topicIds, next page, counted
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {topicIds: ['topic:openalex:T10028']};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics
}
CALL (topics) {
  CALL (topics) {
  UNWIND topics AS target
    MATCH (target)<-[:ABOUT]-(node)
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics }
  AND (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
CALL (topics) {
  UNWIND topics AS target
    MATCH (target)<-[:ABOUT]-(node)
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics }
  AND NOT (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL (topics) {
  UNWIND topics AS target
    MATCH (target)<-[:ABOUT]-(node)
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND EXISTS { MATCH (node)-[:ABOUT]->(related) WHERE related IN topics }
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list PAPER: filtered by authorIds, next page, counted
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {authorIds: ['author:orcid:0000-0002-1825-0097']};
CALL () {
  CALL () {
    MATCH (entity:Author) WHERE entity.id IN $filter.authorIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.authorIds AND NOT EXISTS { (:Author {id: key.key}) }
    MATCH (entity:Author {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS authors
}
CALL (authors) {
  CALL (authors) {
  UNWIND authors AS target
    MATCH (target)-[:AUTHORED]->(node)
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors }
  AND (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
CALL (authors) {
  UNWIND authors AS target
    MATCH (target)-[:AUTHORED]->(node)
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors }
  AND NOT (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL (authors) {
  UNWIND authors AS target
    MATCH (target)-[:AUTHORED]->(node)
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND EXISTS { MATCH (node)<-[:AUTHORED]-(related) WHERE related IN authors }
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list PAPER: filtered by title, next page, counted
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {title: '+(graph*) +(draw*)'};
CALL () {
  CALL db.index.fulltext.queryNodes('paper_words', $filter.title) YIELD node
  RETURN collect(node) AS titled
}
CALL (titled) {
  CALL (titled) {
  UNWIND titled AS node
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND node IN titled
  AND (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
CALL (titled) {
  UNWIND titled AS node
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND node IN titled
  AND NOT (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL (titled) {
  UNWIND titled AS node
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND node IN titled
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list PAPER: filtered by venueNames, next page, counted
// Reads a page of all Paper nodes that pass a filter.
:param limit => 11;
:param after => [-3, 'a'];
:param filter => {venueNames: ['ACL']};
CALL () {
  CALL () {
  MATCH (node:Paper) WHERE node.venueName IN $filter.venueNames
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  RETURN node ORDER BY node.newest, node.id LIMIT $limit
  }
  WITH node ORDER BY node.newest, node.id
  RETURN collect([[node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize]]) AS page
  }
CALL () {
  MATCH (node:Paper) WHERE node.venueName IN $filter.venueNames
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  AND NOT (node.newest > $after[0] OR (node.newest = $after[0] AND node.id > $after[1]))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
  }
CALL () {
  MATCH (node:Paper) WHERE node.venueName IN $filter.venueNames
  WITH DISTINCT node WHERE ($filter.from IS NULL OR node.year >= $filter.from)
  AND ($filter.to IS NULL OR node.year <= $filter.to)
  AND ($filter.paperTypes IS NULL OR node.paperType IN $filter.paperTypes)
  AND ($filter.venueNames IS NULL OR node.venueName IN $filter.venueNames)
  AND ($filter.hasCode IS NULL OR (node.codeUrl IS NOT NULL) = $filter.hasCode)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list TOPIC: NAME
// Reads a page of all Topic nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Topic) WHERE node.folded IS NOT NULL AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys]]) AS page
  }
RETURN page;

// list TOPIC: MOST_PAPERS
// Reads a page of all Topic nodes that pass a filter.
:param limit => 11;
:param filter => {};
CALL () {
  CALL () {
  MATCH (node:Topic) WHERE node.mostPapers IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.mostPapers, node.id LIMIT $limit
  }
  WITH node ORDER BY node.mostPapers, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys]]) AS page
  }
RETURN page;

// list TOPIC: next page, counted, brief
// Reads a page of all Topic nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id > $after[2]
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Topic) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.level]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id <= $after[2] }
  OR EXISTS { MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL }
  OR EXISTS { MATCH (node:Topic) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL } AS previous
  }
CALL () {
  MATCH (node:Topic)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// list TOPIC: last page before a position
// Reads a page of all Topic nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id < $after[2]
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  UNION ALL
  MATCH (node:Topic) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  }
  RETURN node ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT $limit
  }
  WITH node ORDER BY node.folded DESC, node.name DESC, node.id DESC
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id >= $after[2] }
  OR EXISTS { MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL }
  OR EXISTS { MATCH (node:Topic) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL } AS previous
  }
RETURN page, previous;

// list TOPIC: filtered by level, next page, counted
// Reads a page of all Topic nodes that pass a filter.
:param limit => 11;
:param after => ['a', 'a', 'a'];
:param filter => {level: 'FIELD'};
CALL () {
  CALL () {
  CALL () {
  MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id > $after[2]
  AND ($filter.level IS NULL OR node.level = $filter.level)
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name > $after[1] AND node.id IS NOT NULL
  AND ($filter.level IS NULL OR node.level = $filter.level)
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  UNION ALL
  MATCH (node:Topic) WHERE node.folded > $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  AND ($filter.level IS NULL OR node.level = $filter.level)
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  RETURN node ORDER BY node.folded, node.name, node.id LIMIT $limit
  }
  WITH node ORDER BY node.folded, node.name, node.id
  RETURN collect([[node.id, node.paperCount, node.name, node.level, node.keys]]) AS page
  }
CALL () {
  RETURN EXISTS { MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name = $after[1] AND node.id <= $after[2]
  AND ($filter.level IS NULL OR node.level = $filter.level) }
  OR EXISTS { MATCH (node:Topic) WHERE node.folded = $after[0] AND node.name < $after[1] AND node.id IS NOT NULL
  AND ($filter.level IS NULL OR node.level = $filter.level) }
  OR EXISTS { MATCH (node:Topic) WHERE node.folded < $after[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
  AND ($filter.level IS NULL OR node.level = $filter.level) } AS previous
  }
CALL () {
  MATCH (node:Topic) WHERE ($filter.level IS NULL OR node.level = $filter.level)
  RETURN count(node) AS total
  }
RETURN page, previous, total;

// search
// Reads a page of the nodes that a text finds, best score first.
:param searches => [{index: 'author_words', strict: '+(graph*) +(drawing*)'}, {index: 'institution_words', strict: '+(graph*) +(drawing*)'}, {index: 'paper_words', strict: '+(graph*) +(drawing*)'}, {index: 'topic_words', strict: '+(graph*) +(drawing*)'}];
:param text => 'graph drawing';
:param limit => 11;
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  ORDER BY -score, -rank, node.id LIMIT $limit
  RETURN collect(CASE
      WHEN node:Author THEN ['AUTHOR', [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], score]
      WHEN node:Institution THEN ['INSTITUTION', [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], score]
      WHEN node:Paper THEN ['PAPER', [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], score]
      WHEN node:Topic THEN ['TOPIC', [node.id, node.paperCount, node.name, node.level, node.keys], score]
    END) AS page
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node LIMIT 5
  RETURN count(node) < 5 AS isFew
}
RETURN page, isFew;

// search: few nodes match strictly
// Reads a page of the nodes that a text finds, best score first.
:param searches => [{index: 'author_words', strict: '+(graph*) +(drawing*)'}, {index: 'institution_words', strict: '+(graph*) +(drawing*)'}, {index: 'paper_words', strict: '+(graph*) +(drawing*)'}, {index: 'topic_words', strict: '+(graph*) +(drawing*)'}];
:param text => 'graph drawing';
:param limit => 11;
:param after => [-2, -10, 'author:orcid:0000-0002-1825-0097'];
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  WHERE (-score > $after[0] OR (-score = $after[0] AND (-rank > $after[1] OR (-rank = $after[1] AND node.id > $after[2]))))
  ORDER BY -score, -rank, node.id LIMIT $limit
  RETURN collect(CASE
      WHEN node:Author THEN ['AUTHOR', [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], score]
      WHEN node:Institution THEN ['INSTITUTION', [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], score]
      WHEN node:Paper THEN ['PAPER', [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], score]
      WHEN node:Topic THEN ['TOPIC', [node.id, node.paperCount, node.name, node.level, node.keys], score]
    END) AS page
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  WHERE NOT (-score > $after[0] OR (-score = $after[0] AND (-rank > $after[1] OR (-rank = $after[1] AND node.id > $after[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  RETURN count(node) AS total
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node LIMIT 5
  RETURN count(node) < 5 AS isFew
}
RETURN page, previous, total, isFew;

// search loosely: few nodes match strictly
// Reads a page of the nodes that a text finds, also with typing errors, best score first.
:param searches => [{index: 'author_words', strict: '+(graph*) +(drawing*)', loose: '+(graph* graph~1 g) +(drawing* drawing~1 d) +(graph* graph~1 drawing* drawing~1)'}, {index: 'institution_words', strict: '+(graph*) +(drawing*)', loose: '+(graph* graph~1) +(drawing* drawing~1)'}, {index: 'paper_words', strict: '+(graph*) +(drawing*)', loose: '+(graph* graph~1) +(drawing* drawing~1)'}, {index: 'topic_words', strict: '+(graph*) +(drawing*)', loose: '+(graph* graph~1) +(drawing* drawing~1)'}];
:param text => 'graph drawing';
:param limit => 11;
:param after => [-2, -10, 'author:orcid:0000-0002-1825-0097'];
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  RETURN collect(node) AS strictNodes
}
CALL (strictNodes) {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.loose) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    WHEN node IN strictNodes THEN 1
    ELSE 0
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  WHERE (-score > $after[0] OR (-score = $after[0] AND (-rank > $after[1] OR (-rank = $after[1] AND node.id > $after[2]))))
  ORDER BY -score, -rank, node.id LIMIT $limit
  RETURN collect(CASE
      WHEN node:Author THEN ['AUTHOR', [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], score]
      WHEN node:Institution THEN ['INSTITUTION', [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], score]
      WHEN node:Paper THEN ['PAPER', [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], score]
      WHEN node:Topic THEN ['TOPIC', [node.id, node.paperCount, node.name, node.level, node.keys], score]
    END) AS page
}
CALL (strictNodes) {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.loose) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    WHEN node IN strictNodes THEN 1
    ELSE 0
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  WHERE NOT (-score > $after[0] OR (-score = $after[0] AND (-rank > $after[1] OR (-rank = $after[1] AND node.id > $after[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.loose) YIELD node
  RETURN count(node) AS total
}
RETURN page, previous, total;

// search: last page before a position
// Reads a page of the nodes that a text finds, best score first.
:param searches => [{index: 'author_words', strict: '+(graph*) +(drawing*)'}, {index: 'institution_words', strict: '+(graph*) +(drawing*)'}, {index: 'paper_words', strict: '+(graph*) +(drawing*)'}, {index: 'topic_words', strict: '+(graph*) +(drawing*)'}];
:param text => 'graph drawing';
:param limit => 11;
:param after => [-2, -10, 'author:orcid:0000-0002-1825-0097'];
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  WHERE (-score < $after[0] OR (-score = $after[0] AND (-rank < $after[1] OR (-rank = $after[1] AND node.id < $after[2]))))
  ORDER BY -score DESC, -rank DESC, node.id DESC LIMIT $limit
  RETURN collect(CASE
      WHEN node:Author THEN ['AUTHOR', [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], score]
      WHEN node:Institution THEN ['INSTITUTION', [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city], score]
      WHEN node:Paper THEN ['PAPER', [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize], score]
      WHEN node:Topic THEN ['TOPIC', [node.id, node.paperCount, node.name, node.level, node.keys], score]
    END) AS page
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < 9007199254740991 THEN -node.mostCited ELSE -1 END) AS rank
  WHERE NOT (-score < $after[0] OR (-score = $after[0] AND (-rank < $after[1] OR (-rank = $after[1] AND node.id < $after[2]))))
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node LIMIT 5
  RETURN count(node) < 5 AS isFew
}
RETURN page, previous, isFew;

// search: only counted
// Reads a page of the nodes that a text finds, best score first.
:param searches => [{index: 'author_words', strict: '+(graph*) +(drawing*)'}, {index: 'institution_words', strict: '+(graph*) +(drawing*)'}, {index: 'paper_words', strict: '+(graph*) +(drawing*)'}, {index: 'topic_words', strict: '+(graph*) +(drawing*)'}];
:param text => 'graph drawing';
:param limit => 1;
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  RETURN count(node) AS total
}
CALL () {
  UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.strict) YIELD node
  WITH node LIMIT 5
  RETURN count(node) < 5 AS isFew
}
RETURN total, isFew;

// suggestions: ADAMIC_ADAR
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: COMMON_COLLABORATORS
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WITH node, common, adamicAdar, resourceAllocation, common AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: JACCARD
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WITH node, common, adamicAdar, resourceAllocation, toInteger(round(1.0 * common / (author.collaboratorCount + node.collaboratorCount - common) * 1e9)) AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: RESOURCE_ALLOCATION
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WITH node, common, adamicAdar, resourceAllocation, resourceAllocation AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: filtered by activeSinceYear
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {activeSinceYear: 2020};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WHERE EXISTS { MATCH (node)-[:AUTHORED]->(paper) WHERE paper.year >= $filter.activeSinceYear }
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: filtered by identification
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {identification: ['IDENTIFIER', 'FULL_NAME']};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WHERE node.identification IN $filter.identification
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: filtered by institutionIds
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {institutionIds: ['institution:ror:05x2bcf33']};
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter.institutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.institutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS institutions
}
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author, institutions) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WHERE EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN institutions }
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: filtered by excludeInstitutionIds
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {excludeInstitutionIds: ['institution:ror:03vek6s52']};
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter.excludeInstitutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.excludeInstitutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS excluded
}
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author, excluded) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WHERE NOT EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN excluded }
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: filtered by topicIds
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param filter => {topicIds: ['topic:openalex:T10028']};
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics
}
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author, topics) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WHERE EXISTS { MATCH (node)-[:WORKS_ON]->(topic) WHERE topic IN topics }
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
}
RETURN id, page;

// suggestions: all filters, next page, counted
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param after => [-1000000000, -3, 'author:dblp:l%2FEduardHHovy'];
:param filter => {activeSinceYear: 2020, identification: ['IDENTIFIER', 'FULL_NAME'], institutionIds: ['institution:ror:05x2bcf33'], excludeInstitutionIds: ['institution:ror:03vek6s52'], topicIds: ['topic:openalex:T10028']};
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter.institutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.institutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS institutions
}
CALL () {
  CALL () {
    MATCH (entity:Institution) WHERE entity.id IN $filter.excludeInstitutionIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.excludeInstitutionIds AND NOT EXISTS { (:Institution {id: key.key}) }
    MATCH (entity:Institution {id: key.owner})
    RETURN entity
  }
  RETURN collect(entity) AS excluded
}
CALL () {
  CALL () {
    MATCH (entity:Topic) WHERE entity.id IN $filter.topicIds
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN $filter.topicIds AND NOT EXISTS { (:Topic {id: key.key}) }
    MATCH (entity:Topic {id: key.owner})
    RETURN entity
  }
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS topics
}
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author, institutions, excluded, topics) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WHERE EXISTS { MATCH (node)-[:AUTHORED]->(paper) WHERE paper.year >= $filter.activeSinceYear }
  AND EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN institutions }
  AND NOT EXISTS { MATCH (node)-[:AFFILIATED_WITH]->(institution) WHERE institution IN excluded }
  AND EXISTS { MATCH (node)-[:WORKS_ON]->(topic) WHERE topic IN topics }
  AND node.identification IN $filter.identification
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  WITH collect([score, common, adamicAdar, resourceAllocation, node]) AS candidates
  CALL (author, candidates) {
    UNWIND candidates AS candidate
    WITH candidate[0] AS score, candidate[1] AS common, candidate[2] AS adamicAdar,
      candidate[3] AS resourceAllocation, candidate[4] AS node
    WITH * WHERE (-score > $after[0] OR (-score = $after[0] AND (-common > $after[1] OR (-common = $after[1] AND node.id > $after[2]))))
    ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
  }
  RETURN page, size(candidates) AS total, any(candidate IN candidates WHERE NOT (-candidate[0] > $after[0] OR (-candidate[0] = $after[0] AND (-candidate[1] > $after[1] OR (-candidate[1] = $after[1] AND (candidate[4]).id > $after[2]))))) AS previous
}
RETURN id, page, previous, total;

// suggestions: last page before a position
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 11;
:param after => [-1000000000, -3, 'author:dblp:l%2FEduardHHovy'];
:param filter => {};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  WITH collect([score, common, adamicAdar, resourceAllocation, node]) AS candidates
  CALL (author, candidates) {
    UNWIND candidates AS candidate
    WITH candidate[0] AS score, candidate[1] AS common, candidate[2] AS adamicAdar,
      candidate[3] AS resourceAllocation, candidate[4] AS node
    WITH * WHERE (-score < $after[0] OR (-score = $after[0] AND (-common < $after[1] OR (-common = $after[1] AND node.id < $after[2]))))
    ORDER BY -score DESC, -common DESC, node.id DESC LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
  }
  RETURN page, size(candidates) AS total, any(candidate IN candidates WHERE NOT (-candidate[0] < $after[0] OR (-candidate[0] = $after[0] AND (-candidate[1] < $after[1] OR (-candidate[1] = $after[1] AND (candidate[4]).id < $after[2]))))) AS previous
}
RETURN id, page, previous;

// suggestions: only counted
// Reads for each of $ids a page of authors who share a collaborator with them and never wrote with them.
:param ids => ['author:orcid:0000-0002-1825-0097'];
:param limit => 1;
:param filter => {};
UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  WITH author + COLLECT {
    MATCH (author)-[:CO_AUTHORED]-(collaborator)
    RETURN collaborator
  } AS notCandidates
  MATCH (author)-[:CO_AUTHORED]-(between) WHERE between.collaboratorCount > 1
  WITH notCandidates, between, toInteger(round(1.0 / log(between.collaboratorCount) * 1e9)) AS adamicAdarTerm,
    toInteger(round(1.0 / between.collaboratorCount * 1e9)) AS resourceAllocationTerm
  MATCH (between)-[:CO_AUTHORED]-(node) WHERE NOT node IN notCandidates
  WITH node, count(*) AS common, sum(adamicAdarTerm) AS adamicAdar,
    sum(resourceAllocationTerm) AS resourceAllocation
  WITH node, common, adamicAdar, resourceAllocation, adamicAdar AS score
  WITH collect([score, common, adamicAdar, resourceAllocation, node]) AS candidates
  CALL (author, candidates) {
    UNWIND candidates AS candidate
    WITH candidate[0] AS score, candidate[1] AS common, candidate[2] AS adamicAdar,
      candidate[3] AS resourceAllocation, candidate[4] AS node
    WITH *
    ORDER BY -score, -common, node.id LIMIT $limit
  CALL (author, node) {
    OPTIONAL MATCH (author)-[authorWorks:WORKS_ON]->(topic)
    OPTIONAL MATCH (topic)<-[nodeWorks:WORKS_ON]-(node)
    RETURN sum(authorWorks.papers * nodeWorks.papers) AS product,
      sum(authorWorks.papers * authorWorks.papers) AS squares
  }
  RETURN collect({node: [node.id, node.paperCount, node.name, node.keys, node.alternativeNames], common: common, union: author.collaboratorCount + node.collaboratorCount - common,
    adamicAdar: adamicAdar, resourceAllocation: resourceAllocation, topics: {
      product: product, squares: squares, otherSquares: reduce(sum = 0, papers IN COLLECT {
        MATCH (node)-[works:WORKS_ON]->() RETURN works.papers
      } | sum + papers * papers)
    }}) AS page
  }
  RETURN page, size(candidates) AS total
}
RETURN id, total;

// links: every relation
// Reads the relationships among the nodes $ids, and counts all neighbors of the nodes $counted.
:param ids => ['author:orcid:0000-0002-1825-0097', 'author:dblp:l%2FEduardHHovy', 'institution:ror:05x2bcf33', 'institution:ror:03vek6s52', 'paper:acl:P18-1001', 'paper:doi:10.1145/3292500', 'topic:openalex:T10028', 'topic:keyword:parsing'];
:param relations => ['ABOUT', 'ACTIVE_IN', 'AFFILIATED_WITH', 'AUTHORED', 'BROADER', 'CITES', 'CO_AUTHORED', 'PARTNERS_WITH', 'RELATED_TO', 'WORKS_ON', 'WRITTEN_AT'];
:param counted => ['author:orcid:0000-0002-1825-0097'];
CALL () {
  MATCH (node:Author) WHERE node.id IN $ids RETURN node
  UNION ALL
  MATCH (node:Institution) WHERE node.id IN $ids RETURN node
  UNION ALL
  MATCH (node:Paper) WHERE node.id IN $ids RETURN node
  UNION ALL
  MATCH (node:Topic) WHERE node.id IN $ids RETURN node
}
WITH collect(node) AS nodes
UNWIND nodes AS node
RETURN node.id AS id,
  COLLECT {
    MATCH (node)-[edge:ABOUT|ACTIVE_IN|AFFILIATED_WITH|AUTHORED|BROADER|CITES|CO_AUTHORED|PARTNERS_WITH|RELATED_TO|WORKS_ON|WRITTEN_AT]->(target)
    WHERE target IN nodes
    RETURN [node.id, target.id, type(edge), CASE type(edge) WHEN 'ABOUT' THEN [edge.score] WHEN 'ACTIVE_IN' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AFFILIATED_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'AUTHORED' THEN [edge.position] WHEN 'CO_AUTHORED' THEN [edge.papers, edge.firstYear, edge.lastYear, edge.strength] WHEN 'PARTNERS_WITH' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'RELATED_TO' THEN [edge.papers, edge.firstYear, edge.lastYear] WHEN 'WORKS_ON' THEN [edge.papers, edge.firstYear, edge.lastYear] END]
  } AS edges,
  CASE WHEN node.id IN $counted THEN {
    AUTHOR: CASE WHEN 'CO_AUTHORED' IN $relations THEN COUNT { (node)-[:CO_AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (node)<-[:AFFILIATED_WITH]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (node)<-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (node)<-[:WORKS_ON]-() } ELSE 0 END,
    INSTITUTION: CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (node)-[:AFFILIATED_WITH]->() } ELSE 0 END
    + CASE WHEN 'PARTNERS_WITH' IN $relations THEN COUNT { (node)-[:PARTNERS_WITH]-() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (node)-[:WRITTEN_AT]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (node)<-[:ACTIVE_IN]-() } ELSE 0 END,
    PAPER: CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (node)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (node)<-[:WRITTEN_AT]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (node)<-[:ABOUT]-() } ELSE 0 END
    + COUNT {
      MATCH (node)-[edge:CITES]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    },
    TOPIC: CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (node)-[:WORKS_ON]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (node)-[:ACTIVE_IN]->() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (node)-[:ABOUT]->() } ELSE 0 END
    + COUNT {
      MATCH (node)-[edge:BROADER|RELATED_TO]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }
  } END AS counts;

// links: one relation
// Reads the relationships among the nodes $ids, and counts all neighbors of the nodes $counted.
:param ids => ['author:orcid:0000-0002-1825-0097', 'author:dblp:l%2FEduardHHovy', 'institution:ror:05x2bcf33', 'institution:ror:03vek6s52', 'paper:acl:P18-1001', 'paper:doi:10.1145/3292500', 'topic:openalex:T10028', 'topic:keyword:parsing'];
:param relations => ['CO_AUTHORED'];
:param counted => [];
CALL () {
  MATCH (node:Author) WHERE node.id IN $ids RETURN node
  UNION ALL
  MATCH (node:Institution) WHERE node.id IN $ids RETURN node
  UNION ALL
  MATCH (node:Paper) WHERE node.id IN $ids RETURN node
  UNION ALL
  MATCH (node:Topic) WHERE node.id IN $ids RETURN node
}
WITH collect(node) AS nodes
UNWIND nodes AS node
RETURN node.id AS id,
  COLLECT {
    MATCH (node)-[edge:CO_AUTHORED]->(target)
    WHERE target IN nodes
    RETURN [node.id, target.id, type(edge), CASE type(edge) WHEN 'CO_AUTHORED' THEN [edge.papers, edge.firstYear, edge.lastYear, edge.strength] END]
  } AS edges,
  CASE WHEN node.id IN $counted THEN {
    AUTHOR: CASE WHEN 'CO_AUTHORED' IN $relations THEN COUNT { (node)-[:CO_AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (node)<-[:AFFILIATED_WITH]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (node)<-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (node)<-[:WORKS_ON]-() } ELSE 0 END,
    INSTITUTION: CASE WHEN 'AFFILIATED_WITH' IN $relations THEN COUNT { (node)-[:AFFILIATED_WITH]->() } ELSE 0 END
    + CASE WHEN 'PARTNERS_WITH' IN $relations THEN COUNT { (node)-[:PARTNERS_WITH]-() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (node)-[:WRITTEN_AT]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (node)<-[:ACTIVE_IN]-() } ELSE 0 END,
    PAPER: CASE WHEN 'AUTHORED' IN $relations THEN COUNT { (node)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'WRITTEN_AT' IN $relations THEN COUNT { (node)<-[:WRITTEN_AT]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (node)<-[:ABOUT]-() } ELSE 0 END
    + COUNT {
      MATCH (node)-[edge:CITES]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    },
    TOPIC: CASE WHEN 'WORKS_ON' IN $relations THEN COUNT { (node)-[:WORKS_ON]->() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $relations THEN COUNT { (node)-[:ACTIVE_IN]->() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $relations THEN COUNT { (node)-[:ABOUT]->() } ELSE 0 END
    + COUNT {
      MATCH (node)-[edge:BROADER|RELATED_TO]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }
  } END AS counts;

// topologyState
// Reads the version of the graph, and whether an import is under way.
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished, graph.collaborationCap AS collaborationCap,
  graph.importAsked AS importAsked,
  graph.importOwner IS NOT NULL AS isImporting;

// topologyNodes AUTHOR
// Reads $size Author nodes after the id $after into columns.
:param after => '';
:param size => 10000;
MATCH (node:Author) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN collect(id(node)) AS numbers,
  collect(node.id) AS ids,
  collect(coalesce(node.folded, '')) AS folded,
  collect(coalesce(node.name, '')) AS names,
  collect(coalesce(node.identification, '')) AS identification;

// topologyNodes INSTITUTION
// Reads $size Institution nodes after the id $after into columns.
:param after => '';
:param size => 10000;
MATCH (node:Institution) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN collect(id(node)) AS numbers,
  collect(node.id) AS ids,
  collect(coalesce(node.folded, '')) AS folded,
  collect(coalesce(node.name, '')) AS names,
  collect(coalesce(node.countryCode, '')) AS countryCode,
  collect(coalesce(node.institutionType, '')) AS institutionType;

// topologyNodes PAPER
// Reads $size Paper nodes after the id $after into columns.
:param after => '';
:param size => 10000;
MATCH (node:Paper) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN collect(id(node)) AS numbers,
  collect(node.id) AS ids,
  collect(coalesce(node.oldest, 9007199254740991)) AS days,
  collect(coalesce(node.year, -32768)) AS years,
  collect(coalesce(node.citationCount, -2147483648)) AS citations,
  collect(node.teamSize) AS teamSizes,
  collect(coalesce(node.authorCount, -2147483648)) AS authorCounts,
  collect(node.codeUrl IS NOT NULL) AS hasCode,
  collect(coalesce(node.paperType, '')) AS paperType,
  collect(coalesce(node.venueName, '')) AS venueName;

// topologyNodes TOPIC
// Reads $size Topic nodes after the id $after into columns.
:param after => '';
:param size => 10000;
MATCH (node:Topic) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN collect(id(node)) AS numbers,
  collect(node.id) AS ids,
  collect(coalesce(node.folded, '')) AS folded,
  collect(coalesce(node.name, '')) AS names,
  collect(coalesce(node.level, '')) AS level;

// topologyEdges AUTHORED
// Reads the AUTHORED relationships of the Paper nodes after the id $after up to $last into columns.
:param after => '';
:param last => 'paper:acl:P18-1001';
MATCH (target:Paper) WHERE $after < target.id <= $last
MATCH (source)-[edge:AUTHORED]->(target)
RETURN collect(id(source)) AS sources, collect(id(target)) AS targets,
  collect(edge.position) AS values;

// topologyEdges ABOUT
// Reads the ABOUT relationships of the Paper nodes after the id $after up to $last into columns.
:param after => '';
:param last => 'paper:acl:P18-1001';
MATCH (source:Paper) WHERE $after < source.id <= $last
MATCH (source)-[edge:ABOUT]->(target)
RETURN collect(id(source)) AS sources, collect(id(target)) AS targets,
  collect(coalesce(edge.score, -1)) AS values;

// topologyEdges CITES
// Reads the CITES relationships of the Paper nodes after the id $after up to $last into columns.
:param after => '';
:param last => 'paper:acl:P18-1001';
MATCH (source:Paper) WHERE $after < source.id <= $last
MATCH (source)-[edge:CITES]->(target)
RETURN collect(id(source)) AS sources, collect(id(target)) AS targets,
  collect(0) AS values;

// topologyEdges BROADER
// Reads the BROADER relationships of the Topic nodes after the id $after up to $last into columns.
:param after => '';
:param last => 'topic:openalex:T10028';
MATCH (source:Topic) WHERE $after < source.id <= $last
MATCH (source)-[edge:BROADER]->(target)
RETURN collect(id(source)) AS sources, collect(id(target)) AS targets,
  collect(0) AS values;

// topologyAffiliations
// Reads the authors of the Paper nodes after the id $after up to $last with their institutions, as `values`.
:param after => '';
:param last => 'paper:acl:P18-1001';
MATCH (paper:Paper) WHERE $after < paper.id <= $last
MATCH (paper)-[:WRITTEN_AT]->(institution)
MATCH (paper)<-[edge:AUTHORED]-(target) WHERE institution.id IN edge.institutionIds
RETURN collect(id(paper)) AS sources, collect(id(target)) AS targets, collect(id(institution)) AS values;

// keyOwners
// Finds the ids of the entities that keys belong to.
:param keys => ['author:orcid:0000-0001-5109-3700'];
MATCH (key:Key) WHERE key.key IN $keys RETURN key.key AS key, key.owner AS owner;

// records AUTHOR
// Reads the entities of nodes of the graph in memory, with the version of the stored graph.
:param ids => ['author:orcid:0000-0002-1825-0097', 'author:dblp:l%2FEduardHHovy'];
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT { MATCH (node:Author) WHERE node.id IN $ids RETURN [node.id, node.paperCount, node.name, node.keys, node.alternativeNames] } AS records;

// records TOPIC
// Reads the entities of nodes of the graph in memory, with the version of the stored graph.
:param ids => ['topic:openalex:T10028', 'topic:keyword:parsing'];
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT { MATCH (node:Topic) WHERE node.id IN $ids RETURN [node.id, node.paperCount, node.name, node.level, node.keys] } AS records;

// lockedTopologyState
// Reads the same as topologyState and locks the Graph node: imports wait until this transaction ends.
MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished, graph.collaborationCap AS collaborationCap,
  graph.importAsked AS importAsked,
  graph.importOwner IS NOT NULL AS isImporting;

// storedState
// Reads the version of the stored graph, and whether an import has changed the graph without finishing.
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished;

// graphSize
// Counts nodes and relationships, to decide whether the graph may be held in memory. Neo4j stores both counts.
MATCH (node) WITH count(node) AS nodes
MATCH ()-[relationship]->() RETURN nodes, count(relationship) AS relationships;

// records INSTITUTION
// Reads the entities of nodes of the graph in memory, with the version of the stored graph.
:param ids => ['institution:ror:05x2bcf33'];
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT { MATCH (node:Institution) WHERE node.id IN $ids RETURN [node.id, node.paperCount, node.name, node.countryCode, node.keys, node.institutionType, node.city] } AS records;

// records PAPER
// Reads the entities of nodes of the graph in memory, with the version of the stored graph.
:param ids => ['paper:acl:P18-1001'];
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT { MATCH (node:Paper) WHERE node.id IN $ids RETURN [node.id, node.title, node.date, node.year, node.citationCount, node.storedCitations, node.keys, node.paperType, node.venueName, node.url, node.codeUrl, node.isRetracted, node.authorCount, node.authorListIsComplete, node.teamSize] } AS records;

// records of authorships
// Reads authorships by paper and author, with the version of the stored graph.
:param places => [['paper:acl:P18-1001', 'author:orcid:0000-0002-1825-0097']];
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT {
    UNWIND range(0, size($places) - 1) AS index
    MATCH (:Paper {id: $places[index][0]})<-[edge:AUTHORED]-(:Author {id: $places[index][1]})
    RETURN [index, [edge.position, edge.printed, edge.isCorresponding, edge.affiliationsAsPrinted, edge.institutionIds]]
  } AS records;

// records of titled papers
// Reads the ids of the papers whose titles match a query, with the version of the stored graph.
:param query => '+(graph*) +(draw*)';
MATCH (graph:Graph {id: 'graph'})
CALL () {
  CALL db.index.fulltext.queryNodes('paper_words', $query) YIELD node
  RETURN collect(node.id) AS records
}
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished, records;

// records of author names
// Reads the names and keys of $size authors after the id $after, with the version of the stored graph.
:param after => '';
:param size => 10000;
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT {
    MATCH (node:Author) WHERE node.id > $after
    WITH node ORDER BY node.id LIMIT $size
    RETURN [node.id, node.name, node.alternativeNames, node.keys]
  } AS records;

// records of claims
// Reads the identifiers that records state but that other entities have, with the version of the stored graph.
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT {
    MATCH (node:Author)-[authored:AUTHORED]->(:Paper) WHERE authored.claims IS NOT NULL
    WITH node, authored.claims AS claims
    UNWIND claims AS claimed
    OPTIONAL MATCH (key:Key {key: claimed})
    OPTIONAL MATCH (own:Author {id: claimed}) WHERE claimed IN own.keys
    RETURN {id: node.id, key: claimed, owner: coalesce(key.owner, own.id)}
  } + COLLECT {
    MATCH (node:Paper) WHERE node.claims IS NOT NULL
    WITH node, node.claims AS claims
    UNWIND claims AS claimed
    OPTIONAL MATCH (key:Key {key: claimed})
    OPTIONAL MATCH (own:Paper {id: claimed}) WHERE claimed IN own.keys
    RETURN {id: node.id, key: claimed, owner: coalesce(key.owner, own.id)}
  } AS records;

// records of paper titles
// Reads the titles of $size papers after the id $after, with the version of the stored graph.
:param after => '';
:param size => 10000;
MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished,
  COLLECT {
    MATCH (node:Paper) WHERE node.id > $after
    WITH node ORDER BY node.id LIMIT $size
    RETURN coalesce(node.title, '')
  } AS records;

// changesSince
// Reads the log of the imports after $version; `ids` is null where an import was too large for it.
:param version => 1;
MATCH (change:Change) WHERE change.version > $version
RETURN change.version AS version, change.since AS since, change.ids AS ids, change.removed AS removed
ORDER BY version;

// changedNodes PAPER
// Reads the Paper nodes with $ids into columns, for an update of the graph in memory.
:param ids => ['paper:acl:P18-1001'];
MATCH (node:Paper) WHERE node.id IN $ids
RETURN collect(node.id) AS ids,
  collect(coalesce(node.oldest, 9007199254740991)) AS days,
  collect(coalesce(node.year, -32768)) AS years,
  collect(coalesce(node.citationCount, -2147483648)) AS citations,
  collect(node.teamSize) AS teamSizes,
  collect(coalesce(node.authorCount, -2147483648)) AS authorCounts,
  collect(node.codeUrl IS NOT NULL) AS hasCode,
  collect(coalesce(node.paperType, '')) AS paperType,
  collect(coalesce(node.venueName, '')) AS venueName;

// changedNodes AUTHOR
// Reads the Author nodes with $ids into columns, for an update of the graph in memory.
:param ids => ['author:orcid:0000-0002-1825-0097'];
MATCH (changed:Author) WHERE changed.id IN $ids
WITH changed, [changed.folded, changed.name, changed.id] AS place
WITH changed AS node, coalesce(head(COLLECT {
    MATCH (node:Author) WHERE node.folded = place[0] AND node.name = place[1] AND node.id < place[2]
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), head(COLLECT {
    MATCH (node:Author) WHERE node.folded = place[0] AND node.name < place[1] AND node.id IS NOT NULL
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), head(COLLECT {
    MATCH (node:Author) WHERE node.folded < place[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), '') AS before
RETURN collect(node.id) AS ids,
  collect(coalesce(node.folded, '')) AS folded,
  collect(coalesce(node.name, '')) AS names,
  collect(coalesce(node.identification, '')) AS identification, collect(before) AS before;

// changedNodes INSTITUTION
// Reads the Institution nodes with $ids into columns, for an update of the graph in memory.
:param ids => ['institution:ror:05x2bcf33'];
MATCH (changed:Institution) WHERE changed.id IN $ids
WITH changed, [changed.folded, changed.name, changed.id] AS place
WITH changed AS node, coalesce(head(COLLECT {
    MATCH (node:Institution) WHERE node.folded = place[0] AND node.name = place[1] AND node.id < place[2]
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), head(COLLECT {
    MATCH (node:Institution) WHERE node.folded = place[0] AND node.name < place[1] AND node.id IS NOT NULL
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), head(COLLECT {
    MATCH (node:Institution) WHERE node.folded < place[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), '') AS before
RETURN collect(node.id) AS ids,
  collect(coalesce(node.folded, '')) AS folded,
  collect(coalesce(node.name, '')) AS names,
  collect(coalesce(node.countryCode, '')) AS countryCode,
  collect(coalesce(node.institutionType, '')) AS institutionType, collect(before) AS before;

// changedNodes TOPIC
// Reads the Topic nodes with $ids into columns, for an update of the graph in memory.
:param ids => ['topic:openalex:T10028'];
MATCH (changed:Topic) WHERE changed.id IN $ids
WITH changed, [changed.folded, changed.name, changed.id] AS place
WITH changed AS node, coalesce(head(COLLECT {
    MATCH (node:Topic) WHERE node.folded = place[0] AND node.name = place[1] AND node.id < place[2]
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), head(COLLECT {
    MATCH (node:Topic) WHERE node.folded = place[0] AND node.name < place[1] AND node.id IS NOT NULL
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), head(COLLECT {
    MATCH (node:Topic) WHERE node.folded < place[0] AND node.name IS NOT NULL AND node.id IS NOT NULL
    RETURN node.id ORDER BY node.folded DESC, node.name DESC, node.id DESC LIMIT 1
  }), '') AS before
RETURN collect(node.id) AS ids,
  collect(coalesce(node.folded, '')) AS folded,
  collect(coalesce(node.name, '')) AS names,
  collect(coalesce(node.level, '')) AS level, collect(before) AS before;

// changedEdges
// Reads the relationships of the nodes with $ids into columns, for an update of the graph in memory.
:param ids => ['paper:acl:P18-1001', 'topic:openalex:T10028'];
MATCH (target:Paper) WHERE target.id IN $ids
MATCH (source)-[edge:AUTHORED]->(target)
RETURN 'AUTHORED' AS kind, 'target' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(edge.position) AS values
UNION ALL
MATCH (source:Paper) WHERE source.id IN $ids
MATCH (source)-[edge:ABOUT]->(target)
RETURN 'ABOUT' AS kind, 'source' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(coalesce(edge.score, -1)) AS values
UNION ALL
MATCH (source:Paper) WHERE source.id IN $ids
MATCH (source)-[edge:CITES]->(target)
RETURN 'CITES' AS kind, 'source' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(0) AS values
UNION ALL
MATCH (target:Paper) WHERE target.id IN $ids
MATCH (source)-[edge:CITES]->(target)
RETURN 'CITES' AS kind, 'target' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(0) AS values
UNION ALL
MATCH (source:Topic) WHERE source.id IN $ids
MATCH (source)-[edge:BROADER]->(target)
RETURN 'BROADER' AS kind, 'source' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(0) AS values
UNION ALL
MATCH (target:Topic) WHERE target.id IN $ids
MATCH (source)-[edge:BROADER]->(target)
RETURN 'BROADER' AS kind, 'target' AS end, collect(source.id) AS sources, collect(target.id) AS targets,
  collect(0) AS values;

// changedAffiliations
// Reads the authors of the Paper nodes with $ids with their institutions.
:param ids => ['paper:acl:P18-1001'];
MATCH (paper:Paper) WHERE paper.id IN $ids
MATCH (paper)-[:WRITTEN_AT]->(institution)
MATCH (paper)<-[edge:AUTHORED]-(author) WHERE institution.id IN edge.institutionIds
RETURN collect({paper: paper.id, author: author.id, institution: institution.id}) AS affiliations;
