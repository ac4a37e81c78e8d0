// Reads the exports of one graph with programs from npm and compares what they see with the JSON export:
//
//   node readers.mjs DIR MODULES
//
// DIR is what export made, MODULES the folder node_modules of the versions that package-lock.json names. graphology reads GraphML and GEXF,
// Cytoscape.js its JSON, Neo4j's grammar of openCypher the script, mermaid the flowchart, and FollowTheMoney's model its entities. Says what
// differs and exits 1 if anything does.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { pathToFileURL } from "node:url";

const [dir, modules] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "x.js"));
const read = (name) => fs.readFileSync(path.join(dir, name), "utf8");

const problems = [];
const short = (v) => (JSON.stringify(v) ?? "undefined").slice(0, 400);
const differ = (where, got, want) => { if (!isDeepStrictEqual(got, want)) problems.push(`${where}: ${short(got)}, want ${short(want)}`); };

// What XML 1.0 and formats without escapes can hold.
const xml = (s) => s.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
const plain = (s) => xml(s).replace(/[\x7f-\x9f]/g, "");
const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const joined = (all) => [...new Set(all.filter((v) => v).map((v) => v.replaceAll("|", "¦")))].sort(bytes).join("|");

const filled = (all) => [...new Set(all.filter((v) => v.trim()))];
const graph = JSON.parse(read("graph.json")).graph;
const nodes = Object.entries(graph.nodes).map(([id, n]) => ({ id, label: n.label, text: "", ...n.metadata })).sort((a, b) => bytes(a.id, b.id));
const edges = graph.edges.map(({ metadata, ...e }) => ({ ...e, claimed: "", ...metadata }));
const weight = (e) => Math.max(1, e.evidence.filter((x) => !x.copy).length);

const folded = new Map();
for (const e of edges) {
  const key = JSON.stringify([e.source, e.target, e.relation, e.modality]);
  folded.set(key, [...(folded.get(key) ?? []), e]);
}

function withGraphology() {
  const { MultiDirectedGraph } = require("graphology");
  const readers = { graphml: require("graphology-graphml"), gexf: require("graphology-gexf") };
  for (const [format, { parse }] of Object.entries(readers)) {
    const g = parse(MultiDirectedGraph, read(`graph.${format}`));
    differ(`graphology ${format}: nodes`, g.nodes().sort(bytes), nodes.map((n) => n.id).sort(bytes));
    for (const n of nodes) {
      const want = Object.fromEntries(Object.entries({ label: n.label, type: n.type, aliases: joined(n.aliases), date: n.date, text: n.text }).map(([k, v]) => [k, xml(v)]).filter(([, v]) => v));
      const { x, y, z, size, color, ...got } = g.getNodeAttributes(n.id);
      if (format === "gexf") differ("graphology gexf: place", [x, y, size].every(Number.isFinite) && /^rgb/.test(color), true);
      differ(`graphology ${format}: node ${n.id}`, normal(got), normal(want));
    }
    let seen = 0;
    g.forEachEdge((_, a, s, t) => {
      seen++;
      const all = folded.get(JSON.stringify([s, t, a.relation, a.modality]));
      if (!all) return differ(`graphology ${format}: edge`, [s, t, a.relation, a.modality], "one of the JSON export");
      const own = ({ date, role, claimed, confidence, rule }) => (all.length > 1 ? { edge: { date, role, claimed, confidence, rule } } : {});
      const evidence = all.flatMap((e) => e.evidence.map((x) => ({ ...x, ...own(e) })));
      const want = { date: joined(all.map((e) => e.date)), role: xml(joined(all.map((e) => e.role))), claimed: joined(all.map((e) => e.claimed)),
        confidence: Math.max(...all.map((e) => e.confidence)), weight: Math.max(1, evidence.filter((x) => !x.copy).length), evidence: JSON.parse(xml(JSON.stringify(evidence))) };
      const got = { date: a.date ?? "", role: a.role ?? "", claimed: a.claimed ?? "", confidence: a.confidence, weight: a.weight, evidence: JSON.parse(a.evidence) };
      differ(`graphology ${format}: edge ${s} ${t} ${a.relation}`, normal(got), normal(want));
    });
    differ(`graphology ${format}: edges`, seen, folded.size);
  }
}

// Line breaks count as blanks: browsers' parsers of XML do not all keep them apart, and cut them at the ends.
const normal = (v) => JSON.parse(JSON.stringify(v, (_, x) => (typeof x === "string" ? x.replace(/\s+/g, " ").trim() : x)));

