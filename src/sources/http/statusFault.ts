import { objectOf, textOf } from '../../import/formats/reading/jsonFields.ts';
import { SourceError, TransientFault } from '../sourceError.ts';
import type { SourceAnswer, SourceClient } from './sourceClient.ts';
import { retryAfter } from './withRetries.ts';
import { withoutKey } from './withoutKey.ts';

/** The key of a service, and the setting that holds it. */
export interface ServiceKey {
  setting: string;
  value: string | undefined;
}

/** What a service says in an error: at most 300 characters, on one line and without the key. */
export const messageOf = ({ value }: SourceAnswer, key: ServiceKey): string => {
  const { error, message } = objectOf(value);
  const text = [textOf(error), textOf(message)].filter((part) => part !== undefined).join(': ');
  return (key.value === undefined ? text : withoutKey(text, key.value)).slice(0, 300);
};

/**
 * Words that occur in the message of a 403 answer if the service refuses the user, and not only because of too many
 * requests.
 */
const refusalWords = /api[ _-]?key|premium|\bplan\b|subscri|upgrade|authori[sz]|authentic/i;

/** The error for an answer whose status is not a success. */
export const statusFault = (
  answer: SourceAnswer,
  client: SourceClient,
  key: ServiceKey,
): SourceError | TransientFault => {
  const { status, headers } = answer;
  const { host } = client;
  const said = messageOf(answer, key);
  const quoted = said === '' ? '' : ` It says: ${said}`;
  if (status === 400) {
    return new SourceError('BAD_USER_INPUT', `${host} refuses the request (status ${status}).${quoted}`);
  }
  if (status === 401 || (status === 403 && (!client.isTooFast(status) || refusalWords.test(said)))) {
    const advice = key.value === undefined ? `No key is set in ${key.setting}.` : `Check ${key.setting}.`;
    return new SourceError(
      'SOURCE_REFUSED',
      `${host} refuses this user (status ${status}). ${advice}${quoted}`,
    );
  }
  if (client.isTooFast(status)) {
    client.slowDown();
    return new TransientFault(`${host} refuses requests that come too fast (status ${status}).`, {
      waitMilliseconds: retryAfter(headers),
    });
  }
  if (status >= 500 || status === 408) {
    return new TransientFault(`${host} failed (status ${status}).`, {
      waitMilliseconds: retryAfter(headers),
    });
  }
  return new SourceError('SOURCE_UNAVAILABLE', `${host} answered with the status ${status}.${quoted}`);
};
