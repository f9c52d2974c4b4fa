/** What a reviewer decides about a pair. */
export type Verdict = 'same' | 'different';
