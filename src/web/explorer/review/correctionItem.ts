import { html, nothing, type TemplateResult } from 'lit';
import type { CorrectionFieldsFragment, CorrectionKind } from '../__generated__/graphql.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount, formatDate } from '../format.ts';

const correctionLabels: Readonly<Record<CorrectionKind, string>> = {
  SAME: 'One person',
  DIFFERENT: 'Different people',
  SPLIT: 'Papers of another person',
  RENAME: 'Renamed',
  HIDE: 'Hidden',
};

/** A correction in the history. @param undo undefined if the user has no API key */
export const correctionItem = (
  correction: CorrectionFieldsFragment,
  undo: (() => void) | undefined,
): TemplateResult => {
  const { kind, entities, papers, name, reason, by, at, undoneAt, effective } = correction;
  const links = entities.map(({ id, label }) => ({ id, name: label }));
  return html`
    <article class="correction" data-undone=${undoneAt === null ? nothing : ''}>
      <p>
        <strong>${correctionLabels[kind]}</strong>:
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