function withCytoscape() {
  const cytoscape = require("cytoscape");
  const cy = cytoscape({ headless: true, elements: JSON.parse(read("graph.cyjs")).elements });
  differ("Cytoscape.js: nodes", cy.nodes().map((n) => { const { colour, ...d } = n.data(); return d; }),
    nodes.map((n) => ({ id: n.id, name: n.label, type: n.type, aliases: n.aliases, date: n.date, text: n.text })));
  const got = cy.edges().map((e) => { const { colour, ...d } = e.data(); return { ...d, evidence: JSON.parse(d.evidence) }; });
  const want = edges.map((e) => ({ id: e.id, source: e.source, target: e.target, interaction: e.relation, name: e.label, modality: e.modality, date: e.date, role: e.role,
    claimed: e.claimed, confidence: e.confidence, rule: e.rule, weight: weight(e), evidence: e.evidence }));
  differ("Cytoscape.js: number of edges", got.length, want.length);
  want.forEach((e, i) => differ(`Cytoscape.js: edge ${e.id}`, got[i], e));
}

// The value of a literal in the tree of Neo4j's parser.
const escapes = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const unquote = (text) => text.slice(1, -1).replace(/\\(u[0-9A-Fa-f]{4}|.)/gs, (_, c) => (c.length > 1 ? String.fromCharCode(parseInt(c.slice(1), 16)) : escapes[c] ?? c));

