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

// Sends the first query before the large script of the page is loaded, so that the server works on it meanwhile.
requestView(parseAddress(location));
void import('./graphExplorer.ts');
