import { html, nothing, type TemplateResult } from 'lit';
import type { CandidateFieldsFragment, EvidenceKind } from '../__generated__/graphql.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount } from '../format.ts';

type Evidence = CandidateFieldsFragment['evidence'][number];

const evidenceLabels: Readonly<Record<EvidenceKind, string>> = {
  NAME: 'Names',
  COLLABORATORS: 'Collaborators',
  INSTITUTIONS: 'Institutions',
  TOPICS: 'Topics',
  VENUES: 'Venues',
  YEARS: 'Years',
  IDENTIFIERS: 'Identifiers',
  CURATION: 'Curators',
};

/** The evidence for and against the assumption that two authors are one person, the strongest evidence first. */
export const evidenceList = (evidence: readonly Evidence[]): TemplateResult => html`
  <dl class="evidence">
    ${[...evidence]
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
      .map(
        (each) =>
          html`<div class=${each.weight > 0 ? 'for' : 'against'}>
            <dt>
              <span class="sign" aria-hidden="true">${each.weight > 0 ? '+' : '−'}</span>
              ${evidenceLabels[each.kind]}
              <span class="visually-hidden">${each.weight > 0 ? 'speak for it' : 'speak against it'}</span>
            </dt>
            <dd>${each.text}${shared(each)}</dd>
          </div>`,
      )}
  </dl>
`;

const shared = ({ entities }: Evidence): TemplateResult | typeof nothing => {
  if (!entities || entities.nodes.length === 0) return nothing;
  const others = (entities.totalCount ?? 0) - entities.nodes.length;
  const links = entities.nodes.map(({ id, label }) => ({ id, name: label }));
  return html`: ${linkList(links)}${others > 0 ? ` and ${formatCount(others, 'other')}` : nothing}`;
};
