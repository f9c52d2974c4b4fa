import type { AuthorshipResolvers } from '../../../__generated__/resolvers.ts';
import type { Institution } from '../../../graph/model/entities.ts';

export const Authorship = {
  position: ({ facts }) => facts.position,
  isCorresponding: ({ facts }) => facts.isCorresponding,
  nameAsPrinted: ({ facts }) => facts.nameAsPrinted,
  affiliationsAsPrinted: ({ facts }) => facts.affiliationsAsPrinted,
  institutions: async ({ facts }, _, { loaders }) => {
    if (facts.institutionIds.length === 0) return [];
    const found = await Promise.all(facts.institutionIds.map((id) => loaders.entities.load(id)));
    return found.filter((entity): entity is Institution => entity?.kind === 'INSTITUTION');
  },
} satisfies AuthorshipResolvers;
