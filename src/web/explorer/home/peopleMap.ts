import { LitElement, nothing, type TemplateResult } from 'lit';
import type { GivenSlice } from '../../widget/slice.ts';
import { HomeTiesDocument, type HomePeopleQuery, type HomeTiesQuery } from '../__generated__/graphql.ts';
import { QueryController } from '../api/queryController.ts';
import { mapGraph } from '../components/graphPanel.ts';
import { graphPlaceholder } from '../components/graphPlaceholder.ts';
import { peopleQuery } from './peopleQuery.ts';
import { peopleSlice } from './peopleSlice.ts';

const [document, variables] = peopleQuery;

/** The picture on the home page: the people with the most papers, and edges between people who have joint papers. */
class PeopleMap extends LitElement {
  static override properties = { graphState: { attribute: false } };
  /** The part of the address that describes the graph. */
  declare graphState: string;
  private slice: GivenSlice | undefined;
  private readonly people = new QueryController(this, document, (data) => this.onPeople(data));
  private readonly ties = new QueryController(this, HomeTiesDocument, (data) => this.onTies(data));

  constructor() {
    super();
    this.graphState = '';
    this.people.start(variables);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private onPeople({ authors }: HomePeopleQuery): void {
    const ids = authors?.nodes.map(({ id }) => id) ?? [];
    if (ids.length > 0) this.ties.start({ ids });
  }

  private onTies({ graph }: HomeTiesQuery): void {
    this.slice = graph ? peopleSlice(graph) : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.slice) return mapGraph(this.slice, 'AUTHOR', this.graphState);
    return this.ties.state.status === 'loaded' ? nothing : graphPlaceholder();
  }
}

customElements.define('people-map', PeopleMap);
