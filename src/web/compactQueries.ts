import { stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'vite';

/** Finds the text of each GraphQL query or fragment in the generated file. */
const document = /new TypedDocumentString\(`([^`]*)`/g;

/**
 * Makes the generated queries smaller: removes spaces and comments. Also lets the bundler leave out fragments, because
 * the text of each query already contains its fragments.
 */
export const compactQueries: Plugin = {
  name: 'compact-queries',
  transform: {
    filter: { id: /__generated__\/graphql\.ts$/ },
    handler: (code) =>
      code.replace(document, (_, query: string) => {
        // A bundler removes an unused `new` expression only if it is marked as pure.
        return `/* @__PURE__ */ new TypedDocumentString(\`${stripIgnoredCharacters(query)}\``;
      }),
  },
};
