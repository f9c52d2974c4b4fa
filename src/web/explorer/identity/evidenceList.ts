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

/** The two possible conclusions from the evidence, as texts, for example "one person" and "different people". */
interface Conclusions {
  one: string;
  different: string;
}

/** The evidence that two entities are one, and the evidence that they are not, each the strongest first. */
export const evidenceList = (
  evidence: readonly Evidence[],
  { one, different }: Conclusions,
): TemplateResult => html`
  ${evidenceGroup(
    `Speaks for ${one}`,
    'for',
    evidence.filter(({ weight }) => weight > 0),
  )}
  ${evidenceGroup(
    `Speaks for ${different}`,
    'against',
    evidence.filter(({ weight }) => weight <= 0),
  )}
`;

const evidenceGroup = (
  heading: string,
  side: 'for' | 'against',
  evidence: readonly Evidence[],
): TemplateResult | typeof nothing =>
  evidence.length === 0
    ? nothing
    : html`<section class="evidence ${side}">
        <h3>${heading}</h3>
        <dl>
          ${evidence
            .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
            .map(
              (each) =>
                html`<div>
                  <dt>${evidenceLabels[each.kind]}</dt>
                  <dd>${each.text}${shared(each)}</dd>
                </div>`,
            )}
        </dl>
      </section>`;

const shared = ({ entities }: Evidence): TemplateResult | typeof nothing => {
  if (!entities || entities.nodes.length === 0) return nothing;
  const others = (entities.totalCount ?? 0) - entities.nodes.length;
  const links = entities.nodes.map(({ id, label }) => ({ id, name: label }));
  return html`: ${linkList(links)}${others > 0 ? ` and ${formatCount(others, 'other')}` : nothing}`;
};
