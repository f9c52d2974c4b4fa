import { connectionOf } from './connections.ts';
import type { VisiblePart } from './filterPicture.ts';
import type { PictureNode } from './picture.ts';

/**
 * The address of a page of the explorer, which the server of the API also serves.
 *
 * @param server the address of the API; undefined if there is none
 */
export const explorerUrl = (server: string | undefined, path: string | undefined): string | undefined =>
  server === undefined || path === undefined ? undefined : new URL(path, new URL(server, location.href)).href;

/**
 * The path of a page that searches paths from a node. The search ends at a center of the same kind, unless the node is
 * a center or has an edge to one; then the user chooses the end.
 */
export const pathSearch = (node: PictureNode, visible: VisiblePart): string | undefined => {
  const { id, kind } = node.entity;
  if (kind !== 'AUTHOR' && kind !== 'TOPIC') return undefined;
  const center = visible.nodes.find(({ entity, distance }) => distance === 0 && entity.kind === kind);
  const isNear = node.distance === 0 || connectionOf(node, visible).edges.length > 0;
  const parameters = new URLSearchParams({ from: id, ...(center && !isNear && { to: center.entity.id }) });
  return `/paths/${kind === 'AUTHOR' ? 'authors' : 'topics'}?${parameters.toString()}`;
};
