import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import { createExamples } from './examples.ts';
import './page.css';
import { postQuery } from './postQuery.ts';
import { storedEntities } from './storedEntities.ts';

const container = document.getElementById('graphiql');
if (container) {
  createRoot(container).render(
    createElement(GraphiQL, {
      fetcher: postQuery as React.ComponentProps<typeof GraphiQL>['fetcher'],
      defaultTabs: createExamples(await storedEntities()),
      defaultEditorToolsVisibility: false,
    }),
  );
}
