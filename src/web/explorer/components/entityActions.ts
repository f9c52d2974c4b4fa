import { html, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import { comparisonPath } from '../address.ts';
import { feedPath } from '../feedLink.ts';
import { kindLabels } from '../labels.ts';
import { embedMenu } from './embedMenu.ts';
import { exportMenu } from './exportMenu.ts';
import { icon } from './icon.ts';
import { closeAfterLink } from './menuEvents.ts';

/** What a user can do with an entity of any kind. On a narrow screen, the rarely used actions are in a menu. */
export const entityActions = (kind: EntityKind, id: string): TemplateResult => html`
  <a
    class="button"
    href=${comparisonPath([id])}
    aria-label="Compare with another ${kindLabels[kind].toLowerCase()}"
    >Compare</a
  >
  <button class="narrow-only" popovertarget="more-actions">More</button>
  <div class="more-actions" id="more-actions" popover @click=${closeAfterLink}>
    <a class="button" href=${feedPath(id)} title="New papers for feed readers (Atom)">${icon('feed')}Feed</a>
    ${exportMenu(kind, id)} ${embedMenu(kind, id)}
  </div>
`;
