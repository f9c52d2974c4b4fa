import { isDeepStrictEqual } from 'node:util';
import { GraphError } from '../../graph/errors.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { MemoryGraph } from '../../memory/queries/memoryGraph.ts';
import { Collaborations } from '../../memory/queries/collaborations.ts';
import { PaperPredicates } from '../../memory/queries/paperPredicates.ts';
import { PathFinder } from '../../memory/queries/pathFinding.ts';
import type { Database, Statement, TransactionRun } from '../connection/database.ts';
import { topologyState, keyOwners, lockedTopologyState } from './topologyStatements.ts';
import { memoryGraphOf, readTopology, type Topology } from './readTopology.ts';

/** As long as reading the topology may take. */
const READING = 120_000;
/** An image, what finds paths in it, and the stored version it is of. */
export interface VersionedMemoryGraph {
  version: string;
  image: MemoryGraph;
  paths: PathFinder;
}

/** An image with the own ids of what was asked for by other ones. */
export interface ResolvedMemoryGraph extends VersionedMemoryGraph {
  /** The id an entity has in the image; the same one where it is not there. */
  ownId: (id: EntityId) => EntityId;
}

export interface StoredVersion {
  dataVersion: number;
  asOf: string;
}

/**
 * The image of the stored topology, read when it is first needed and again when it is found to be of an older
 * version. Questions that come meanwhile wait for the same reading.
 */
export class MemoryGraphs {
  readonly #database: Database;
  readonly #log: (message: string) => void;
  #latest: VersionedMemoryGraph | undefined;
  #reading: Promise<VersionedMemoryGraph> | undefined;

  constructor(database: Database, log: (message: string) => void = () => undefined) {
    this.#database = database;
    this.#log = log;
  }

  /**
   * The latest image, and what the ids mean in it. Whether it is of what is stored now shows when the records of
   * an answer are read, with the version: nobody is to trust an answer before that.
   *
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async atHand(ids: readonly EntityId[]): Promise<ResolvedMemoryGraph> {
    const latest = this.#latest ?? (await this.#renewed());
    const keys = ids.filter((id) => latest.image.nodeOf(id) === undefined);
    if (keys.length === 0) return { ...latest, ownId: (id) => id };
    const rows = await this.#database.read<{ key: EntityId; owner: EntityId }>(keyOwners, { keys });
    const owners = new Map(rows.map(({ key, owner }) => [key, owner]));
    return { ...latest, ownId: (id) => owners.get(id) ?? id };
  }

  /** Something is not as in the image: the next question gets a new one. */
  outdate({ image }: VersionedMemoryGraph): void {
    if (this.#latest?.image === image) this.#latest = undefined; // never two in memory
  }

  #renewed(): Promise<VersionedMemoryGraph> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<VersionedMemoryGraph> {
    const began = performance.now();
    const { version, topology } = await readWhole(this.#database);
    const image = await memoryGraphOf(topology);
    const predicates = new PaperPredicates(image);
    const paths = new PathFinder(image, new Collaborations(image, predicates), predicates);
    this.#latest = { version, image, paths };
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    this.#log(`The topology of version ${topology.source.version} was read into memory in ${seconds} s.`);
    return this.#latest;
  }
}

export const movingOn = (): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The graph changes faster than it can be read at the moment.');

/** An emptied database counts its versions anew; the time tells them apart. */
export const versionOf = (stored: StoredVersion | undefined): string => {
  if (!stored) throw new Error('The graph has no Graph node.');
  return `${stored.dataVersion} ${stored.asOf}`;
};

interface TopologyState extends StoredVersion {
  collaborationCap: number;
  importAsked: number | null;
  isImporting: boolean;
}

interface WholeTopology {
  version: string;
  topology: Topology;
}

/**
 * The topology in one state. A transaction here sees what others commit meanwhile; so unless no import was under
 * way from the beginning to the end, it is read again with imports kept waiting.
 */
const readWhole = async (database: Database): Promise<WholeTopology> => {
  const undisturbed = await database.readTransaction(async (run) => {
    const before = await stateBy(run, topologyState);
    if (before.isImporting) return undefined;
    const whole = await readBy(run, before);
    const after = await stateBy(run, topologyState);
    return isDeepStrictEqual(before, after) ? whole : undefined;
  }, READING);
  if (undisturbed) return undisturbed;
  return database.transaction(async (run) => readBy(run, await stateBy(run, lockedTopologyState)), READING);
};

const readBy = async (run: TransactionRun, state: TopologyState): Promise<WholeTopology> => ({
  version: versionOf(state),
  topology: await readTopology(run, state.dataVersion, state.collaborationCap),
});

const stateBy = async (run: TransactionRun, statement: Statement): Promise<TopologyState> => {
  const { rows } = await run<TopologyState>(statement, {});
  if (!rows[0]) throw new Error('The graph has no Graph node.');
  return rows[0];
};
