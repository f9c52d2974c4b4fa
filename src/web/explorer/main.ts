import './styles/colors.css';
import './styles/page.css';
import './styles/header.css';
import './styles/search.css';
import './styles/panels.css';
import './styles/results.css';
import './styles/lists.css';
import './styles/entity.css';
import './styles/identity.css';
import './styles/paths.css';
import './styles/comparison.css';
import './styles/relatedMap.css';
import './styles/recipes.css';
import './styles/breakdowns.css';
import { parseAddress } from './address.ts';
import { requestEntity } from './entityQuery.ts';

// The server answers while the browser loads and runs the script of the page, which is much larger than this one.
requestEntity(parseAddress(location));
void import('./graphExplorer.ts');
