import { html, nothing, type TemplateResult } from 'lit';
import type { CorrectionFieldsFragment, CorrectionKind } from '../__generated__/graphql.ts';
import { kindOfId } from '../address.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount, formatDate } from '../format.ts';

const correctionLabels: Readonly<Record<CorrectionKind, string>> = {
  SAME: 'One person',
  DIFFERENT: 'Different people',
  SPLIT: 'Papers of another person',
  RENAME: 'Renamed',
  HIDE: 'Hidden',
};

/** The label of a correction. SAME and DIFFERENT have other labels for papers than for people. */
const labelOf = ({ kind, entities: [first] }: CorrectionFieldsFragment): string => {
  const isOfPeople = first === undefined || kindOfId(first.id) === 'AUTHOR';
  if (isOfPeople || (kind !== 'SAME' && kind !== 'DIFFERENT')) return correctionLabels[kind];
  return kind === 'SAME' ? 'The same' : 'Different';
};

/** A correction in the history. @param undo undefined if the user has no API key */
export const correctionItem = (
  correction: CorrectionFieldsFragment,
  undo: (() => void) | undefined,
): TemplateResult => {
  const { entities, papers, name, reason, by, at, undoneAt, effective } = correction;
  const links = entities.map(({ id, label }) => ({ id, name: label }));
  return html`
    <article class="correction" data-undone=${undoneAt === null ? nothing : ''}>
      <p>
        <strong>${labelOf(correction)}</strong>:
        ${linkList(links)}${name === null ? nothing : ` → ${name}`}${
          papers && papers.length > 0 ? ` (${formatCount(papers.length, 'paper')})` : nothing
        }
      </p>
      <p class="note">
        ${by},
        ${formatDate(at)}${reason === null ? nothing : `: ${reason}`}${
          undoneAt === null ? nothing : `. Undone ${formatDate(undoneAt)}`
        }${effective || undoneAt !== null ? nothing : '. Without effect: what it is about is not stored now'}
        ${undo && undoneAt === null ? html`<button class="link" @click=${undo}>Undo</button>` : nothing}
      </p>
    </article>
  `;
};
