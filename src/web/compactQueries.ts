import { stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'vite';

/** A generated query or fragment. */
const document = /new TypedDocumentString\(`([^`]*)`/g;

/**
 * Makes the generated queries smaller: without spaces and comments, and without the fragments that are no queries of
 * their own, because the text of a query contains its fragments.
 */
export const compactQueries: Plugin = {
  name: 'compact-queries',
  transform: {
    filter: { id: /__generated__\/graphql\.ts$/ },
    handler: (code) =>
      code.replace(document, (_, query: string) => {
        // A bundler leaves out a constructor call whose result is not used only if it is marked as pure.
        return `/* @__PURE__ */ new TypedDocumentString(\`${stripIgnoredCharacters(query)}\``;
      }),
  },
};
