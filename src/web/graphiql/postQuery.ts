/**
 * Sends a query. Each request has exactly one answer, because the schema has no subscriptions, `@defer` or `@stream`.
 */
export const postQuery = async (
  parameters: object,
  options?: { headers?: Record<string, string> },
): Promise<object> => {
  const response = await fetch('../graphql', {
    method: 'POST',
    headers: { ...options?.headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as object;
};
