import type { BibtexEntry } from './entryScanner.ts';
import type { EntryItem } from './readEntries.ts';

/**
 * Limits the memory: the maximum number of entries that wait for the entry that they refer to, and the maximum number
 * of entries that are kept because others may refer to them.
 */
const MAX_KEPT = 20_000;

const parentTypes = /^(?:mv)?(?:proceedings|book|collection|reference)$|^periodical$/;
const inheritedFields = ['year', 'date', 'month', 'publisher', 'journal'];

/**
 * Fills the missing fields of an entry that has the field `crossref` from the entry that `crossref` names. That entry
 * is usually a volume of proceedings later in the file.
 */
export class CrossReferences {
  readonly #parents = new Map<string, BibtexEntry>();
  readonly #waiting = new Map<string, EntryItem[]>();
  #waitingCount = 0;

  /**
   * Returns the entries that are complete now: the new entry, unless it waits for another, and the entries that waited
   * for it.
   */
  add(item: EntryItem): EntryItem[] {
    const { entry } = item;
    const key = entry.key.toLowerCase();
    const completed = (this.#waiting.get(key) ?? []).map((child) => inherit(child, entry));
    this.#waiting.delete(key);
    this.#waitingCount -= completed.length;
    if (parentTypes.test(entry.type) && key !== '' && this.#parents.size < MAX_KEPT)
      this.#parents.set(key, entry);
    return [...this.#complete(item), ...completed];
  }

  /** Returns the entries that still wait, because the entry that they refer to does not exist. */
  end(): EntryItem[] {
    return [...this.#waiting.values()].flat();
  }

  #complete(item: EntryItem): EntryItem[] {
    const reference = (item.entry.fields.get('crossref') ?? '').trim().toLowerCase();
    const parent = this.#parents.get(reference);
    if (parent) return [inherit(item, parent)];
    if (reference === '' || this.#waitingCount === MAX_KEPT) return [item];
    const siblings = this.#waiting.get(reference);
    if (siblings) siblings.push(item);
    else this.#waiting.set(reference, [item]);
    this.#waitingCount += 1;
    return [];
  }
}

const inherit = (child: EntryItem, { fields }: BibtexEntry): EntryItem => {
  const inherited = new Map(child.entry.fields);
  const take = (name: string, value: string | undefined): void => {
    if (value !== undefined && !inherited.has(name)) inherited.set(name, value);
  };
  take('booktitle', fields.get('booktitle') ?? fields.get('title'));
  const isDated = inherited.has('year') || inherited.has('date');
  for (const name of inheritedFields) {
    if (!(isDated && /^(?:year|date|month)$/.test(name))) take(name, fields.get(name));
  }
  return { ...child, entry: { ...child.entry, fields: inherited } };
};
