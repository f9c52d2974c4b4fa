import { html, nothing, type TemplateResult } from 'lit';
import type {
  AuthorPathsQuery,
  PathEndpointFragment,
  PathStatus,
  TopicPathsQuery,
} from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { counted, numeral, yearSpan } from '../labels.ts';

/** A chain of people or topics, with what stands between each and the next. */
export interface Chain {
  ends: readonly PathEndpointFragment[];
  steps: readonly Step[];
  /** The sum of 1 / strength where chains go by it. */
  cost?: number | undefined;
}

interface Step {
  /** Papers, or people, that connect the two: how strong the step is. */
  weight: number;
  said: string;
  firstYear: number | null;
  lastYear: number | null;
  papers: readonly { readonly id: string; readonly label: string; readonly year: number | null }[];
  people: readonly { readonly id: string; readonly name: string }[];
}

export interface FoundChains {
  status: PathStatus;
  isComplete: boolean;
  chains: Chain[];
}

/** The chains between two authors. */
export const authorChains = (
  { status, isComplete, paths }: NonNullable<AuthorPathsQuery['collaborationPaths']>,
  byStrength: boolean,
): FoundChains => ({
  status,
  isComplete,
  chains: paths.map(({ authors, steps, cost }) => ({
    ends: authors,
    cost: byStrength ? cost : undefined,
    steps: steps.map(({ collaboration: { paperCount, firstYear, lastYear, papers } }) => ({
      weight: paperCount,
      said: [counted(paperCount, 'paper'), yearSpan(firstYear, lastYear)].filter(Boolean).join(', '),
      firstYear,
      lastYear,
      papers: papers?.nodes ?? [],
      people: [],
    })),
  })),
});

/** The chains between two topics. */
export const topicChains = ({
  status,
  isComplete,
  paths,
}: NonNullable<TopicPathsQuery['topicPaths']>): FoundChains => ({
  status,
  isComplete,
  chains: paths.map(({ topics, steps }) => ({
    ends: topics,
    steps: steps.map(({ papers, authors }) => {
      const [paperCount, authorCount] = [papers?.totalCount ?? 0, authors?.totalCount ?? 0];
      return {
        weight: Math.max(paperCount, authorCount, 1),
        said: `${counted(paperCount, 'paper')} about both, ${counted(authorCount, 'author')} on both`,
        firstYear: null,
        lastYear: null,
        papers: papers?.nodes ?? [],
        people: authors?.nodes ?? [],
      };
    }),
  })),
});

/** A chain as a list one can read from one end to the other. */
export const chainList = ({ ends, steps, cost }: Chain, at: number, all: number): TemplateResult => html`
  <section class="chain" aria-labelledby="chain-${at}">
    <h3 id="chain-${at}">
      ${all > 1 ? `${at + 1}. ` : ''}${steps.length === 0 ? 'No step: both are the same' : counted(steps.length, 'step')}
      ${
        cost === undefined
          ? nothing
          : html`<span class="aside" title="The sum of 1 / strength over the steps: the smaller, the stronger"
              >cost ${numeral(cost)}</span
            >`
      }
    </h3>
    <ol>
      ${ends.map(
        (end, place) =>
          html`<li>
            <a class="end" href=${entityPath(end.id)}
              ><span class="dot" data-kind=${end.kind}></span>${end.label}</a
            >
            ${steps[place] ? stepItem(steps[place]) : nothing}
          </li>`,
      )}
    </ol>
  </section>
`;

const stepItem = ({ said, papers, people }: Step): TemplateResult => html`
  <div class="step">
    <p>${said}</p>
    ${
      papers.length === 0
        ? nothing
        : html`<ul>
            ${papers.map(
              ({ id, label, year }) =>
                html`<li><a href=${entityPath(id)}>${label}</a>${year === null ? '' : ` (${year})`}</li>`,
            )}
          </ul>`
    }
    ${
      people.length === 0
        ? nothing
        : html`<p class="people">
            ${people.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href=${entityPath(id)}>${name}</a>`)}
          </p>`
    }
  </div>
`;
