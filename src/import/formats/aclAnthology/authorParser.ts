import type { SaxesTagPlain } from 'saxes';
import { tidy } from '../../../graph/names.ts';
import { fullName, type PrintedAuthor } from './anthologyPeople.ts';

interface Name {
  first?: string;
  last?: string;
  script?: string | undefined;
}

/** Collects the parts of one author element: names, names in other scripts and affiliations. */
export class AuthorParser {
  readonly #id: string | undefined;
  readonly #orcid: string | undefined;
  readonly #name: Name = {};
  readonly #variants: Name[] = [];
  readonly #affiliations: string[] = [];
  #variant: Name | undefined;

  constructor({ attributes }: SaxesTagPlain) {
    this.#id = attributes['id'] || undefined;
    this.#orcid = attributes['orcid'] || undefined;
  }

  /** Handles a start tag. Returns whether the text of the element is a part of the author. */
  open({ name, attributes }: SaxesTagPlain, depth: number): boolean {
    if (depth === 2) return this.#variant !== undefined;
    if (depth === 1 && name === 'variant') this.#variant = { script: attributes['script'] };
    return depth === 1;
  }

  /** @param depth 1 for an element directly inside the author, 2 for an element one level deeper */
  close(element: string, text: string, depth: number): void {
    const isName = element === 'first' || element === 'last';
    if (depth === 2 && this.#variant && isName) this.#variant[element] = text;
    if (depth !== 1) return;
    if (isName) this.#name[element] = text;
    else if (element === 'affiliation') this.#affiliations.push(tidy(text));
    else if (element === 'variant' && this.#variant) {
      this.#variants.push(this.#variant);
      this.#variant = undefined;
    }
  }

  author(): PrintedAuthor {
    return {
      id: this.#id,
      orcid: this.#orcid,
      name: textOfName(this.#name),
      otherScripts: this.#variants.map(textOfName).filter((each) => each !== ''),
      affiliations: this.#affiliations.filter((each) => each !== ''),
    };
  }
}

const textOfName = ({ first = '', last = '', script }: Name): string => fullName(first, last, script);
