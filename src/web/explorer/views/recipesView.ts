import '../styles/recipes.css';
import { html, nothing, type TemplateResult } from 'lit';
import { createExamples } from '../../graphiql/examples.ts';
import type { Example } from '../../graphiql/example.ts';
import { seedEntities } from '../../graphiql/exampleEntities.ts';
import { postQuery } from '../../graphiql/postQuery.ts';
import { createRecipes } from '../../graphiql/recipes.ts';
import { storedEntities } from '../../graphiql/storedEntities.ts';
import { View } from './view.ts';

/** Shows questions about stored entities, with the queries that answer them. */
export class RecipesView extends View {
  private recipes: readonly Example[] = [...createExamples(seedEntities), ...createRecipes(seedEntities)];
  /** The answers to the queries that were run, as JSON. */
  private readonly answers = new Map<string, string>();

  constructor() {
    super();
    this.heading = 'Recipes';
    void this.chooseEntities();
  }

  private async chooseEntities(): Promise<void> {
    const entities = await storedEntities();
    this.recipes = [...createExamples(entities), ...createRecipes(entities)];
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`
      <article class="page recipes">
        <header class="head">
          <h1 tabindex="-1">Recipes</h1>
          <p class="lead">
            Questions that the GraphQL API at <code>/graphql</code> answers, about people and papers that are
            stored here. <a href="/graphiql/">GraphiQL</a> has the whole schema.
          </p>
        </header>
        ${this.recipes.map((recipe) => this.recipe(recipe))}
      </article>
    `;
  }

  private recipe(recipe: Example): TemplateResult {
    const [title = '', ...lines] = recipe.query.trim().split('\n');
    const answer = this.answers.get(recipe.query);
    return html`<section class="panel">
      <h2>${title.replace(/^# /, '')}</h2>
      <pre tabindex="0" aria-label="Query">${lines.join('\n')}</pre>
      ${
        recipe.variables === undefined
          ? nothing
          : html`<pre tabindex="0" aria-label="Variables">${recipe.variables}</pre>`
      }
      <button @click=${() => void this.run(recipe)}>Run</button>
      ${
        answer === undefined
          ? nothing
          : html`<pre class="answer" tabindex="0" role="status" aria-label="Answer">${answer}</pre>`
      }
    </section>`;
  }

  private async run({ query, variables = '{}' }: Example): Promise<void> {
    const answer = await postQuery({ query, variables: JSON.parse(variables) as object }).catch(String);
    this.answers.set(query, JSON.stringify(answer, null, 2));
    this.requestUpdate();
  }
}

customElements.define('recipes-view', RecipesView);
