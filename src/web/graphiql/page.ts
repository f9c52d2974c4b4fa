import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';
import { examples } from './examples.ts';

/** The schema has no subscriptions, `@defer` or `@stream`, so that each request has one answer. */
const fetcher = async (
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

const container = document.getElementById('graphiql');
if (container) {
  createRoot(container).render(
    createElement(GraphiQL, {
      fetcher: fetcher as React.ComponentProps<typeof GraphiQL>['fetcher'],
      defaultTabs: examples,
      defaultEditorToolsVisibility: false,
    }),
  );
}
