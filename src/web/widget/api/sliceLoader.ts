import { QueryFault } from './sendQuery.ts';
import { growthAround } from './fetchExpansion.ts';
import { grown } from '../mergeExpansion.ts';
import { askedSlice, type SliceQuestion } from './fetchSlice.ts';
import { nothing, type EntityKind, type GivenSlice, type PicturedEntity, type Slice } from '../slice.ts';
import type { Notice } from '../views/notices.ts';
import type { Status } from '../views/overlay.ts';
import { counted } from '../labels.ts';

export interface SourceListener {
  /** How it stands has changed. */
  changed(): void;
  /** There is another slice, or the same with more in it. */
  arrived(isNew: boolean): void;
}

const nothingChosen: Status = { name: 'empty', message: 'Nothing is chosen yet.' };

/** The slice that an element shows: asks for it, lets it grow, and knows how that stands. */
export class SliceSource {
  status: Status = nothingChosen;
  slice: Slice = nothing;
  /** Id of the node around which more is being asked for. */
  expanding: string | undefined;
  notice: Notice | undefined;
  readonly #listener: SourceListener;
  #request = new AbortController();
  #growing: Promise<void> = Promise.resolve();
  /** Ids of the nodes whose neighbors have been looked at. */
  #looked = new Set<string>();

  constructor(listener: SourceListener) {
    this.#listener = listener;
  }

  isLookedAround(id: string): boolean {
    return this.#looked.has(id);
  }

  /** Asks for a slice, or takes the one given; whatever was asked for before is given up. */
  async load(question: SliceQuestion, given: GivenSlice | null): Promise<void> {
    this.stop();
    const { signal } = (this.#request = new AbortController());
    this.notice = this.expanding = undefined;
    if (!given && question.ids.length === 0) {
      this.#arrive(nothing, nothingChosen);
      return;
    }
    this.status = { name: 'loading' };
    this.#listener.changed();
    try {
      const slice = given ? { ...nothing, ...given } : await askedSlice(question, signal);
      signal.throwIfAborted();
      const farthest = given ? Math.max(...slice.nodes.map(({ distance }) => distance)) : question.depth;
      const inner = slice.nodes.filter(({ distance }) => distance < farthest);
      this.#looked = new Set(inner.map(({ entity }) => entity.id));
      this.#arrive(slice, statusOf(slice));
    } catch (error) {
      if (isOver(signal)) return;
      this.status = { name: 'failed', message: faultWords(error) };
      this.#listener.changed();
      if (!(error instanceof QueryFault)) throw error;
    }
  }

  /** Takes in the next neighbors of a node, of one kind or of all, when what was asked for before is there. */
  grow(entity: PicturedEntity, question: SliceQuestion, only?: EntityKind): Promise<void> {
    const { signal } = this.#request;
    this.#growing = this.#growing.then(() => this.#grow(entity, question, signal, only));
    return this.#growing;
  }

  /** Gives up whatever is being asked for. */
  stop(): void {
    this.#request.abort();
  }

  async #grow(
    entity: PicturedEntity,
    question: SliceQuestion,
    signal: AbortSignal,
    only?: EntityKind,
  ): Promise<void> {
    if (isOver(signal)) return;
    this.expanding = entity.id;
    this.notice = undefined;
    this.#listener.changed();
    try {
      const growth = await growthAround(this.slice, entity.id, question, signal, only);
      signal.throwIfAborted();
      const added = this.slice.nodes.length;
      this.slice = grown(this.slice, growth);
      this.#looked.add(entity.id);
      this.notice = { message: grownWords(entity.label, this.slice.nodes.length - added) };
      this.#listener.arrived(false);
    } catch (error) {
      if (isOver(signal)) return;
      this.notice = { message: faultWords(error), retry: () => void this.grow(entity, question, only) };
      if (!(error instanceof QueryFault)) throw error;
    } finally {
      if (!isOver(signal)) this.expanding = undefined;
      this.#listener.changed();
    }
  }

  #arrive(slice: Slice, status: Status): void {
    this.slice = slice;
    this.status = status;
    this.#listener.arrived(true);
  }
}

/** Asked anew after each wait. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

const statusOf = ({ nodes, missingIds }: Slice): Status => {
  if (nodes.length > 0) return { name: 'drawn' };
  const missing = missingIds.length > 0 ? `Nothing is stored under ${missingIds.join(', ')}.` : undefined;
  return { name: 'empty', message: missing ?? 'There is nothing to show.' };
};

const grownWords = (label: string, added: number): string =>
  `${label}: ${added === 0 ? 'nothing' : counted(added, 'node')} more.`;

const faultWords = (error: unknown): string =>
  error instanceof QueryFault ? error.message : 'Something went wrong in this page.';
