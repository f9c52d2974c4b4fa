import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TypedDocumentString } from '../__generated__/graphql.ts';
import { ask, type Answer } from './sendQuery.ts';
import { Failure } from './requestError.ts';

/** How a question stands. */
export type Standing<Data> =
  | { state: 'unasked' }
  | { state: 'asking' }
  | { state: 'failed'; failure: Failure }
  | ({ state: 'answered' } & Answer<Data>);

/** One question of a part of the page: asked anew, an older answer that comes late is ignored. */
export class Question<Data, Variables> implements ReactiveController {
  standing: Standing<Data> = { state: 'unasked' };
  private asked: { variables: Variables; stop: AbortController } | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly document: TypedDocumentString<Data, Variables>;
  private readonly answered: (data: Data) => void;

  /** @param answered told of each answer, before the host renders it */
  constructor(
    host: ReactiveControllerHost,
    document: TypedDocumentString<Data, Variables>,
    answered: (data: Data) => void = () => undefined,
  ) {
    this.host = host;
    this.document = document;
    this.answered = answered;
    host.addController(this);
  }

  hostConnected(): void {
    const wasStopped = this.standing.state === 'asking' && this.asked?.stop.signal.aborted === true;
    if (wasStopped) this.again();
  }

  hostDisconnected(): void {
    this.asked?.stop.abort();
  }

  /** Asks; what was asked before is forgotten. */
  ask(variables: Variables): void {
    this.asked?.stop.abort();
    const stop = new AbortController();
    this.asked = { variables, stop };
    this.stand({ state: 'asking' });
    ask(this.document, variables, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        this.answered(answer.data);
        this.stand({ state: 'answered', ...answer });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) this.stand({ state: 'failed', failure: failureOf(error) });
      },
    );
  }

  /** Asks the same once more. */
  again(): void {
    if (this.asked) this.ask(this.asked.variables);
  }

  /** Takes back what was asked. */
  forget(): void {
    this.asked?.stop.abort();
    this.asked = undefined;
    this.stand({ state: 'unasked' });
  }

  private stand(standing: Standing<Data>): void {
    this.standing = standing;
    this.host.requestUpdate();
  }
}

const failureOf = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure(undefined, String(error));