function withCypher() {
  const { CypherLexer, CypherParser } = require("@neo4j-cypher/antlr4");
  const inner = createRequire(require.resolve("@neo4j-cypher/antlr4"));
  const antlr4 = inner("antlr4").default ?? inner("antlr4");
  const quiet = () => {};
  const listener = { syntaxError: (_, __, line, column, text) => problems.push(`openCypher: ${line}:${column}: ${text}`), reportAmbiguity: quiet, reportAttemptingFullContext: quiet, reportContextSensitivity: quiet };
  const name = (parser, t) => (t.ruleIndex === undefined ? "" : parser.ruleNames[t.ruleIndex]);
  const value = (parser, t) => {
    switch (name(parser, t)) {
      case "stringLiteral": return unquote(t.getText());
      case "numberLiteral": return Number(t.getText());
      case "listLiteral": return t.children.filter((c) => name(parser, c) === "expression").map((c) => value(parser, c));
    }
    const inside = (t.children ?? []).filter((c) => c.ruleIndex !== undefined);
    return inside.length === 1 ? value(parser, inside[0]) : undefined;
  };
  const gather = (parser, t, into) => {
    const kind = name(parser, t);
    if (kind === "literalEntry") into.properties.push([t.children[0].getText(), value(parser, t.children[t.children.length - 1])]);
    else if (kind === "labelName" || kind === "relationshipType") into.names.push(t.getText());
    (kind === "literalEntry" ? [] : t.children ?? []).forEach((c) => gather(parser, c, into));
    return into;
  };
  const gotNodes = [], gotEdges = [];
  for (const line of read("graph.cypher").split("\n").filter((l) => l)) {
    const lexer = new CypherLexer(new antlr4.InputStream(line));
    const parser = new CypherParser(new antlr4.CommonTokenStream(lexer));
    for (const x of [lexer, parser]) { x.removeErrorListeners(); x.addErrorListener(listener); }
    const { properties, names } = gather(parser, parser.cypher(), { properties: [], names: [] });
    const ids = properties.filter(([k]) => k === "id").map(([, v]) => v);
    (line.startsWith("MERGE") ? gotNodes : gotEdges).push({ ids, names: names.map((n) => n.replace(/`/g, "").replace(/^:/, "").trim()), ...Object.fromEntries(properties.filter(([k]) => k !== "id")) });
  }
  differ("openCypher: number of nodes", gotNodes.length, nodes.length);
  nodes.forEach((n, i) => differ(`openCypher: node ${n.id}`, gotNodes[i], { ids: [n.id], names: ["Entity", n.type], label: n.label, type: n.type, aliases: n.aliases, date: n.date, text: n.text }));
  differ("openCypher: number of edges", gotEdges.length, edges.length);
  edges.forEach((e, i) => {
    const { evidence, names, ...got } = gotEdges[i] ?? {};
    differ(`openCypher: edge ${e.id}`, { ...got, names: names?.filter((n) => n !== "Entity"), evidence: JSON.parse(evidence ?? "null") },
      { ids: [e.source, e.target, e.id], label: e.label, modality: e.modality, date: e.date, role: e.role, claimed: e.claimed, confidence: e.confidence, rule: e.rule, weight: weight(e),
        names: [e.relation.toUpperCase()], evidence: e.evidence });
  });
}

function withFollowTheMoney() {
  const { Model, defaultModel } = require("@alephdata/followthemoney");
  const model = new Model(defaultModel);
  const entities = new Map(read("graph.ftm").split("\n").filter((l) => l).map((l) => [JSON.parse(l).id, JSON.parse(l)]));
  differ("FollowTheMoney: entities", entities.size, nodes.length + edges.length);
  for (const raw of entities.values()) {
    const schema = model.getSchema(raw.schema);
    differ(`FollowTheMoney: ${raw.schema} can be used`, !schema.abstract, true);
    const entity = model.getEntity(raw);
    for (const [name, values] of Object.entries(raw.properties)) {
      const property = schema.getProperties().get(name);
      if (!property || property.stub) { problems.push(`FollowTheMoney: ${raw.schema} has no property ${name}`); continue; }
      differ(`FollowTheMoney: ${raw.id} ${name}`, entity.getProperty(name), values);
      if (property.type.name === "date") values.forEach((v) => differ("FollowTheMoney: a date", /^\d{4}(-\d\d(-\d\d)?)?$/.test(v), true));
      if (property.type.name === "entity") for (const id of values) {
        const end = entities.get(id);
        differ(`FollowTheMoney: ${raw.schema}.${name} is a ${property.range}`, !!end && model.getSchema(end.schema).isA(property.range), true);
      }
    }
    for (const name of schema.required ?? []) differ(`FollowTheMoney: ${raw.schema}.${name} of ${raw.id}`, (raw.properties[name] ?? []).length > 0, true);
  }
  for (const n of nodes) differ(`FollowTheMoney: node ${n.id}`, [entities.get(n.id)?.properties.name, entities.get(n.id)?.properties.keywords], [filled([n.label, n.id]).slice(0, 1), [n.type]]);
  for (const e of edges) {
    const p = entities.get(e.id)?.properties ?? {};
    const ends = Object.entries(p).filter(([, v]) => v[0] === e.source || v[0] === e.target).length;
    differ(`FollowTheMoney: ends of ${e.id}`, ends >= 2, true);
    differ(`FollowTheMoney: sentences of ${e.id}`, p.summary ?? [], filled(e.evidence.map((x) => x.text)));
    differ(`FollowTheMoney: places of ${e.id}`, p.recordId, [...new Set(e.evidence.map((x) => `${x.doc}:${x.start}-${x.end}`))]);
    if (e.modality !== "asserted") differ(`FollowTheMoney: ${e.id} is ${e.modality}`, [entities.get(e.id).schema, p.status], ["UnknownLink", [e.modality]]);
  }
}

async function withMermaid() {
  const { JSDOM } = require("jsdom");
  globalThis.window = new JSDOM("<!doctype html><body></body>").window;
  globalThis.document = window.document;
  const file = path.join(path.dirname(require.resolve("mermaid/package.json")), "dist", "mermaid.core.mjs");
  const mermaid = (await import(pathToFileURL(file))).default;
  mermaid.initialize({ startOnLoad: false, maxEdges: 1e6, maxTextSize: 1e9 });
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(read("graph.mermaid"));
  // Mermaid keeps #35; as the signs below until it draws; text is HTML then.
  const shown = (s) => s.replace(/<br\s*\/?>/g, "\n").replaceAll("&nbsp;", "\u00a0").replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(n));
  const blanks = (s) => s.replace(/\s+/g, " ").trim();
  const vertices = [...db.getVertices().values()];
  const label = (n) => blanks(plain(n.label + (n.date ? "\n" + n.date : "")));
  differ("mermaid: number of nodes", vertices.length, nodes.length);
  nodes.forEach((n, i) => differ(`mermaid: node ${n.id}`, blanks(shown(vertices[i]?.text ?? "")), label(n)));
  const ids = new Map(nodes.map((n, i) => [n.id, vertices[i]?.id]));
  const text = (e) => blanks(plain(e.label + (e.date ? "\n" + e.date : "")));
  const line = (s, t, text) => JSON.stringify([s, t, text]);
  differ("mermaid: edges", db.getEdges().map((e) => line(e.start, e.end, blanks(shown(e.text)))).sort(), edges.map((e) => line(ids.get(e.source), ids.get(e.target), text(e))).sort());
}

const readers = { graphology: withGraphology, "Cytoscape.js": withCytoscape, "openCypher's parser": withCypher, "FollowTheMoney's model": withFollowTheMoney, mermaid: withMermaid };
for (const run of Object.values(readers)) await run();
problems.slice(0, 20).forEach((p) => console.log(p));
console.log(`${nodes.length} nodes and ${edges.length} edges read by ${Object.keys(readers).join(", ")}`);
if (problems.length > 0) { console.log(`${problems.length} differences`); process.exit(1); }
