import type { GraphSliceResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import { graphSlice } from './graphSlice.ts';
import { checkedResolution, sliceClusters } from './sliceClusters.ts';

export const Query = { graph: (_, args, { loaders }) => graphSlice(loaders, args) } satisfies QueryResolvers;

export const GraphSlice = {
  clusters: (slice, { resolution }, { loaders }) => sliceClusters(loaders, slice, resolution),
  modularity: ({ partition }, { resolution }) => partition(checkedResolution(resolution)).modularity,
} satisfies GraphSliceResolvers;
