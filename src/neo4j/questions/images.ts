import { isDeepStrictEqual } from 'node:util';
import { GraphError } from '../../graph/errors.ts';
import type { EntityId } from '../../graph/ids.ts';
import type { GraphImage } from '../../traversal/graphImage.ts';
import { Collaborations } from '../../traversal/collaborations.ts';
import { PaperPredicates } from '../../traversal/paperPredicates.ts';
import { PathFinding } from '../../traversal/pathFinding.ts';
import type { Database, Statement, TransactionRun } from '../database.ts';
import { imageState, lockedImageState, storedVersion } from '../statements/questions/image.ts';
import { imageOf, readTopology, type Topology } from './image.ts';

/** As long as reading the topology may take. */
const READING = 120_000;
/** How often a question begins again because the graph moved on. */
const ATTEMPTS = 5;

/** An image, what finds paths in it, and the stored version it is of. */
export interface VersionedImage {
  version: string;
  image: GraphImage;
  paths: PathFinding;
}

/** An image with the own ids of what was asked for by other ones. */
export interface CurrentImage extends VersionedImage {
  /** The id an entity has in the image; the same one where it is not there. */
  ownId: (id: EntityId) => EntityId;
}

interface StoredVersion {
  dataVersion: number;
  asOf: string;
}

/**
 * The image of the stored topology, read when it is first needed and again when the stored version has moved.
 * Questions that come meanwhile wait for the same reading.
 */
export class Images {
  readonly #database: Database;
  readonly #log: (message: string) => void;
  #latest: VersionedImage | undefined;
  #reading: Promise<void> | undefined;

  constructor(database: Database, log: (message: string) => void = () => undefined) {
    this.#database = database;
    this.#log = log;
  }

  /**
   * The image of what is stored now, and what the ids mean in it. Costs one short statement where the image at
   * hand still is.
   *
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async current(ids: readonly EntityId[]): Promise<CurrentImage> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const latest = this.#latest;
      const keys = latest ? ids.filter((id) => latest.image.nodeOf(id) === undefined) : [];
      const stored = await this.#storedVersion(keys);
      if (latest?.version === stored.version) {
        return { ...latest, ownId: (id) => stored.owners.get(id) ?? id };
      }
      await this.#renewed(latest);
    }
    throw movingOn();
  }

  /** Something was not as in the image: the next question gets a new one. */
  outdate({ version, image }: VersionedImage): void {
    if (this.#latest?.version === version && this.#latest.image === image) this.#latest = undefined;
  }

  async #storedVersion(keys: readonly EntityId[]) {
    const [row] = await this.#database.read<StoredVersion & { owned: { key: EntityId; owner: EntityId }[] }>(
      storedVersion,
      { keys },
    );
    return { version: versionOf(row), owners: new Map(row?.owned.map(({ key, owner }) => [key, owner])) };
  }

  /** A new image in the place of one that is of an older version, or of none. */
  #renewed(outdated: VersionedImage | undefined): Promise<void> {
    if (this.#latest === outdated) this.#latest = undefined; // never two in memory
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const began = performance.now();
    const { version, topology } = await readWhole(this.#database);
    const image = imageOf(topology);
    const predicates = new PaperPredicates(image);
    const paths = new PathFinding(image, new Collaborations(image, predicates), predicates);
    this.#latest = { version, image, paths };
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    this.#log(`The topology of version ${topology.source.version} was read into memory in ${seconds} s.`);
  }
}

export const movingOn = (): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The graph changes faster than it can be read at the moment.');

/** An emptied database counts its versions anew; the time tells them apart. */
const versionOf = (stored: StoredVersion | undefined): string => {
  if (!stored) throw new Error('The graph has no Graph node.');
  return `${stored.dataVersion} ${stored.asOf}`;
};

interface ImageState extends StoredVersion {
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
    const before = await stateBy(run, imageState);
    if (before.isImporting) return undefined;
    const whole = await readBy(run, before);
    const after = await stateBy(run, imageState);
    return isDeepStrictEqual(before, after) ? whole : undefined;
  }, READING);
  if (undisturbed) return undisturbed;
  return database.transaction(async (run) => readBy(run, await stateBy(run, lockedImageState)), READING);
};

const readBy = async (run: TransactionRun, state: ImageState): Promise<WholeTopology> => ({
  version: versionOf(state),
  topology: await readTopology(run, state.dataVersion, state.collaborationCap),
});

const stateBy = async (run: TransactionRun, statement: Statement): Promise<ImageState> => {
  const { rows } = await run<ImageState>(statement, {});
  if (!rows[0]) throw new Error('The graph has no Graph node.');
  return rows[0];
};
