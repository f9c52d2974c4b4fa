import { html, nothing, type TemplateResult } from 'lit';
import { csvFile } from '../../widget/csv.ts';
import { saveFile } from '../../widget/saveFile.ts';
import { fileName } from '../../widget/savePart.ts';
import type { PagedList } from '../api/pagedList.ts';

/** The maximum number of rows that are saved. */
const MAX_ROWS = 5_000;

export type CsvColumn<Item> = readonly [
  name: string,
  value: (item: Item) => string | number | null | undefined,
];

/** The members of a list that are needed to save all its items. */
type WholeList<Item> = Pick<PagedList<Item>, 'items' | 'fetchAll'>;

/**
 * A button that saves a list as CSV. Returns nothing for an empty list. @param title the title of the list, from which
 * the file name is made
 */
export const csvButton = <Item>(
  list: WholeList<Item>,
  title: string,
  columns: readonly CsvColumn<Item>[],
): TemplateResult | typeof nothing =>
  list.items.length === 0
    ? nothing
    : html`<button
        class="plain csv"
        title="Save the list as CSV, up to ${MAX_ROWS.toLocaleString('en')} rows"
        @click=${({ currentTarget }: Event) => void save(currentTarget as HTMLElement, list, title, columns)}
      >
        CSV
      </button>`;

const save = async <Item>(
  button: HTMLElement,
  list: WholeList<Item>,
  title: string,
  columns: readonly CsvColumn<Item>[],
): Promise<void> => {
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  try {
    const items = (await list.fetchAll(MAX_ROWS, AbortSignal.timeout(60_000))).slice(0, MAX_ROWS);
    const rows = items.map((item) => columns.map(([, value]) => value(item)));
    saveFile(csvFile([columns.map(([name]) => name), ...rows]), `${fileName(title)}.csv`);
    button.title = `Saved ${items.length.toLocaleString('en')} rows`;
  } catch {
    button.title = 'The list could not be loaded. Try again.';
  } finally {
    button.ariaDisabled = null;
  }
};
