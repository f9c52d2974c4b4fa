import { html, nothing, type TemplateResult } from 'lit';
import type { EntityKind, TypedDocumentString } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { Question } from '../api/queryController.ts';
import { exportMenu } from '../components/exportMenu.ts';
import { entityGraphPanel } from '../components/graphPanel.ts';
import { head, type HeadParts } from '../components/entityHeader.ts';
import { partLinks, type Part } from '../components/sectionLinks.ts';
import { failed, loading } from '../components/errorMessage.ts';
import { kindWords } from '../labels.ts';
import { View } from './view.ts';

/** What a page shows of an entity besides its graph. */
export interface Drawn extends Omit<HeadParts, 'kind'> {
  /** The parts of the page that one can go to. */
  parts: readonly Part[];
  /** Between the head and the graph. */
  above?: TemplateResult;
  main: TemplateResult;
  side: TemplateResult;
  /** Across the page, below the rest. */
  below?: TemplateResult;
}

/** The page of one entity: asks one question for all that it shows, while its graph is on the way already. */
export abstract class EntityView<Data, Entity extends { id: string }> extends View {
  protected readonly entityId: string;
  private readonly kind: EntityKind;
  private readonly question: Question<Data, { id: string }>;

  constructor(kind: EntityKind, id: string, document: TypedDocumentString<Data, { id: string }>) {
    super();
    this.kind = kind;
    this.entityId = id;
    this.question = new Question(this, document, (data) => this.arrived(this.entityIn(data)));
    this.question.ask({ id });
  }

  /** The entity in an answer; null or undefined where its id names nothing. */
  protected abstract entityIn(data: Data): Entity | null | undefined;

  /** Begins the lists of the page with what came with the entity, and gives its name. */
  protected abstract begin(entity: Entity): string;

  protected abstract draw(entity: Entity): Drawn;

  protected override render(): TemplateResult {
    const { standing } = this.question;
    if (standing.state === 'asking' || standing.state === 'unasked') return this.whole(loadingPage, nothing);
    const entity = standing.state === 'answered' ? this.entityIn(standing.data) : undefined;
    if (entity) return this.whole(this.withExports(this.draw(entity), entity.id), nothing);
    const { failure } = standing;
    return failure && failure.code !== 'BAD_USER_INPUT'
      ? this.whole(
          failedPage,
          failed(failure, () => this.question.again()),
        )
      : this.absent();
  }

  private arrived(entity: Entity | null | undefined): void {
    this.heading = entity ? this.begin(entity) : 'Nothing found here';
    // an address by another identifier becomes the entity's own, so that what is shared is one address
    if (entity && entity.id !== this.entityId && this.isConnected)
      history.replaceState(history.state, '', entityPath(entity.id));
  }

  private withExports(drawn: Drawn, id: string): Drawn {
    return { ...drawn, actions: html`${drawn.actions ?? nothing} ${exportMenu(this.kind, id)}` };
  }

  private whole({ parts, main, side, above, below, ...drawn }: Drawn, instead: unknown): TemplateResult {
    return html`
      <article class="entity" aria-busy=${this.question.standing.state === 'asking'}>
        ${head({ kind: this.kind, ...drawn })} ${above ?? nothing}
        ${
          instead === nothing
            ? html`${parts.length > 0 ? partLinks(parts) : nothing}
                <div class="columns">
                  <div class="main">${entityGraphPanel(this.entityId)} ${main}</div>
                  <div class="side">${side}</div>
                </div>
                ${below ?? nothing}`
            : instead
        }
      </article>
    `;
  }

  private absent(): TemplateResult {
    const word = kindWords[this.kind].toLowerCase();
    return html`
      <article class="entity">
        ${head({
          kind: this.kind,
          heading: 'Nothing found here',
          under: html`<p class="lead">No ${word} stored here has the id <code>${this.entityId}</code>.</p>
            <p>
              It may have been left out of the data, or the address was cut.
              <a href="/">Search for it by name</a>.
            </p>`,
        })}
      </article>
    `;
  }
}

const loadingPage: Drawn = {
  heading: 'Loading …',
  parts: [],
  under: loading(2),
  main: html`<section class="panel">${loading(8)}</section>`,
  side: html`<section class="panel">${loading(6)}</section>`,
};

const failedPage: Drawn = { heading: 'This page could not be loaded', parts: [], main: html``, side: html`` };
