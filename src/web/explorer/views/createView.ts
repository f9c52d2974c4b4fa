import type { Address } from '../address.ts';
import { AuthorView } from './authorView.ts';
import { ComparisonView } from './comparisonView.ts';
import { HomeView } from './homeView.ts';
import { InstitutionView } from './institutionView.ts';
import { NotFoundView } from './notFoundView.ts';
import { PaperView } from './paperView.ts';
import { PathsView } from './pathsView.ts';
import { RecipesView } from './recipesView.ts';
import { ReviewView } from './reviewView.ts';
import { SearchView } from './searchView.ts';
import { TopicView } from './topicView.ts';
import type { View } from './view.ts';

const entityViews = { AUTHOR: AuthorView, INSTITUTION: InstitutionView, PAPER: PaperView, TOPIC: TopicView };

export const createView = (address: Address): View => {
  switch (address.view) {
    case 'home':
      return new HomeView();
    case 'search':
      return new SearchView(address.text, address.kind);
    case 'entity':
      return new entityViews[address.kind](address);
    case 'paths':
      return new PathsView(address.kind, address.parameters);
    case 'recipes':
      return new RecipesView();
    case 'comparison':
      return new ComparisonView(address.ids);
    case 'review':
      return new ReviewView();
    case 'notFound':
      return new NotFoundView(address.path);
  }
};
