import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';
import { examples } from './examples.ts';

/** Asks the server the page came from. Its schema has nothing that answers in parts, so one answer is all. */
const ask = async (parameters: object, options?: { headers?: Record<string, string> }): Promise<object> => {
  const response = await fetch('../graphql', {
    method: 'POST',
    headers: { ...options?.headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as object;
};

const place = document.getElementById('graphiql');
if (place) {
  createRoot(place).render(
    createElement(GraphiQL, {
      fetcher: ask as React.ComponentProps<typeof GraphiQL>['fetcher'],
      defaultTabs: examples,
      defaultEditorToolsVisibility: false,
    }),
  );
}
