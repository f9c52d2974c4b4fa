import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CancelledNotificationSchema,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';

/**
 * Carries MCP messages over standard input and output. It keeps track of the requests that are not answered yet,
 * because the input may end while requests are still running.
 */
export class AnsweringTransport extends StdioServerTransport {
  readonly #open = new Set<RequestId>();
  #onAnswered: () => void = () => undefined;

  constructor() {
    super();
    // the server calls this function with each message before it handles the message
    this.onmessage = (message) => {
      if (isJSONRPCRequest(message)) this.#open.add(message.id);
      const { success, data } = CancelledNotificationSchema.safeParse(message);
      // a canceled request gets no answer
      if (success && data.params.requestId !== undefined) this.#end(data.params.requestId);
    };
  }

  override async send(message: JSONRPCMessage): Promise<void> {
    await super.send(message);
    if ('id' in message && message.id !== undefined && !isJSONRPCRequest(message)) this.#end(message.id);
  }

  /** Resolves when every request that was received is answered. */
  async allAnswered(): Promise<void> {
    while (this.#open.size > 0) await new Promise<void>((resolve) => (this.#onAnswered = resolve));
  }

  #end(id: RequestId): void {
    this.#open.delete(id);
    this.#onAnswered();
  }
}
