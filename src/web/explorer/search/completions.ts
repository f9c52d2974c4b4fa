import type { ReactiveControllerHost } from 'lit';
import {
  AutocompleteDocument,
  EntitiesByIdDocument,
  type AutocompleteQuery,
  type AutocompleteQueryVariables,
  type EntitiesByIdQuery,
  type EntitiesByIdQueryVariables,
  type EntityKind,
} from '../__generated__/graphql.ts';
import { QueryController } from '../api/queryController.ts';
import type { RequestError } from '../api/requestError.ts';
import type { EntitySummary } from './entitySummary.ts';
import { possibleIds } from './possibleIds.ts';

export type Completion = AutocompleteQuery['autocomplete'][number];

/** The pause in typing after which a query is sent to the server, in milliseconds. */
const TYPING_PAUSE = 120;

/** Finds entities for a text: by identifier if the text is an identifier, otherwise by the beginning of a name. */
export class Completions {
  options: readonly Completion[] = [];
  /** Whether the options were found by an identifier. */
  isExact = false;
  private timer: number | undefined;
  private text = '';
  private kinds: readonly EntityKind[] | null = null;
  private readonly byName: QueryController<AutocompleteQuery, AutocompleteQueryVariables>;
  private readonly byId: QueryController<EntitiesByIdQuery, EntitiesByIdQueryVariables>;

  /** @param onOptions called before the host renders new options */
  constructor(host: ReactiveControllerHost, onOptions: () => void) {
    this.byName = new QueryController(host, AutocompleteDocument, ({ autocomplete }) => {
      this.options = autocomplete;
      this.isExact = false;
      onOptions();
    });
    this.byId = new QueryController(host, EntitiesByIdDocument, ({ nodes }) => {
      const entities = nodes.filter((node) => node !== null && 'label' in node);
      const allowed = entities.filter(({ kind }) => this.kinds?.includes(kind) ?? true);
      const distinct = new Map(allowed.map((entity) => [entity.id, entity]));
      if (distinct.size === 0) {
        this.startByName();
        return;
      }
      this.options = [...distinct.values()].map((entity) => ({ entity, matchedText: entity.label }));
      this.isExact = true;
      onOptions();
    });
  }

  get status(): 'idle' | 'loading' | 'failed' | 'loaded' {
    const { status } = this.byName.state;
    return status === 'idle' ? this.byId.state.status : status;
  }

  get error(): RequestError | undefined {
    const { byName, byId } = this;
    return [byName.state, byId.state]
      .map((state) => ('error' in state ? state.error : undefined))
      .find(Boolean);
  }

  /** The only loaded entity whose whole name is this text, in any case; undefined if there is none or there are several. */
  named(name: string): EntitySummary | undefined {
    if (this.status !== 'loaded') return undefined;
    const folded = name.trim().toLowerCase();
    const named = this.options.filter(({ entity: { label } }) => label.toLowerCase() === folded);
    return named.length === 1 ? named[0]?.entity : undefined;
  }

  /** Calls `start` when the user has not typed for TYPING_PAUSE. */
  startSoon(text: string, kinds: readonly EntityKind[] | null): void {
    this.stopTimer();
    this.timer = window.setTimeout(() => this.start(text, kinds), TYPING_PAUSE);
  }

  stopTimer(): void {
    clearTimeout(this.timer);
  }

  start(text: string, kinds: readonly EntityKind[] | null): void {
    this.stopTimer();
    this.text = text;
    this.kinds = kinds;
    this.byName.cancel();
    this.byId.cancel();
    const ids = possibleIds(text);
    if (ids.length > 0) this.byId.start({ ids });
    else this.startByName();
  }

  retry(): void {
    this.start(this.text, this.kinds);
  }

  clear(): void {
    this.stopTimer();
    this.byName.cancel();
    this.byId.cancel();
    this.options = [];
  }

  private startByName(): void {
    this.byName.start({ prefix: this.text, kinds: this.kinds });
  }
}
