import type { Parameters } from '../../export/exporters.ts';

/** The parameters in the query of a request's address. */
export const queryParameters = (url: string): Parameters => {
  const { searchParams } = new URL(url, 'http://localhost');
  return new Map([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
};
