import type { QueryResolvers } from '../../../__generated__/resolvers.ts';
import { graphSlice } from './graphSlice.ts';

export const Query = { graph: (_, args, { loaders }) => graphSlice(loaders, args) } satisfies QueryResolvers;
