import type { ExpansionStep } from './mergeExpansion.ts';
import { isColoring, type Coloring } from './drawing/colors.ts';
import type { YearRange } from './filterPicture.ts';
import type { EntityKind } from './slice.ts';

/** The choices that the user has made in the element. */
export interface ViewState {
  hiddenKinds: ReadonlySet<EntityKind>;
  hiddenIds: ReadonlySet<string>;
  /** The years to show; null: all years. */
  years: YearRange | null;
  /** What the colors show; undefined: as the attribute `color` says. */
  coloring: Coloring | undefined;
  /** The index of the color of the highlighted group (see `Group`); undefined if no group is highlighted. */
  group: number | undefined;
  /** The key of the selected node or edge. */
  selected: string | undefined;
}

export const initialState: ViewState = {
  hiddenKinds: new Set(),
  hiddenIds: new Set(),
  years: null,
  coloring: undefined,
  group: undefined,
  selected: undefined,
};

/**
 * Writes a state as the query of an address. Choices that the user has not changed are left out.
 *
 * @param steps the expansions of the slice
 */
export const formatState = (
  { hiddenKinds, hiddenIds, years, coloring, group, selected }: ViewState,
  steps: readonly ExpansionStep[],
): string => {
  const parameters = new URLSearchParams();
  for (const { nodeId, kinds } of steps) parameters.append('expand', [nodeId, ...kinds.map(lower)].join(' '));
  if (hiddenKinds.size > 0) parameters.set('without', [...hiddenKinds].map(lower).join(' '));
  if (hiddenIds.size > 0) parameters.set('hide', [...hiddenIds].join(' '));
  if (years) parameters.set('years', `${years.first}-${years.last}`);
  if (coloring) parameters.set('color', coloring);
  if (group !== undefined) parameters.set('group', String(group));
  if (selected !== undefined) parameters.set('select', selected);
  return parameters.toString();
};

/** Reads a state that `formatState` wrote. Invalid parts are ignored. */
export const parseState = (text: string): { state: ViewState; steps: ExpansionStep[] } => {
  const parameters = new URLSearchParams(text);
  const words = (name: string): string[] => (parameters.get(name) ?? '').split(' ').filter(Boolean);
  const color = parameters.get('color');
  const group = /^[0-8]$/.exec(parameters.get('group') ?? '');
  const years = /^(\d{1,4})-(\d{1,4})$/.exec(parameters.get('years') ?? '');
  return {
    steps: parameters.getAll('expand').map((step) => {
      const [nodeId = '', ...kinds] = step.split(' ');
      return { nodeId, kinds: kinds.map(upper) };
    }),
    state: {
      hiddenKinds: new Set(words('without').map(upper)),
      hiddenIds: new Set(words('hide')),
      years: years ? { first: Number(years[1]), last: Number(years[2]) } : null,
      coloring: isColoring(color) ? color : undefined,
      group: group ? Number(group[0]) : undefined,
      selected: parameters.get('select') ?? undefined,
    },
  };
};

const lower = (kind: EntityKind): string => kind.toLowerCase();
const upper = (word: string): EntityKind => word.toUpperCase() as EntityKind;
