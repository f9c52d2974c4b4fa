import './styles/colors.css';
import './styles/page.css';
import './styles/header.css';
import './styles/search.css';
import './styles/panels.css';
import './styles/lists.css';
import './styles/entity.css';
import './styles/relatedMap.css';
import './styles/breakdowns.css';
import './styles/home.css';
import './styles/touch.css';
import { parseAddress } from './address.ts';
import { requestView } from './viewQuery.ts';

// The server answers while the browser loads and runs the script of the page, which is much larger than this one.
requestView(parseAddress(location));
void import('./graphExplorer.ts');
