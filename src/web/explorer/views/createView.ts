import type { Address } from '../address.ts';
import { AuthorView } from './authorView.ts';
import { HomeView } from './homeView.ts';
import { InstitutionView } from './institutionView.ts';
import { PaperView } from './paperView.ts';
import { TopicView } from './topicView.ts';
import type { View } from './view.ts';

const entityViews = { AUTHOR: AuthorView, INSTITUTION: InstitutionView, PAPER: PaperView, TOPIC: TopicView };

/**
 * Creates the view of an address. The scripts of rarely used views are loaded only when needed, so that the first page
 * is shown sooner.
 */
export const createView = async (address: Address): Promise<View> => {
  switch (address.view) {
    case 'home':
      return new HomeView(address.graph);
    case 'search':
      return new (await script(import('./searchView.ts'))).SearchView(address);
    case 'entity':
      return new entityViews[address.kind](address);
    case 'paths':
      return new (await script(import('./pathsView.ts'))).PathsView(address.kind, address.parameters);
    case 'recipes':
      return new (await script(import('./recipesView.ts'))).RecipesView();
    case 'comparison':
      return new (await script(import('./comparisonView.ts'))).ComparisonView(address.ids);
    case 'review':
      return new (await script(import('./reviewView.ts'))).ReviewView(address.kind);
    case 'notFound':
      return new (await script(import('./notFoundView.ts'))).NotFoundView(address.path);
  }
};

/** Reloads the page if a script cannot be loaded, because the server then has a newer version of the explorer. */
const script = <Module>(loading: Promise<Module>): Promise<Module> =>
  loading.catch((error: unknown) => {
    location.reload();
    throw error;
  });
