import { csvFile } from './csv.ts';
import type { Scene } from './drawing/scene.ts';
import { exportPicture } from './exportPicture.ts';
import type { VisiblePart } from './filterPicture.ts';
import type { Picture } from './picture.ts';
import { saveFile } from './saveFile.ts';
import { edgeTable, nodeTable } from './sliceTables.ts';
import type { SavedPart } from './views/toolbar.ts';

/** Saves the drawing or one of the tables as a file that is named after the center. */
export const savePart = async (
  part: SavedPart,
  { nodes }: Pick<Picture, 'nodes'>,
  visible: VisiblePart,
  scene: Scene | undefined,
): Promise<void> => {
  const name = fileName(nodes[0]?.entity.label ?? '');
  if (part === 'nodes') saveFile(csvFile(nodeTable(visible)), `${name}-nodes.csv`);
  else if (part === 'connections') saveFile(csvFile(edgeTable(visible)), `${name}-connections.csv`);
  else if (scene) saveFile(await exportPicture(scene, part), `${name}.${part}`);
};

/** Converts a label to a file name, for example "Graham Neubig" to "graham-neubig". */
export const fileName = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'graph';
