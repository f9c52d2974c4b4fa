import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ViewerDocument } from '../__generated__/graphql.ts';
import { forgetKey, storedKey, storeKey } from '../api/apiKey.ts';
import { RequestError } from '../api/requestError.ts';
import { sendQuery } from '../api/sendQuery.ts';

/** The user who has entered an API key that may make corrections. */
export class Reviewer implements ReactiveController {
  name: string | undefined;
  /** If the API key was not accepted, a sentence that says why. */
  problem: string | undefined;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (storedKey() !== null && this.name === undefined) void this.check();
  }

  /** Stores the API key if the server accepts it. */
  async enter(key: string): Promise<void> {
    storeKey(key);
    await this.check();
  }

  leave(): void {
    forgetKey();
    this.set(undefined, undefined);
  }

  private async check(): Promise<void> {
    try {
      const { data, error } = await sendQuery(ViewerDocument, {});
      if (error) throw error;
      if (data.viewer?.roles.includes('CURATOR')) this.set(data.viewer.name, undefined);
      else this.refuse('The owner of this key may not make corrections.');
    } catch (error) {
      this.refuse(error instanceof RequestError ? error.message : String(error));
    }
  }

  private refuse(problem: string): void {
    forgetKey();
    this.set(undefined, problem);
  }

  private set(name: string | undefined, problem: string | undefined): void {
    this.name = name;
    this.problem = problem;
    this.host.requestUpdate();
  }
}
