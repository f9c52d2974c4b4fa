import type { Page, Route } from 'playwright-core';

export const graphqlRequests = '**/graphql';

/** The name of the operation that a request sends. */
export const operationName = (route: Route): string =>
  /query (\w+)/.exec(route.request().postData() ?? '')?.[1] ?? '';

/** Changes the data of every answer to an operation, for cases that the seed graph does not contain. */
export const changeAnswers = (
  page: Page,
  operation: string,
  change: (data: object) => { data: object; errors?: object[] },
): Promise<unknown> =>
  page.route(graphqlRequests, async (route) => {
    if (operationName(route) !== operation) return route.continue();
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: object };
    return route.fulfill({ response, json: change(data) });
  });
