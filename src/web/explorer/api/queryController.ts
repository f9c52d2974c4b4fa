import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TypedDocumentString } from '../__generated__/graphql.ts';
import { RequestError } from './requestError.ts';
import { sendQuery, type QueryResult } from './sendQuery.ts';

export type QueryState<Data> =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'failed'; error: RequestError }
  | ({ status: 'loaded' } & QueryResult<Data>);

/** Runs a query for a component and updates the component. A new run cancels the previous one. */
export class QueryController<Data, Variables> implements ReactiveController {
  state: QueryState<Data> = { status: 'idle' };
  private run: { variables: Variables; abort: AbortController } | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly document: TypedDocumentString<Data, Variables>;
  private readonly onData: (data: Data) => void;

  /** @param onData called with the data of each run, before the host renders it */
  constructor(
    host: ReactiveControllerHost,
    document: TypedDocumentString<Data, Variables>,
    onData: (data: Data) => void = () => undefined,
  ) {
    this.host = host;
    this.document = document;
    this.onData = onData;
    host.addController(this);
  }

  hostConnected(): void {
    const wasCancelled = this.state.status === 'loading' && this.run?.abort.signal.aborted === true;
    if (wasCancelled) this.retry();
  }

  hostDisconnected(): void {
    this.run?.abort.abort();
  }

  start(variables: Variables): void {
    this.run?.abort.abort();
    const abort = new AbortController();
    this.run = { variables, abort };
    this.setState({ status: 'loading' });
    sendQuery(this.document, variables, abort.signal).then(
      (result) => {
        if (abort.signal.aborted) return;
        this.onData(result.data);
        // Does nothing if another run has been started meanwhile.
        if (this.run?.abort === abort) this.setState({ status: 'loaded', ...result });
      },
      (error: unknown) => {
        // Does nothing if another run has been started meanwhile.
        if (this.run?.abort === abort) this.setState({ status: 'failed', error: toRequestError(error) });
      },
    );
  }

  /** Runs the query again with the same variables. */
  retry(): void {
    if (this.run) this.start(this.run.variables);
  }

  cancel(): void {
    this.run?.abort.abort();
    this.run = undefined;
    this.setState({ status: 'idle' });
  }

  private setState(state: QueryState<Data>): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

const toRequestError = (error: unknown): RequestError =>
  error instanceof RequestError ? error : new RequestError(undefined, String(error));
